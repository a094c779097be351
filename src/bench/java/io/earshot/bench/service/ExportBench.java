package io.earshot.bench.service;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads all responses as NDJSON, CSV and xlsx from a service that has 256 MB of heap: seconds, bytes, responses a second and
 * the most memory that the process had while it wrote. Ends with 1 if a file has fewer lines than there are responses.
 */
final class ExportBench {
    private static final int COUNT = 1_000_000;

    private final int count;
    private final PrintStream out;
    private final HttpClient http = HttpClient.newHttpClient();

    private ExportBench(int count, PrintStream out) {
        this.count = count;
        this.out = out;
    }

    /** @param arguments how many responses (1,000,000 if absent) */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : COUNT;
        if (!new ExportBench(count, System.out).holds()) {
            System.exit(1);
        }
    }

    private record Read(long bytes, long lines, double seconds, long residentKilobytes) {}

    private boolean holds() throws IOException, InterruptedException, SQLException {
        try (Stand stand = new Stand("-Xmx256m")) {
            stand.startNode();
            String questionnaire = stand.publish("exported", Imported.QUESTIONNAIRE);
            fill(stand, questionnaire);
            out.printf("%,d responses of a questionnaire with 8 variables, service at -Xmx256m%n", count);
            out.printf("%-8s %10s %12s %14s %14s%n", "", "seconds", "MB", "responses/s", "resident MB");
            boolean whole = true;
            for (String kind : new String[] {"ndjson", "csv", "xlsx"}) {
                Read read = read(stand, questionnaire, kind);
                out.printf(
                        "%-8s %,10.1f %,12.1f %,14.0f %,14d%n",
                        kind,
                        read.seconds(),
                        read.bytes() / 1e6,
                        count / read.seconds(),
                        read.residentKilobytes() >> 10);
                long expected = kind.equals("csv") ? count + 1L : count;
                whole &= kind.equals("xlsx") || read.lines() == expected;
            }
            return whole;
        }
    }

    private void fill(Stand stand, String questionnaire) throws SQLException {
        String sql =
                """
                insert into response (respondent_key, id, workspace_id, questionnaire_id, version, sequence, status, language,
                    respondent, answers, context, started_at, submitted_at, received_at)
                select gen_random_uuid(), gen_random_uuid(), (select workspace_id from questionnaire where id = '%1$s'), '%1$s',
                    1, 1, 'complete', 'en', 'r-' || n,
                    jsonb_build_object('nps', n %% 11, 'reasons', jsonb_build_array('price', 'speed'), 'plan', n %% 3 + 1,
                        'age', 18 + n %% 60, 'q1', n %% 5 + 1, 'q2', n %% 5 + 1, 'day', '2026-11-22',
                        'why', 'The checkout took longer than I had patience for, number ' || n),
                    '{"os.name":"Android","os.version":"15","service.version":"4.2.0"}',
                    now() - interval '1 minute', now(), now() - n * interval '1 millisecond'
                from generate_series(1, %2$d) as n"""
                        .formatted(questionnaire, count);
        try (Connection connection = stand.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            statement.execute("vacuum analyze response");
        }
    }

    private Read read(Stand stand, String questionnaire, String kind) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + stand.port(0)
                        + "/v1/questionnaires/" + questionnaire + "/responses." + kind))
                .header("Authorization", "Bearer " + Stand.SECRET)
                .build();
        long begun = System.nanoTime();
        long resident = 0;
        long bytes = 0;
        long lines = 0;
        byte[] buffer = new byte[1 << 16];
        HttpResponse<InputStream> answer = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(kind + ": " + answer.statusCode() + Optional.of(answer.headers()));
        }
        long look = begun;
        try (InputStream body = answer.body()) {
            for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
                bytes += length;
                for (int i = 0; i < length; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
                if (System.nanoTime() - look > Duration.ofMillis(200).toNanos()) {
                    look = System.nanoTime();
                    resident = Math.max(resident, stand.residentKilobytes(0));
                }
            }
        }
        resident = Math.max(resident, stand.residentKilobytes(0));
        return new Read(bytes, lines, (System.nanoTime() - begun) / 1e9, resident);
    }
}
