package io.earshot.bench.service;

import io.earshot.bench.LargeQuestionnaire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;

/**
 * How long an author waits for what is done to a questionnaire of 500 questions with 5,000 options in 12 languages, and a
 * hostile sender for a refusal, over HTTP and a database on the same machine.
 */
final class CheckBench {
    /** An author takes longer than this to write 500 questions; by then the service has warmed itself up. */
    private static final int SECONDS_BEFORE_THE_FIRST = 30;

    private static final int LATER = 20;

    private final Stand stand;
    private final HttpClient http = HttpClient.newHttpClient();

    private CheckBench(Stand stand) {
        this.stand = stand;
    }

    public static void main(String[] arguments) throws Exception {
        try (Stand stand = new Stand("-Xmx512m")) {
            stand.startNode();
            Thread.sleep(SECONDS_BEFORE_THE_FIRST * 1000L);
            new CheckBench(stand).run();
        }
    }

    private void run() throws IOException, InterruptedException {
        String content = LargeQuestionnaire.content().toString();
        System.out.printf("a questionnaire of %,d characters; milliseconds%n", content.length());
        System.out.printf("%-40s %8s %8s %8s%n", "", "first", "median", "slowest");
        String path = "/v1/questionnaires/"
                + stand.call("POST", "/v1/questionnaires", named(content))
                        .get("id")
                        .asText();
        report("check", 200, "POST", path + "/check", "");
        report("publish", 201, "POST", path + "/publish", "");
        report("send anew", 200, "PUT", path + "/draft", content);
        report("check after the versions", 200, "POST", path + "/check", "");

        report(
                "300,000 options",
                413,
                "POST",
                "/v1/questionnaires",
                named(items("{\"code\":1,\"text\":\"x\"}", 300_000)));
        report("100,000 languages", 413, "POST", "/v1/questionnaires", named(languages(100_000)));
        String faulty = stand.call("POST", "/v1/questionnaires", named(items("1", 100_000)))
                .get("id")
                .asText();
        report("check of 100,000 faults", 200, "POST", "/v1/questionnaires/" + faulty + "/check", "");
    }

    private void report(String what, int status, String method, String path, String body)
            throws IOException, InterruptedException {
        double first = millis(status, method, path, body);
        double[] later = new double[LATER];
        for (int i = 0; i < LATER; i++) {
            later[i] = millis(status, method, path, body);
        }
        Arrays.sort(later);
        System.out.printf(Locale.ROOT, "%-40s %8.0f %8.0f %8.0f%n", what, first, later[LATER / 2], later[LATER - 1]);
    }

    private double millis(int status, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + stand.port(0) + path))
                .header("Authorization", "Bearer " + Stand.SECRET)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        long start = System.nanoTime();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        long end = System.nanoTime();
        if (answer.statusCode() != status) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return (end - start) / 1e6;
    }

    private static String named(String content) {
        return "{\"name\":\"large\",\"content\":" + content + "}";
    }

    private static String items(String item, int count) {
        return "{\"name\":\"q\",\"title\":\"Q\",\"defaultLanguage\":\"en\",\"pages\":[" + (item + ",").repeat(count - 1)
                + item + "]}";
    }

    private static String languages(int count) {
        StringBuilder members = new StringBuilder("{\"title\":{\"en\":\"x\"");
        for (int i = 1; i < count; i++) {
            members.append(",\"l").append(i).append("\":\"\"");
        }
        return members.append("}}").toString();
    }
}
