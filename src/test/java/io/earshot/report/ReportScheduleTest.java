package io.earshot.report;

import static io.earshot.report.ReportCalls.answered;
import static io.earshot.report.ReportCalls.as;
import static io.earshot.report.ReportCalls.published;
import static io.earshot.report.ReportCalls.request;
import static io.earshot.report.ReportCalls.whenOver;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reports that are made again and again. */
@QuarkusTest
class ReportScheduleTest {
    @Inject
    Workspaces workspaces;

    @Inject
    ReportRows rows;

    @Inject
    ScheduledReports scheduled;

    private Workspaces.Tenant tenant;
    private String questionnaire;

    @BeforeEach
    void aQuestionnaire() {
        tenant = workspaces.create();
        questionnaire = published(tenant, ReportCalls.NPS);
    }

    @Test
    void aScheduleIsMadeChangedPausedAndDeleted() {
        String schedule = as(tenant)
                .body(monthly())
                .post("/v1/report-schedules")
                .then()
                .statusCode(201)
                .body("cron", equalTo("0 9 1 * *"))
                .body("report", equalTo("topline"))
                .body("paused", equalTo(false))
                .body("nextAt", notNullValue())
                .extract()
                .header("Location");

        as(tenant)
                .body(Map.of("every", "P1W", "first", "2030-01-07T08:00", "timeZone", "UTC"))
                .patch(schedule)
                .then()
                .statusCode(200)
                .body("cron", nullValue())
                .body("every", equalTo("P1W"))
                .body("name", equalTo("Monthly"))
                .body("nextAt", equalTo("2030-01-07T08:00:00Z"));
        as(tenant)
                .body(Map.of("paused", true))
                .patch(schedule)
                .then()
                .body("paused", equalTo(true))
                .body("every", equalTo("P1W"))
                .body("nextAt", nullValue());
        as(tenant).body(Map.of("paused", false)).patch(schedule).then().body("nextAt", equalTo("2030-01-07T08:00:00Z"));
        as(tenant).get(schedule).then().body("nextAt", equalTo("2030-01-07T08:00:00Z"));
        as(tenant).delete(schedule).then().statusCode(204);
        as(tenant).get(schedule).then().statusCode(404);
        as(tenant).delete(schedule).then().statusCode(404);
    }

    @Test
    void whatIsWrongWithAScheduleIsPointedTo() {
        refused(Map.of("cron", "61 * * * *"), "/cron");
        refused(Map.of("cron", "0 9 30 2 *"), "/cron");
        refused(Map.of("cron", "every day"), "/cron");
        refused(Map.of("every", "P1D"), "/every");
        refused(Map.of("timeZone", "Mars/Base"), "/timeZone");
        refused(Map.of("name", " "), "/name");
        refused(Map.of("first", "2030-01-07T08:00"), "/first");
        refused(Map.of("report", "no-such"), "/report");
        Map<String, Object> byInterval = monthly();
        byInterval.remove("cron");
        refuses(byInterval, "");
        byInterval.put("every", "PT10S");
        refuses(byInterval, "/every");
        byInterval.put("every", "P1D");
        byInterval.put("first", "tomorrow");
        refuses(byInterval, "/first");
    }

    @Test
    void aReportThatTheQuestionnaireCannotGiveIsRefusedAtOnce() {
        Map<String, Object> body = monthly();
        body.put(
                "report",
                Map.of(
                        "name", "mine",
                        "title", "Mine",
                        "sections", List.of(Map.of("kind", "frequencies", "variables", List.of("height")))));

        as(tenant)
                .body(body)
                .post("/v1/report-schedules")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/report/sections/0/variables/0"));
    }

    @Test
    void aScheduleThatIsDueMakesItsReportAndTellsWhichOneItWas() {
        String schedule = made(monthly());
        due(schedule, 1);

        JsonPath run = firstRun(schedule);

        assertThat(run.getString("items[0].failure")).isNull();
        String report = "/v1/reports/" + run.getString("items[0].report");
        assertThat(whenOver(tenant, report)).isEqualTo("done");
        as(tenant).get(report).then().body("schedule", equalTo(schedule.substring(schedule.lastIndexOf('/') + 1)));
    }

