package io.earshot.bench.service;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Every response of 18 answer columns as xlsx with labels, at four sizes of which each is twice the one before, from a service with a
 * heap of 256 MB. Ends with 1 if 200,000 take 10 s or more, 400,000 more than 2.6 times as long as 200,000, or a row is missing.
 */
final class XlsxBench {
    private static final int[] SIZES = {50_000, 100_000, 200_000, 400_000};
    private static final int LIMITED = 200_000;
    private static final double MOST_SECONDS = 10;
    private static final double MOST_TIMES_FOR_TWICE = 2.6;

    private static final String QUESTIONNAIRE =
            """
            {"name":"eighteen","title":"Eighteen","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"nps","name":"nps","text":"How likely are you to recommend us?"},
              {"type":"likert","name":"service","text":"Our service","scale":[
                {"code":1,"text":"Strongly disagree"},{"code":2,"text":"Disagree"},{"code":3,"text":"Neither"},
                {"code":4,"text":"Agree"},{"code":5,"text":"Strongly agree"}],"rows":[{"name":"s1","text":"is quick"},
                {"name":"s2","text":"is kind"},{"name":"s3","text":"knows"},{"name":"s4","text":"listens"},
                {"name":"s5","text":"solves"}]},
              {"type":"multiple_choice","name":"reasons","text":"Why us?","options":[
                {"code":"price","text":"Price"},{"code":"speed","text":"Speed"},{"code":"looks","text":"Looks"},
                {"code":"friends","text":"Friends"}]},
              {"type":"single_choice","name":"plan","text":"Which plan?","options":[
                {"code":"free","text":"Free of charge"},{"code":"paid","text":"Paid by the month"},{"code":"trial","text":"On trial"}]},
              {"type":"single_choice","name":"role","text":"Your role?","options":[
                {"code":1,"text":"Buyer"},{"code":2,"text":"Seller"},{"code":3,"text":"Engineer"},{"code":4,"text":"Another"}]},
              {"type":"yes_no","name":"returning","text":"Been here before?"},
              {"type":"number","name":"age","text":"Your age?"},
              {"type":"number","name":"spent","text":"Spent last year?"},
              {"type":"date","name":"since","text":"Customer since?"},
              {"type":"text","name":"what","text":"What did you want?"},
              {"type":"text","name":"why","text":"What went wrong?"}]}]}""";

    private final PrintStream out = System.out;
    private final HttpClient http = HttpClient.newHttpClient();

    private XlsxBench() {}

    static void main(String[] arguments) throws Exception {
        if (!new XlsxBench().holds()) {
            System.exit(1);
        }
    }

    private boolean holds() throws Exception {
        try (Stand stand = Stand.measured("-Xmx256m")) {
            stand.startNode();
            Map<Integer, String> questionnaires = new LinkedHashMap<>();
            for (int size : SIZES) {
                questionnaires.put(size, filled(stand, size));
            }
            // As in a service that has been running: the first export of a process would be timed while it compiles.
            export(stand, questionnaires.get(SIZES[0]), SIZES[0]);
            out.println("xlsx with labels, 18 answer columns, service at -Xmx256m");
            Map<Integer, Double> seconds = new LinkedHashMap<>();
            for (int size : SIZES) {
                seconds.put(size, export(stand, questionnaires.get(size), size));
            }
            double limited = seconds.get(LIMITED);
            double times = seconds.get(2 * LIMITED) / limited;
            out.printf("%,d rows take %.2f times as long as %,d%n", 2 * LIMITED, times, LIMITED);
            return limited < MOST_SECONDS && times <= MOST_TIMES_FOR_TWICE;
        }
    }

    private static String filled(Stand stand, int count) throws IOException, InterruptedException, SQLException {
        String id = stand.publish(
                "eighteen-" + count,
                QUESTIONNAIRE.replace("\"name\":\"eighteen\"", "\"name\":\"eighteen-" + count + "\""));
        String sql =
                """
                insert into response (respondent_key, id, workspace_id, questionnaire_id, version, sequence, status, language,
                    respondent, answers, context, started_at, submitted_at, received_at)
                select gen_random_uuid(), gen_random_uuid(), (select workspace_id from questionnaire where id = '%1$s'), '%1$s',
                    1, 1, 'complete', 'en', 'r-' || n,
                    jsonb_build_object('nps', n %% 11, 's1', n %% 5 + 1, 's2', n / 3 %% 5 + 1, 's3', n / 7 %% 5 + 1,
                        's4', n / 11 %% 5 + 1, 's5', n / 13 %% 5 + 1,
                        'reasons', case n %% 3 when 0 then '["price", "speed"]'::jsonb when 1 then '["looks"]'::jsonb
                            else '["speed", "looks", "friends"]'::jsonb end,
                        'plan', (array['free', 'paid', 'trial'])[n %% 3 + 1], 'role', n %% 4 + 1,
                        'returning', case when n %% 3 = 0 then 'yes' else 'no' end, 'age', 18 + n %% 60,
                        'spent', round(n %% 10000 / 100.0, 2), 'since', date '2020-01-01' + n %% 2000,
                        'what', 'I wanted to pay my bill and to see the one before, number ' || n,
                        'why', 'The checkout took longer than I had patience for, number ' || n),
                    '{}', now() - interval '1 minute', now(), timestamptz '2026-11-01' + n * interval '1 millisecond'
                from generate_series(1, %2$d) as n"""
                        .formatted(id, count);
        try (Connection connection = stand.connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
            statement.execute("vacuum analyze response");
        }
        return id;
    }

    /** @return seconds until the last byte was here */
    private double export(Stand stand, String questionnaire, int count) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + stand.port(0)
                        + "/v1/questionnaires/" + questionnaire + "/responses.xlsx?labels=true"))
                .header("Authorization", "Bearer " + Stand.SECRET)
                .build();
        Path file = Files.createTempFile("xlsx-bench", ".xlsx");
        try {
            double busy = stand.processorSeconds(0);
            double busyDatabase = stand.databaseProcessorSeconds();
            long begun = System.nanoTime();
            HttpResponse<Path> answer = http.send(request, HttpResponse.BodyHandlers.ofFile(file));
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the export was refused: " + answer.statusCode());
            }
            out.printf(
                    "%,9d rows %6.2f s, %,8.0f rows/s, of the processor %5.2f s and %5.2f s of PostgreSQL, %5.1f MB, %d MB resident%n",
                    count,
                    seconds,
                    count / seconds,
                    stand.processorSeconds(0) - busy,
                    stand.databaseProcessorSeconds() - busyDatabase,
                    Files.size(file) / 1e6,
                    stand.mostResidentKilobytes(0) >> 10);
            long found = rows(file);
            if (found != count + 1L) {
                throw new IllegalStateException(
                        "the sheet has " + found + " rows for " + count + " responses and a head");
            }
            return seconds;
        } finally {
            Files.delete(file);
        }
    }

    private static long rows(Path workbook) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(workbook)))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                if (part.getName().startsWith("xl/worksheets/sheet")) {
                    return SheetRows.in(zip);
                }
            }
        }
        return 0;
    }
}
