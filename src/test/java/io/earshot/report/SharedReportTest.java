package io.earshot.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SharedReportTest {
    @Inject
    Workspaces workspaces;

    @Inject
    Questionnaires questionnaires;

    @Inject
    AgroalDataSource database;

    @Inject
    ObjectMapper json;

    @Test
    void aReportIsReadOnAPageInItsLanguage() throws Exception {
        Workspaces.Tenant tenant = workspaces.create();
        String report = everything(tenant);

        as(tenant)
                .get(report + "/summary")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/html"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString("NPS trend"))
                .body(containsString("Promoter"));
    }

    @Test
    void aLinkOpensTheSummaryWithoutATokenUntilItIsWithdrawn() throws Exception {
        Workspaces.Tenant tenant = workspaces.create();
        String report = everything(tenant);
        Map<String, String> link = as(tenant)
                .body(Map.of("days", 7))
                .post(report + "/links")
                .then()
                .statusCode(201)
                .extract()
                .as(new io.restassured.common.mapper.TypeRef<Map<String, String>>() {});
        String path = String.valueOf(link.get("path"));

        given().get(path).then().statusCode(200).header("X-Robots-Tag", containsString("noindex"));
        as(tenant)
                .get(report + "/links")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(link.get("id")))
                .body("items[0].path", nullValue());
        as(tenant).delete(report + "/links/" + link.get("id")).then().statusCode(204);

        given().get(path).then().statusCode(404).body("type", equalTo("/problems/no-such-link"));
        as(tenant).delete(report + "/links/" + link.get("id")).then().statusCode(404);
    }

    @Test
    void aLinkThatHasExpiredOpensNothing() throws Exception {
        Workspaces.Tenant tenant = workspaces.create();
        String report = everything(tenant);
        String path = as(tenant)
                .body(Map.of())
                .post(report + "/links")
                .then()
                .extract()
                .path("path");
        given().get(path).then().statusCode(200);

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update report_link set expires_at = now() - interval '1 minute' where report_id = '"
                            + report.substring(report.lastIndexOf('/') + 1) + "'");
        }

        given().get(path).then().statusCode(404);
    }

    @Test
    void aLinkForTooLongIsRefusedWithItsLimit() throws Exception {
        Workspaces.Tenant tenant = workspaces.create();
        String report = everything(tenant);

        as(tenant)
                .body(Map.of("days", 366))
                .post(report + "/links")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/days"));
    }

    @Test
    void theFunnelCountsWhoWasAskedSawAndAnsweredOnTheirDay() throws Exception {
        Workspaces.Tenant tenant = workspaces.create();
        UUID questionnaire = nps(tenant);
        String prompt = as(tenant)
                .body(Map.of(
                        "name",
                        "p",
                        "app",
                        tenant.app(),
                        "questionnaire",
                        questionnaire,
                        "format",
                        "card",
                        "trigger",
                        Map.of("event", "e")))
                .post("/v1/prompts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        exposure(
                tenant,
                prompt,
                "(true, 'shown', '2026-03-01T23:30Z', '2026-03-01T23:31Z', '2026-03-01T23:32Z', '2026-03-01T23:33Z')");
        exposure(
                tenant, prompt, "(true, 'shown', '2026-03-02T09:00Z', '2026-03-02T09:01Z', '2026-03-02T09:02Z', null)");
        exposure(tenant, prompt, "(true, 'shown', '2026-03-02T10:00Z', '2026-03-02T10:01Z', null, null)");
        exposure(tenant, prompt, "(false, null, '2026-03-03T10:00Z', null, null, null)");

        String report = report(
                tenant,
                questionnaire,
                Map.of(
                        "name", "rates",
                        "title", "Rates",
                        "timeZone", "Europe/Paris",
                        "sections", List.of(Map.of("kind", "response-rates"))));

        as(tenant)
                .get(report + "/results")
                .then()
                .root("findings.find { it.kind == 'response-rates' }")
                .body("days.day", equalTo(List.of("2026-03-02", "2026-03-03")))
                .body("days[0].counts.granted", equalTo(3))
                .body("days[0].counts.partial", equalTo(1))
                .body("days[1].counts.granted", equalTo(0))
                .body("total.eligible", equalTo(4))
                .body("total.seen", equalTo(3))
                .body("total.started", equalTo(2))
                .body("total.complete", equalTo(1));
    }

    @Test
    void whatTheQuestionnaireHasNothingForIsRefusedWithTheSectionsPlace() throws Exception {
        Workspaces.Tenant tenant = workspaces.create();
        UUID questionnaire = nps(tenant);

        as(tenant)
                .body(Map.of(
                        "questionnaire",
                        questionnaire,
                        "report",
                        Map.of(
                                "name",
                                "k",
                                "title",
                                "K",
                                "sections",
                                List.of(Map.of("kind", "kano", "features", "all")))))
                .post("/v1/reports")
                .then()
                .statusCode(422)
                .body("errors[0].code", equalTo("section-without-questions"))
                .body("errors[0].pointer", equalTo("/report/sections/0"));
    }

    private void exposure(Workspaces.Tenant tenant, String prompt, String values) throws Exception {
        String sql =
                """
                insert into exposure (respondent_key, id, workspace_id, app_id, prompt_id, reason, seed,
                                      inclusion_probability, granted, arm, received_at, seen_at, answered_at, completed_at)
                select gen_random_uuid(), gen_random_uuid(), '%s', '%s', '%s', 'shown', 1, 1,
                       v.a, v.b, v.c::timestamptz, v.d::timestamptz, v.e::timestamptz, v.f::timestamptz
                from (values %s) as v (a, b, c, d, e, f)"""
                        .formatted(tenant.workspace(), tenant.app(), prompt, values);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private String everything(Workspaces.Tenant tenant) throws Exception {
        UUID questionnaire = nps(tenant);
        given().auth()
                .oauth2(tenant.secret())
                .contentType("text/csv")
                .body("nps,why\n10,good\n3,slow\n")
                .post("/v1/questionnaires/" + questionnaire + "/responses/import")
                .then()
                .statusCode(200);
        return report(tenant, questionnaire, "everything");
    }

    private String report(Workspaces.Tenant tenant, UUID questionnaire, Object definition) {
        String report = as(tenant)
                .body(Map.of("questionnaire", questionnaire, "report", definition))
                .post("/v1/reports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> as(tenant).get(report).path("status"), status -> !List.of("queued", "running")
                        .contains(status));
        assertThat(as(tenant).get(report).<String>path("status")).isEqualTo("done");
        return report;
    }

    private UUID nps(Workspaces.Tenant tenant) throws Exception {
        UUID questionnaire = questionnaires.create(
                tenant.workspace(),
                "nps",
                json.readTree(Files.readString(Path.of("survey-schemas/templates/nps.json"))));
        questionnaires.publish(tenant.workspace(), questionnaire);
        return questionnaire;
    }

    private static RequestSpecification as(Workspaces.Tenant tenant) {
        return given().auth().oauth2(tenant.secret()).contentType("application/json");
    }
}
