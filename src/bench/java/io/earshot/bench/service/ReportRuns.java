package io.earshot.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.zip.ZipInputStream;

/** Reports over many responses, as their caller and their database see them. */
final class ReportRuns {
    private static final long PATIENCE = 300_000_000_000L;

    private final Stand stand;
    private final Connection database;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    ReportRuns(Stand stand, Connection database) {
        this.stand = stand;
        this.database = database;
    }

    /** What the database holds of a report. @param process that makes it */
    record Row(
            String status,
            String phase,
            double progress,
            int attempt,
            boolean results,
            long chunks,
            long storedBytes,
            long process) {}

    /** A questionnaire with so many responses. @return its id */
    String questionnaire(int responses) throws IOException, InterruptedException, SQLException {
        String questionnaire = stand.publish("reported", Imported.QUESTIONNAIRE);
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
                        .formatted(questionnaire, responses);
        try (Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
            statement.execute("analyze response");
        }
        return questionnaire;
    }

    UUID request(int node, String questionnaire, String report) throws IOException, InterruptedException {
        String body = "{\"questionnaire\":\"" + questionnaire + "\",\"report\":\"" + report + "\",\"fresh\":true}";
        HttpResponse<String> answer = http.send(
                to(node, "/v1/reports")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return UUID.fromString(json.readTree(answer.body()).get("id").asText());
    }

    void cancel(int node, UUID report) throws IOException, InterruptedException {
        http.send(to(node, "/v1/reports/" + report).DELETE().build(), HttpResponse.BodyHandlers.discarding());
    }

    JsonNode get(int node, UUID report) throws IOException, InterruptedException {
        return json.readTree(http.send(to(node, "/v1/reports/" + report).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    /** The events of a report until it is over. */
    HttpResponse<java.util.stream.Stream<String>> events(int node, UUID report)
            throws IOException, InterruptedException {
        return http.send(to(node, "/v1/reports/" + report + "/events").build(), HttpResponse.BodyHandlers.ofLines());
    }

    /** Whether the workbook that is served is the one that was stored, and whole. */
    boolean isWhole(int node, UUID report) throws IOException, InterruptedException {
        byte[] workbook = http.send(
                        to(node, "/v1/reports/" + report + "/workbook").build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
            int sheets = 0;
            for (var part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                sheets += part.getName().startsWith("xl/worksheets/sheet") ? 1 : 0;
            }
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(workbook));
            return sheets > 0
                    && sha256.equals(get(node, report).get("workbookSha256").asText());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Row row(UUID report) throws SQLException {
        String sql =
                """
                select status, phase, progress, attempt, results is not null,
                    (select count(*) from report_chunk where report_id = report.id),
                    (select coalesce(sum(length(bytes)), 0) from report_chunk where report_id = report.id),
                    coalesce(split_part(leased_by, '@', 1)::bigint, 0)
                from report where id = ?""";
        try (PreparedStatement select = database.prepareStatement(sql)) {
            select.setObject(1, report);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Row(
                        row.getString(1),
                        row.getString(2),
                        row.getDouble(3),
                        row.getInt(4),
                        row.getBoolean(5),
                        row.getLong(6),
                        row.getLong(7),
                        row.getLong(8));
            }
        }
    }

    /** Looks until it is so. @return seconds that it took */
    double await(UUID report, Predicate<Row> state) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        while (!state.test(row(report))) {
            if (System.nanoTime() - begun > PATIENCE) {
                throw new IllegalStateException("report " + report + " stays " + row(report));
            }
            Thread.sleep(5);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private HttpRequest.Builder to(int node, String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + stand.port(node) + path))
                .header("Authorization", "Bearer " + Stand.SECRET);
    }
}
