package io.earshot.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Imports a CSV and an NDJSON as jobs into a service that has 256 MB of heap: seconds, rows a second, the most memory. The
 * second job's process is killed halfway and started again; ends with 1 if a row is missing, twice, or there before the end.
 */
final class ImportBench {
    private static final int ROWS = 1_000_000;

    private final int rows;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    private ImportBench(int rows, PrintStream out) {
        this.rows = rows;
        this.out = out;
    }

    /** @param arguments how many rows (1,000,000 if absent) */
    public static void main(String[] arguments) throws Exception {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROWS;
        if (!new ImportBench(rows, System.out).holds()) {
            System.exit(1);
        }
    }

    private boolean holds() throws IOException, InterruptedException, SQLException {
        boolean whole = true;
        try (Stand stand = new Stand("-Xmx256m")) {
            stand.startNode();
            out.printf("%,d rows of 8 variables, service at -Xmx256m%n", rows);
            for (String kind : new String[] {"csv", "ndjson"}) {
                Path file = write(kind);
                try {
                    String questionnaire = stand.publish("imported-" + kind, Imported.QUESTIONNAIRE);
                    whole &= run(stand, questionnaire, kind, file, false);
                    String again = stand.publish("killed-" + kind, Imported.QUESTIONNAIRE);
                    whole &= run(stand, again, kind, file, true);
                } finally {
                    Files.delete(file);
                }
            }
        }
        return whole;
    }

    private boolean run(Stand stand, String questionnaire, String kind, Path file, boolean kill)
            throws IOException, InterruptedException, SQLException {
        long begun = System.nanoTime();
        String address = submit(stand, questionnaire, kind, file);
        double received = (System.nanoTime() - begun) / 1e9;
        long resident = 0;
        boolean killed = false;
        boolean nothingBefore = true;
        JsonNode job = get(stand, address);
        while (job.path("finishedAt").isMissingNode()) {
            Thread.sleep(100);
            resident = Math.max(resident, stand.residentKilobytes(0));
            if (kill && !killed && job.path("progress").asDouble() > 0.3) {
                stand.kill(0);
                nothingBefore = count(stand, questionnaire) == 0;
                stand.restart(0);
                killed = true;
            }
            job = get(stand, address);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        long stored = count(stand, questionnaire);
        out.printf(
                "%-7s %s%.1f s (of which %.1f s to take the file in), %,.0f rows/s, %,d MB resident; %,d stored, %s%n",
                kind,
                kill ? (killed ? "killed and begun again: " : "was over before it could be killed: ") : "",
                seconds,
                received,
                rows / seconds,
                resident >> 10,
                stored,
                job.path("status").asText());
        return stored == rows
                && nothingBefore
                && job.path("result").path("accepted").asLong() == rows;
    }

    private String submit(Stand stand, String questionnaire, String kind, Path file)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + stand.port(0)
                        + "/v1/questionnaires/" + questionnaire + "/responses/import"))
                .header("Authorization", "Bearer " + Stand.SECRET)
                .header("Content-Type", kind.equals("csv") ? "text/csv" : "application/x-ndjson")
                .header("Prefer", "respond-async")
                .POST(HttpRequest.BodyPublishers.ofFile(file))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(answer.body()));
    }

    private JsonNode get(Stand stand, String address) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + stand.port(0) + address))
                .header("Authorization", "Bearer " + Stand.SECRET)
                .build();
        return json.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static long count(Stand stand, String questionnaire) throws SQLException {
        try (Connection connection = stand.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*), count(distinct respondent) from response where"
                        + " questionnaire_id = '" + questionnaire + "'")) {
            row.next();
            return row.getLong(1) == row.getLong(2) ? row.getLong(1) : -1;
        }
    }

    private Path write(String kind) throws IOException {
        Path file = Files.createTempFile("earshot-import", "." + kind);
        boolean csv = kind.equals("csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            if (csv) {
                writer.write("respondent,submitted_at,nps,reasons,plan,age,q1,q2,day,why\n");
            }
            for (int n = 0; n < rows; n++) {
                String line = csv
                        ? "r-%d,2026-11-22T09:30:00Z,%d,price;speed,%d,%d,%d,%d,2026-11-22,\"Too slow, number %d\"\n"
                        : "{\"respondent\":\"r-%d\",\"submittedAt\":\"2026-11-22T09:30:00Z\",\"answers\":{\"nps\":%d,\"reasons\":[\"price\",\"speed\"],"
                                + "\"plan\":%d,\"age\":%d,\"q1\":%d,\"q2\":%d,\"day\":\"2026-11-22\",\"why\":\"Too slow, number %d\"}}\n";
                writer.write(line.formatted(n, n % 11, n % 3 + 1, 18 + n % 60, n % 5 + 1, n % 5 + 1, n));
            }
        }
        return file;
    }
}