    @Test
    void timesThatPassedWhileNobodyWasThereAreSeenToOnce() {
        Map<String, Object> daily = monthly();
        daily.put("cron", "0 9 * * *");
        String schedule = made(daily);
        Instant longAgo = Instant.now().minus(10, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        rows.update(
                "update report_schedule set next_at = ?::timestamptz where id = ?", longAgo.toString(), id(schedule));

        firstRun(schedule);
        while (scheduled.next()) {
            // Nothing else of this schedule is due.
        }

        as(tenant)
                .get(schedule + "/runs")
                .then()
                .body("items", hasSize(1))
                .body("items[0].slot", equalTo(longAgo.toString()));
        assertThat(Instant.parse(as(tenant).get(schedule).path("nextAt"))).isAfter(Instant.now());
    }

    @Test
    void manyNodesSeeToASlotOnce() throws Exception {
        List<String> schedules = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            schedules.add(made(monthly()));
        }
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        try {
            schedules.forEach(schedule -> due(schedule, 1));
            Callable<Boolean> node = () -> {
                while (scheduled.next()) {
                    // Until none is due.
                }
                return true;
            };
            for (Future<Boolean> done : nodes.invokeAll(Collections.nCopies(8, node))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            nodes.shutdown();
        }

        for (String schedule : schedules) {
            firstRun(schedule);
            as(tenant).get(schedule + "/runs").then().body("items", hasSize(1));
            assertThat(rows.query("select count(*) from report where schedule_id = ?", id(schedule)))
                    .containsExactly("1");
        }
    }

    @Test
    void onUnchangedResponsesTheReportMadeBeforeIsTheAnswer() {
        answered(tenant, questionnaire, "nps,why\n9,fine\n");
        String before = request(tenant, questionnaire, "topline");
        assertThat(whenOver(tenant, before)).isEqualTo("done");
        String schedule = made(monthly());
        due(schedule, 1);

        JsonPath run = firstRun(schedule);

        assertThat(before).endsWith(run.getString("items[0].report"));
        assertThat(run.getBoolean("items[0].reused")).isTrue();
    }

    @Test
    void aScheduleWhoseQuestionnaireIsGoneSaysSoAndGoesOn() {
        String schedule = made(monthly());
        rows.update("update report_schedule set questionnaire_id = gen_random_uuid() where id = ?", id(schedule));
        due(schedule, 1);

        JsonPath run = firstRun(schedule);

        assertThat(run.getString("items[0].report")).isNull();
        assertThat(run.getString("items[0].failure")).contains("There is no questionnaire");
        as(tenant).get(schedule).then().body("nextAt", notNullValue());
    }

    @Test
    void aTimeAtWhichTheReportBeforeIsNotOverIsLeftOut() {
        String schedule = made(monthly());
        Runs.Run running = rows.heldElsewhere(tenant, questionnaire);
        rows.update("update report set schedule_id = ? where id = ?", id(schedule), running.report());
        due(schedule, 1);

        assertThat(firstRun(schedule).getString("items[0].failure")).contains("not over yet");
    }

    @Test
    void aScheduleThatIsPausedMakesNothing() {
        String paused = made(monthly());
        String other = made(monthly());
        as(tenant).body(Map.of("paused", true)).patch(paused).then().statusCode(200);
        due(other, 1);

        firstRun(other);

        as(tenant).get(paused + "/runs").then().body("items", hasSize(0));
    }

    @Test
    void theListPagesAndViewersOnlyRead() {
        String first = made(monthly());
        String second = made(monthly());
        String viewer = workspaces.token(tenant.workspace(), "viewer");

        JsonPath page = as(tenant).get("/v1/report-schedules?limit=1").jsonPath();
        assertThat(second).endsWith(page.getString("items[0].id"));
        given().auth()
                .oauth2(viewer)
                .get("/v1/report-schedules?limit=1&cursor=" + page.getString("next"))
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(id(first).toString()))
                .body("next", nullValue());
        given().auth().oauth2(viewer).get(first + "/runs").then().statusCode(200);
        given().auth().oauth2(viewer).delete(first).then().statusCode(403);
        given().auth()
                .oauth2(viewer)
                .contentType("application/json")
                .body(monthly())
                .post("/v1/report-schedules")
                .then()
                .statusCode(403);
    }

    @Test
    void moreSchedulesThanAWorkspaceMayHaveAreRefused() {
        made(monthly());
        rows.update(
                """
                insert into report_schedule
                select gen_random_uuid(), workspace_id, name, questionnaire_id, version, report, cron, every, first,
                    time_zone, true, created_at, null
                from report_schedule, generate_series(2, 100) where workspace_id = ?""",
                tenant.workspace());

        as(tenant)
                .body(monthly())
                .post("/v1/report-schedules")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/too-many-schedules"));
    }

    private Map<String, Object> monthly() {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Monthly");
        body.put("questionnaire", questionnaire);
        body.put("report", "topline");
        body.put("cron", "0 9 1 * *");
        body.put("timeZone", "Europe/Paris");
        return body;
    }

    /** @return the schedule's path */
    private String made(Map<String, Object> body) {
        String location = as(tenant)
                .body(body)
                .post("/v1/report-schedules")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/v1/"));
    }

    private void due(String schedule, int secondsAgo) {
        rows.update(
                "update report_schedule set next_at = now() - make_interval(secs => ?) where id = ?",
                (double) secondsAgo,
                id(schedule));
    }

    private JsonPath firstRun(String schedule) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> as(tenant).get(schedule + "/runs").jsonPath(), runs -> !runs.getList("items")
                        .isEmpty());
    }

    private void refused(Map<String, Object> change, String pointer) {
        Map<String, Object> body = monthly();
        body.putAll(change);
        refuses(body, pointer);
    }

    private void refuses(Map<String, Object> body, String pointer) {
        as(tenant)
                .body(body)
                .post("/v1/report-schedules")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem(pointer));
    }

    private static UUID id(String schedule) {
        return UUID.fromString(schedule.substring(schedule.lastIndexOf('/') + 1));
    }
}
