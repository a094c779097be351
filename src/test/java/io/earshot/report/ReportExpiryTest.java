package io.earshot.report;

import static io.earshot.report.ReportCalls.as;
import static io.earshot.report.ReportCalls.published;
import static io.earshot.report.ReportCalls.request;
import static io.earshot.report.ReportCalls.whenOver;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.earshot.testing.Workspaces;
import io.earshot.workspace.RecurringJob;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long results are kept. */
@QuarkusTest
class ReportExpiryTest {
    @Inject
    Workspaces workspaces;

    @Inject
    ReportRows rows;

    @Inject
    @All
    List<RecurringJob> jobs;

    @Test
    void aResultThatIsOlderThanItsWorkspaceKeepsIsRemovedAndSaysSo() {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, ReportCalls.NPS);
        String old = done(tenant, questionnaire);
        String young = done(tenant, questionnaire);
        String path = as(tenant).body(Map.of()).post(old + "/links").path("path");
        age(old, 31);
        keep(tenant, Map.of("reports", 30));

        tonight();

        as(tenant)
                .get(old)
                .then()
                .statusCode(200)
                .body("status", equalTo("expired"))
                .body("workbookBytes", nullValue());
        for (String what : List.of("/workbook", "/results", "/summary", "/data.csv", "/data.sav", "/data.R")) {
            as(tenant)
                    .get(old + what)
                    .then()
                    .statusCode(410)
                    .body("type", endsWith("report-expired"))
                    .body("detail", containsString("POST /v1/reports"));
        }
        given().get(path).then().statusCode(410).body("detail", containsString("no longer kept"));
        assertThat(rows.chunks(id(old))).isZero();
        assertThat(rows.query("select html from report_summary where report_id = ?", id(old)))
                .isEmpty();
        as(tenant).get(young + "/workbook").then().statusCode(200);
        as(tenant).get("/v1/audit").then().body("items.action", hasItem("retention.enforced"));
    }

    @Test
    void anExpiredResultAnswersNoLaterRequest() {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, ReportCalls.NPS);
        String old = done(tenant, questionnaire);
        age(old, 31);
        keep(tenant, Map.of("reports", 30));
        tonight();

        assertThat(request(tenant, questionnaire, "topline")).isNotEqualTo(old);
    }

    @Test
    void thatThereWasAReportIsForgottenAYearLater() {
        Workspaces.Tenant tenant = workspaces.create();
        String old = done(tenant, published(tenant, ReportCalls.NPS));
        age(old, 30 + 366);
        keep(tenant, Map.of("reports", 30));

        tonight();

        as(tenant).get(old).then().statusCode(404);
    }

    @Test
    void aWorkspaceThatSaysNothingKeepsItsResults() {
        Workspaces.Tenant tenant = workspaces.create();
        String old = done(tenant, published(tenant, ReportCalls.NPS));
        age(old, 3650);

        tonight();

        as(tenant).get(old + "/workbook").then().statusCode(200);
    }

    private String done(Workspaces.Tenant tenant, String questionnaire) {
        String report = request(tenant, Map.of("questionnaire", questionnaire, "report", "topline", "fresh", true));
        assertThat(whenOver(tenant, report)).isEqualTo("done");
        return report;
    }

    private void age(String report, int days) {
        rows.update(
                "update report set finished_at = finished_at - make_interval(days => ?) where id = ?",
                days,
                id(report));
    }

    private static void keep(Workspaces.Tenant tenant, Map<String, Integer> days) {
        as(tenant)
                .body(Map.of("retentionDays", days))
                .put("/v1/workspace/privacy")
                .then()
                .statusCode(200);
    }

    private void tonight() {
        jobs.stream().filter(job -> job.name().equals("retention")).forEach(job -> job.run(() -> false));
    }

    private static UUID id(String report) {
        return UUID.fromString(report.substring(report.lastIndexOf('/') + 1));
    }
}
