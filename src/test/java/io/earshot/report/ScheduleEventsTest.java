package io.earshot.report;

import static io.earshot.report.ReportCalls.as;
import static io.earshot.report.ReportCalls.published;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** What webhooks are told of reports that are made again and again. */
@QuarkusTest
class ScheduleEventsTest {
    @Inject
    Workspaces workspaces;

    @Inject
    ReportRows rows;

    @Test
    void aReceiverIsToldOfReportsAndOfTimesThatHadNone() throws Exception {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, ReportCalls.NPS);
        List<String> received = new CopyOnWriteArrayList<>();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            received.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        try {
            as(tenant)
                    .body(Map.of(
                            "url",
                            "http://127.0.0.1:" + receiver.getAddress().getPort() + "/",
                            "events",
                            List.of("report.finished", "report_schedule.failed")))
                    .post("/v1/webhooks")
                    .then()
                    .statusCode(201);
            String schedule = as(tenant)
                    .body(Map.of("name", "Daily", "questionnaire", questionnaire, "report", "topline", "every", "P1D"))
                    .post("/v1/report-schedules")
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");

            due(schedule);
            JsonNode finished = told(received, 1);
            due(schedule);
            JsonNode again = told(received, 2);
            rows.update(
                    "update report_schedule set questionnaire_id = gen_random_uuid() where id = ?",
                    UUID.fromString(schedule));
            due(schedule);
            JsonNode failed = told(received, 3);

            assertThat(finished.path("type").asText()).isEqualTo("report.finished");
            assertThat(finished.at("/data/schedule").asText()).isEqualTo(schedule);
            assertThat(finished.at("/data/status").asText()).isEqualTo("done");
            assertThat(again.path("type").asText()).isEqualTo("report.finished");
            assertThat(again.at("/data/id")).as("nothing had changed").isEqualTo(finished.at("/data/id"));
            assertThat(failed.path("type").asText()).isEqualTo("report_schedule.failed");
            assertThat(failed.at("/data/schedule/id").asText()).isEqualTo(schedule);
            assertThat(failed.at("/data/runs/0/failure").asText()).contains("There is no questionnaire");
        } finally {
            receiver.stop(0);
        }
    }

    private void due(String schedule) {
        rows.update(
                "update report_schedule set next_at = now() - interval '1 second' where id = ?",
                UUID.fromString(schedule));
    }

    private static JsonNode told(List<String> received, int count) throws Exception {
        await().atMost(Duration.ofSeconds(30)).until(() -> received.size() >= count);
        return new ObjectMapper().readTree(received.get(count - 1));
    }
}
