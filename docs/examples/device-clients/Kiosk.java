import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A kiosk that asks whether it may show a prompt, shows it and sends what was answered, with nothing but the JDK:
 * {@code java Kiosk.java}, with EARSHOT, EARSHOT_PUBLISHABLE_KEY, PROMPT and QUESTIONNAIRE in its environment.
 */
public final class Kiosk {
    private static final String SERVICE = System.getenv("EARSHOT");
    private static final String KEY = System.getenv("EARSHOT_PUBLISHABLE_KEY");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final int MOST_ATTEMPTS = 5;

    public static void main(String[] arguments) throws IOException, InterruptedException {
        String respondent = "kiosk-3-" + UUID.randomUUID();
        UUID exposure = UUID.randomUUID();
        String claim = send("POST", "/v1/client/exposures", """
                {"id":"%s","prompt":"%s","respondent":"%s","trigger":{"event":"stood"},"occurredAt":"%s","sentAt":"%s"}"""
                .formatted(exposure, System.getenv("PROMPT"), respondent, Instant.now(), Instant.now()));
        if (!claim.contains("\"granted\":true") || claim.contains("\"arm\":\"holdout\"")) {
            System.out.println("not now: " + claim);
            return;
        }

        // Here the kiosk shows the questionnaire and waits for a finger.
        event(exposure, respondent, "seen");
        UUID response = UUID.randomUUID();
        answer(response, exposure, respondent, 1, "partial", "{\"nps\":4}");
        answer(response, exposure, respondent, 2, "complete", "{\"nps\":4,\"why\":\"The queue\"}");
        event(exposure, respondent, "completed");
    }

    private static void event(UUID exposure, String respondent, String type) throws IOException, InterruptedException {
        send("POST", "/v1/client/exposures/" + exposure + "/events", """
                [{"id":"%s","type":"%s","respondent":"%s","occurredAt":"%s"}]"""
                .formatted(UUID.randomUUID(), type, respondent, Instant.now()));
    }

    /** All of it each time, under the same id and the next number: of two writes the higher one stands. */
    private static void answer(
            UUID response, UUID exposure, String respondent, int sequence, String status, String answers)
            throws IOException, InterruptedException {
        System.out.println(send("PUT", "/v1/client/responses/" + response, """
                {"exposure":"%s","respondent":"%s","questionnaire":{"id":"%s","version":1},"sequence":%d,"status":"%s",
                 "answers":%s,"context":{"earshot.device.type":"kiosk","os.name":"%s"},"occurredAt":"%s","sentAt":"%s"}"""
                .formatted(exposure, respondent, System.getenv("QUESTIONNAIRE"), sequence, status, answers,
                        System.getProperty("os.name"), Instant.now(), Instant.now())));
    }

    /** Again after a break or a 503, later each time; what was stored already is not stored twice. */
    private static String send(String method, String path, String json) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(SERVICE + path))
                .header("Authorization", "Bearer " + KEY)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .method(method, BodyPublishers.ofString(json))
                .build();
        for (int attempt = 1; ; attempt++) {
            try {
                HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return answer.body();
                }
                if (answer.statusCode() < 500 && answer.statusCode() != 429) {
                    throw new IllegalStateException(path + " was refused: " + answer.body());
                }
            } catch (IOException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
            }
            if (attempt == MOST_ATTEMPTS) {
                throw new IOException(path + " was not taken in " + MOST_ATTEMPTS + " attempts");
            }
            Thread.sleep(Duration.ofSeconds(1L << attempt).toMillis());
        }
    }
}
