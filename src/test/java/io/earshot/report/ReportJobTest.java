package io.earshot.report;

import static io.earshot.report.ReportCalls.as;
import static io.earshot.report.ReportCalls.published;
import static io.earshot.report.ReportCalls.request;
import static io.earshot.report.ReportCalls.whenOver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A report while it is made: how far it is, who may end it, what is kept of it. */
@QuarkusTest
class ReportJobTest {
    @Inject
    Workspaces workspaces;

    @Inject
    ReportRows rows;

    @Inject
    AgroalDataSource dataSource;

    @Inject
    Runs runs;

    private Workspaces.Tenant tenant;
    private String questionnaire;

    @BeforeEach
    void aQuestionnaire() {
        tenant = workspaces.create();
        questionnaire = published(tenant, ReportCalls.NPS);
    }

    @Test
    void theEventsEndWithTheReport() {
        String report = request(tenant, questionnaire, "topline");

        String events = as(tenant)
                .get(report + "/events")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(events).startsWith("data:").contains("\"status\":\"done\"");
        as(tenant).get(report).then().body("status", equalTo("done")).body("progress", equalTo(1f));
    }

    @Test
    void aRunTellsItsPhaseItsRowsAndTheTimeThatIsLeft() {
        Runs.Run run = rows.heldElsewhere(tenant, questionnaire);
        RunProgress progress = new RunProgress(run, Clock.systemUTC(), () -> false);
        progress.rows(1000);
        progress.expect(new Timings(Map.of(Phase.READING, 4.0, Phase.WRITING, 6.0)));
        progress.at(Phase.READING, 0.25);

        runs.beat(List.of(progress));

        as(tenant)
                .get("/v1/reports/" + run.report())
                .then()
                .body("status", equalTo("running"))
                .body("phase", equalTo("reading responses"))
                .body("phaseProgress", equalTo(0.25f))
                .body("rows", equalTo(250))
                .body("rowsTotal", equalTo(1000))
                .body("secondsLeft", notNullValue())
                .body("progress", equalTo(0.1f));
    }

    @Test
    void aRunWhoseReportIsCancelledLearnsItAtTheNextHeartbeatAndKeepsNothing() throws Exception {
        Runs.Run run = rows.heldElsewhere(tenant, questionnaire);
        RunProgress progress = new RunProgress(run, Clock.systemUTC(), () -> false);
        runs.beat(List.of(progress));
        progress.at(Phase.READING, 0.1);
        String report = "/v1/reports/" + run.report();

        as(tenant).delete(report).then().statusCode(204);

        as(tenant).get(report).then().body("status", equalTo("cancelled"));
        runs.beat(List.of(progress));
        assertThatThrownBy(() -> progress.at(Phase.READING, 0.2)).isInstanceOf(RunEnded.class);
        try (ScratchFile file = workbook("PK")) {
            runs.finish(new RunProgress(run, Clock.systemUTC(), () -> false), outcome(file));
        }
        assertThat(rows.chunks(run.report())).isZero();
        as(tenant)
                .get(report + "/workbook")
                .then()
                .statusCode(409)
                .body("type", endsWith("report-not-done"))
                .body("detail", containsString("cancelled"));
    }

    @Test
    @Timeout(60)
    void whatACancelledRunHasAskedTheDatabaseIsTakenBack() throws Exception {
        Runs.Run run = rows.heldElsewhere(tenant, questionnaire);
        RunProgress progress = new RunProgress(run, Clock.systemUTC(), () -> false);
        CompletableFuture<Void> cancel = CompletableFuture.runAsync(() -> {
            while (rows.query(
                            "select pid::text from pg_stat_activity where state = 'active' and query like 'select pg_sleep(6%'")
                    .isEmpty()) {
                Thread.onSpinWait();
            }
            progress.lose();
        });

        try (Connection connection = dataSource.getConnection();
                PreparedStatement endless = connection.prepareStatement("select pg_sleep(600)")) {
            assertThatThrownBy(() -> progress.ask(endless)).isInstanceOf(RunEnded.class);
        }
        cancel.join();
    }

    @Test
    void aReportThatIsOverIsDeletedWithItsWorkbook() {
        String report = request(tenant, questionnaire, "topline");
        assertThat(whenOver(tenant, report)).isEqualTo("done");

        as(tenant).delete(report).then().statusCode(204);

        as(tenant).get(report).then().statusCode(404);
        assertThat(rows.chunks(UUID.fromString(report.substring(report.lastIndexOf('/') + 1))))
                .isZero();
    }

    @Test
    void aRunThatWasTakenOverKeepsNothing() throws Exception {
        Runs.Run current = rows.heldElsewhere(tenant, questionnaire);
        Runs.Run thoughtDead = new Runs.Run(
                current.report(),
                current.workspace(),
                current.questionnaire(),
                current.version(),
                current.definition(),
                current.attempt() - 1);
        RunProgress late = new RunProgress(thoughtDead, Clock.systemUTC(), () -> false);
        RunProgress own = new RunProgress(current, Clock.systemUTC(), () -> false);

        try (ScratchFile old = workbook("PK, made by the one thought dead");
                ScratchFile good = workbook("PK")) {
            runs.finish(late, outcome(old));
            assertThat(rows.chunks(current.report())).isZero();
            runs.beat(List.of(late, own));
            assertThatThrownBy(late::check).isInstanceOf(RunEnded.class);
            own.check();
            runs.finish(own, outcome(good));
            runs.finish(late, outcome(old));

            as(tenant)
                    .get("/v1/reports/" + current.report())
                    .then()
                    .body("status", equalTo("done"))
                    .body("workbookSha256", equalTo(good.sha256()));
        }
        assertThat(rows.chunks(current.report())).isEqualTo(1);
        as(tenant)
                .get("/v1/reports/" + current.report() + "/workbook")
                .then()
                .statusCode(200)
                .body(equalTo("PK"));
    }

    private static ScratchFile workbook(String content) throws Exception {
        ScratchFile file = ScratchFile.open();
        file.write(out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
        return file;
    }

    private static Outcome outcome(ScratchFile workbook) {
        return new Outcome("{}", "<p>page</p>", workbook, "asked", "state");
    }
}
