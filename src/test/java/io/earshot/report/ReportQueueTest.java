package io.earshot.report;

import static io.earshot.report.ReportCalls.as;
import static io.earshot.report.ReportCalls.published;
import static io.earshot.report.ReportCalls.request;
import static io.earshot.report.ReportCalls.whenOver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which report is made next, and what becomes of those whose process died. */
@QuarkusTest
class ReportQueueTest {
    @Inject
    Workspaces workspaces;

    @Inject
    ReportRows rows;

    @Test
    void aWorkspaceWithManyWaitingDoesNotKeepAnotherWaiting() {
        Workspaces.Tenant busy = workspaces.create();
        Workspaces.Tenant other = workspaces.create();
        String asked = published(busy, ReportCalls.NPS);
        String otherAsked = published(other, ReportCalls.NPS);
        rows.queued(busy, asked, 40);

        String report = request(other, otherAsked, "topline");
        assertThat(whenOver(other, report)).isEqualTo("done");
        await().atMost(Duration.ofMinutes(1)).until(() -> rows.query(
                        "select id from report where workspace_id = ? and status <> 'done'", busy.workspace())
                .isEmpty());

        // Those that run already, one for each place, and the one whose turn it was.
        assertThat(rows.query(
                        """
                        select id from report where workspace_id = ? and started_at between
                            (select created_at from report where id = ?::uuid)
                            and (select started_at from report where id = ?::uuid)""",
                        busy.workspace(),
                        report.substring(report.lastIndexOf('/') + 1),
                        report.substring(report.lastIndexOf('/') + 1)))
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void aWorkspaceThatRunsAsManyAsItMayWaits() {
        Workspaces.Tenant full = workspaces.create();
        Workspaces.Tenant other = workspaces.create();
        String asked = published(full, ReportCalls.NPS);
        Runs.Run first = rows.heldElsewhere(full, asked);
        rows.heldElsewhere(full, asked);
        String waiting = request(full, asked, "topline");

        String later = request(other, published(other, ReportCalls.NPS), "topline");
        assertThat(whenOver(other, later)).isEqualTo("done");

        as(full).get(waiting).then().body("status", equalTo("queued")).body("phase", equalTo("waiting"));
        as(full).delete("/v1/reports/" + first.report()).then().statusCode(204);
        assertThat(whenOver(full, waiting)).isEqualTo("done");
    }

    @Test
    void aReportWhoseProcessDiedIsMadeByTheNext() {
        Workspaces.Tenant tenant = workspaces.create();
        Runs.Run dead = rows.abandoned(tenant, published(tenant, ReportCalls.NPS), 0);
        String report = "/v1/reports/" + dead.report();

        assertThat(whenOver(tenant, report)).isEqualTo("done");

        assertThat(rows.chunks(dead.report())).isEqualTo(1);
        assertThat(rows.query("select attempt from report where id = ?", dead.report()))
                .containsExactly("3");
    }

    @Test
    void aReportThatTookFiveProcessesWithItIsGivenUp() {
        Workspaces.Tenant tenant = workspaces.create();
        Runs.Run dead = rows.abandoned(tenant, published(tenant, ReportCalls.NPS), 4);
        String report = "/v1/reports/" + dead.report();

        assertThat(whenOver(tenant, report)).isEqualTo("failed");

        as(tenant).get(report).then().body("failure", containsString("begun 5 times"));
    }

    @Test
    void moreThanMayWaitAreRefusedWithWhatToDo() {
        Workspaces.Tenant tenant = workspaces.create();
        String asked = published(tenant, ReportCalls.NPS);
        rows.heldElsewhere(tenant, asked);
        rows.heldElsewhere(tenant, asked);
        rows.queued(tenant, asked, 1000);

        as(tenant)
                .body(Map.of("questionnaire", asked, "report", "topline"))
                .post("/v1/reports")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("too-many-reports"))
                .body("detail", containsString("cancel some"));

        rows.update("delete from report where workspace_id = ?", tenant.workspace());
        String report = request(tenant, asked, "topline");
        assertThat(List.of("queued", "running", "done"))
                .contains(as(tenant).get(report).<String>path("status"));
    }
}
