package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.IntUnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From a response to a receiver, which is a real HTTP server on this machine. */
@QuarkusTest
class WebhooksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Surveys surveys;

    private record Received(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name, List.of("")).get(0);
        }

        String type() {
            return json().get("type").asText();
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Answers its first, second, ... request with the status that is its place's. */
    private static final class Receiver implements AutoCloseable {
        private final List<Received> received = new CopyOnWriteArrayList<>();
        private final HttpServer server;

        Receiver(IntUnaryOperator status) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newCachedThreadPool());
            server.createContext("/", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                received.add(new Received(Map.copyOf(exchange.getRequestHeaders()), body));
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/elsewhere");
                exchange.sendResponseHeaders(status.applyAsInt(received.size()), 0);
                exchange.getResponseBody().write("thanks".getBytes(StandardCharsets.UTF_8));
                exchange.close();
            });
            server.start();
        }

        String url() {
            return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook?from=earshot";
        }

        List<String> types() {
            return received.stream().map(Received::type).toList();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    @Test
    void aResponseIsDeliveredSignedSoThatItsReceiverCanCheckIt() throws Exception {
        var survey = surveys.checkout();
        try (Receiver receiver = new Receiver(place -> 204)) {
            JsonPath webhook = create(
                            survey, receiver.url(), "response.created", "response.updated", "response.completed")
                    .statusCode(201)
                    .body("secret", startsWith("whsec_"))
                    .extract()
                    .jsonPath();
            UUID id = Surveys.newId();
            survey.put(id, survey.body(1, "partial", "{'nps':3}")).statusCode(201);
            await().atMost(PATIENCE).until(() -> receiver.received.size() == 1);
            survey.put(id, survey.body(2, "complete", "{'nps':9}")).statusCode(200);
            await().atMost(PATIENCE).until(() -> receiver.received.size() == 3);

            assertThat(receiver.types().get(0)).isEqualTo("response.created");
            assertThat(receiver.types())
                    .containsExactlyInAnyOrder("response.created", "response.updated", "response.completed");
            Received first = receiver.received.get(0);
            assertThat(first.json().at("/data/id").asText()).isEqualTo(id.toString());
            assertThat(first.json().at("/data/answers/nps").asInt()).isEqualTo(3);
            assertThat(first.header("Webhook-signature"))
                    .isEqualTo("v1," + signature(webhook.getString("secret"), first));
            survey.program()
                    .get("/v1/webhooks/" + webhook.getString("id"))
                    .then()
                    .body("secret", nullValue())
                    .body("enabled", equalTo(true));
            await().atMost(PATIENCE)
                    .until(() -> deliveries(survey, webhook, "delivered").size() == 3);
        }
    }

    @Test
    void onlyWhatWasAskedForIsDeliveredAndARepeatedWriteIsNoChange() throws Exception {
        var survey = surveys.checkout();
        try (Receiver receiver = new Receiver(place -> 200)) {
            create(survey, receiver.url(), "response.completed").statusCode(201);
            UUID id = Surveys.newId();
            survey.put(id, survey.body(1, "partial", "{'nps':3}")).statusCode(201);
            survey.put(id, survey.body(2, "complete", "{'nps':3}")).statusCode(200);
            survey.put(id, survey.body(2, "complete", "{'nps':3}")).statusCode(200);
            await().atMost(PATIENCE).until(() -> receiver.received.size() == 1);
            Thread.sleep(500);

            assertThat(receiver.types()).containsExactly("response.completed");
        }
    }

    @Test
    void whatFailsIsTriedAgainUnderTheSameIdUntilItIsTaken() throws Exception {
        var survey = surveys.checkout();
        try (Receiver receiver = new Receiver(place -> place < 3 ? 500 : 200)) {
            JsonPath webhook =
                    create(survey, receiver.url(), "response.created").extract().jsonPath();
            survey.put(Surveys.newId(), survey.body(1, "partial", "{'nps':3}")).statusCode(201);

            await().atMost(PATIENCE)
                    .until(() -> deliveries(survey, webhook, "delivered").size() == 1);

            assertThat(receiver.received.stream()
                            .map(one -> one.header("Webhook-id"))
                            .distinct())
                    .hasSize(1);
            JsonPath log = survey.program()
                    .get("/v1/webhooks/" + webhook.getString("id") + "/deliveries")
                    .jsonPath();
            assertThat(log.getList("items[0].log.status")).isEqualTo(List.of(200, 500, 500));
            assertThat(log.getInt("items[0].attempts")).isEqualTo(3);
        }
    }

    @Test
    void whatDiesCanBeReplayedWhenItsReceiverIsBack() throws Exception {
        var survey = surveys.checkout();
        boolean[] back = new boolean[1];
        try (Receiver receiver = new Receiver(place -> back[0] ? 200 : 503)) {
            JsonPath webhook =
                    create(survey, receiver.url(), "response.created").extract().jsonPath();
            String address = "/v1/webhooks/" + webhook.getString("id");
            survey.put(Surveys.newId(), survey.body("a", 1, "partial", "{'nps':3}", "{}"))
                    .statusCode(201);
            survey.put(Surveys.newId(), survey.body("b", 1, "partial", "{'nps':3}", "{}"))
                    .statusCode(201);
            await().atMost(PATIENCE)
                    .until(() -> deliveries(survey, webhook, "dead").size() == 2);
            assertThat(receiver.received).hasSize(8);
            back[0] = true;

            survey.program()
                    .post(address + "/deliveries/"
                            + deliveries(survey, webhook, "dead").get(0) + "/replay")
                    .then()
                    .statusCode(202);
            await().atMost(PATIENCE)
                    .until(() -> deliveries(survey, webhook, "delivered").size() == 1);
            survey.program()
                    .contentType("application/json")
                    .body(Map.of("from", "2020-01-01T00:00:00Z"))
                    .post(address + "/replay")
                    .then()
                    .statusCode(202)
                    .body("replayed", equalTo(1));
            await().atMost(PATIENCE)
                    .until(() -> deliveries(survey, webhook, "delivered").size() == 2);
        }
    }

    @Test
    void aRedirectIsNotFollowedAndAReceiverThatIsGoneIsAskedNoMore() throws Exception {
        var survey = surveys.checkout();
        try (Receiver moved = new Receiver(place -> 302);
                Receiver gone = new Receiver(place -> 410)) {
            JsonPath first =
                    create(survey, moved.url(), "response.created").extract().jsonPath();
            JsonPath second =
                    create(survey, gone.url(), "response.created").extract().jsonPath();
            survey.put(Surveys.newId(), survey.body(1, "partial", "{'nps':3}")).statusCode(201);

            await().atMost(PATIENCE)
                    .until(() -> deliveries(survey, first, "dead").size() == 1);
            await().atMost(PATIENCE)
                    .until(() -> deliveries(survey, second, "dead").size() == 1);

            assertThat(gone.received).hasSize(1);
            survey.program()
                    .get("/v1/webhooks/" + second.getString("id"))
                    .then()
                    .body("enabled", equalTo(false));
        }
    }

    @Test
    void whileASecretChangesBothSign() throws Exception {
        var survey = surveys.checkout();
        try (Receiver receiver = new Receiver(place -> 200)) {
            JsonPath webhook =
                    create(survey, receiver.url(), "response.created").extract().jsonPath();
            String address = "/v1/webhooks/" + webhook.getString("id");
            String fresh = survey.program()
                    .post(address + "/rotate")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("secret");

            survey.program().post(address + "/ping").then().statusCode(202);
            await().atMost(PATIENCE).until(() -> receiver.received.size() == 1);

            Received ping = receiver.received.get(0);
            assertThat(ping.type()).isEqualTo("ping");
            assertThat(ping.header("Webhook-signature"))
                    .isEqualTo("v1," + signature(fresh, ping) + " v1," + signature(webhook.getString("secret"), ping));
        }
    }

    @Test
    void aReceiverThatNeverAnswersIsGivenUpAndKeepsNobodyWaiting() throws Exception {
        var survey = surveys.checkout();
        try (java.net.ServerSocket silent = new java.net.ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Receiver receiver = new Receiver(place -> 200)) {
            JsonPath slow = create(survey, "http://127.0.0.1:" + silent.getLocalPort() + "/", "response.created")
                    .extract()
                    .jsonPath();
            create(survey, receiver.url(), "response.created").statusCode(201);
            survey.put(Surveys.newId(), survey.body(1, "partial", "{'nps':3}")).statusCode(201);

            await().atMost(PATIENCE).until(() -> receiver.received.size() == 1);
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> deliveries(survey, slow, "dead").size() == 1);
        }
    }

    @Test
    void aReportThatIsFinishedIsToldWithWhereItStandsAndNotWhatIsInIt() throws Exception {
        var survey = surveys.checkout();
        survey.importCsv("nps\n9\n3\n").statusCode(200);
        try (Receiver receiver = new Receiver(place -> 200)) {
            create(survey, receiver.url(), "report.finished").statusCode(201);
            String report = survey.program()
                    .contentType("application/json")
                    .body(Map.of("questionnaire", survey.questionnaire(), "report", "topline"))
                    .post("/v1/reports")
                    .then()
                    .statusCode(202)
                    .extract()
                    .path("id");

            await().atMost(Duration.ofMinutes(2)).until(() -> receiver.received.size() == 1);

            JsonNode told = receiver.received.get(0).json();
            assertThat(told.path("type").asText()).isEqualTo("report.finished");
            assertThat(told.at("/data/id").asText()).isEqualTo(report);
            assertThat(told.at("/data/status").asText()).isEqualTo("done");
            assertThat(told.path("data").has("results")).isFalse();
        }
    }

    @Test
    void aWebhookThatCannotBeIsRefusedWithItsReason() {
        var survey = surveys.checkout();

        create(survey, "ftp://example.com/", "response.created")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/url"));
        create(survey, "https://me:secret@example.com/", "response.created").statusCode(400);
        create(survey, "https://example.com/", "response.eaten")
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/events/0"))
                .body("detail", containsString("response.created"));
        survey.program().get("/v1/webhooks").then().body("items", hasSize(0));
    }

    @Test
    void aDeletedWebhookIsToldNothing() throws Exception {
        var survey = surveys.checkout();
        try (Receiver receiver = new Receiver(place -> 200)) {
            String id =
                    create(survey, receiver.url(), "response.created").extract().path("id");
            survey.program().delete("/v1/webhooks/" + id).then().statusCode(204);

            survey.put(Surveys.newId(), survey.body(1, "partial", "{'nps':3}")).statusCode(201);
            Thread.sleep(500);

            assertThat(receiver.received).isEmpty();
            survey.program().get("/v1/webhooks/" + id).then().statusCode(404);
        }
    }

    private static ValidatableResponse create(Surveys.Survey survey, String url, String... events) {
        return survey.program()
                .contentType("application/json")
                .body(Map.of("url", url, "events", List.of(events)))
                .post("/v1/webhooks")
                .then();
    }

    private static List<String> deliveries(Surveys.Survey survey, JsonPath webhook, @Nullable String status) {
        return survey.program()
                .get("/v1/webhooks/" + webhook.getString("id") + "/deliveries?status=" + status)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    /** As the specification says a receiver has to work it out. */
    private static String signature(String secret, Received received) throws Exception {
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed =
                received.header("Webhook-id") + "." + received.header("Webhook-timestamp") + "." + received.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }
}
