package io.earshot.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The report "everything" over stored responses of 25 variables, made three times by a service with a heap of 1 GB: by a process that
 * has done nothing before, over the columns kept from then, and from PostgreSQL again. Seconds of each phase, responses a second, and
 * the most memory that the process had. Ends with 1 if the workbook lacks a response.
 */
final class ReportBench {
    private static final int COUNT = 1_000_000;
    private static final int LARGE = 10_000_000;
    private static final long MILLISECONDS_BETWEEN_LOOKS = 50;
    private static final int ROWS_A_SHEET = 1_048_576;

    private final int count;
    private final boolean dataSheets;
    private final PrintStream out = System.out;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    private ReportBench(int count, boolean dataSheets) {
        this.count = count;
        this.dataSheets = dataSheets;
    }

    /** @param arguments how many responses (1,000,000 if absent) */
    static void main(String[] arguments) throws Exception {
        end(new ReportBench(count(arguments, COUNT), true).holds());
    }

    /** The same without sheets of responses. @param arguments how many responses (10,000,000 if absent) */
    static void large(String[] arguments) throws Exception {
        end(new ReportBench(count(arguments, LARGE), false).holds());
    }

    private static int count(String[] arguments, int usual) {
        return arguments.length > 0 ? Integer.parseInt(arguments[0]) : usual;
    }

    private static void end(boolean holds) {
        if (!holds) {
            System.exit(1);
        }
    }

    private boolean holds() throws Exception {
        try (Stand stand = Stand.measured("-Xmx1g")) {
            stand.startNode();
            UUID questionnaire = UUID.fromString(stand.publish("surveyed", Surveyed.QUESTIONNAIRE));
            long begun = System.nanoTime();
            try (Connection connection = stand.connect()) {
                Surveyed.fill(connection, questionnaire, count);
            }
            out.printf("%,d responses stored in %.0f s%n", count, (System.nanoTime() - begun) / 1e9);
            boolean whole = report(stand, questionnaire, "First") & report(stand, questionnaire, "Second");
            stand.forgetColumns();
            return whole & report(stand, questionnaire, "Third");
        }
    }

    private boolean report(Stand stand, UUID questionnaire, String title) throws Exception {
        ObjectNode definition =
                (ObjectNode) json.readTree(Path.of("reports/everything.json").toFile());
        // Another title, so that it is not answered with the report from before.
        definition.putObject("title").put("en", title);
        if (!dataSheets) {
            definition.put("dataSheets", false);
        }
        ObjectNode request = json.createObjectNode();
        request.put("questionnaire", questionnaire.toString());
        request.set("report", definition);
        double busy = stand.processorSeconds(0);
        double busyDatabase = stand.databaseProcessorSeconds();
        long begun = System.nanoTime();
        String id =
                stand.call("POST", "/v1/reports", request.toString()).get("id").asText();
        Map<String, Double> phases = new LinkedHashMap<>();
        JsonNode report = awaitEnd(stand, id, phases);
        double seconds = (System.nanoTime() - begun) / 1e9;
        out.printf(
                "%s report: %.1f s, of the processor %.1f and %.1f of PostgreSQL, %,.0f responses/s, at most %d MB resident%n",
                title,
                seconds,
                stand.processorSeconds(0) - busy,
                stand.databaseProcessorSeconds() - busyDatabase,
                count / seconds,
                stand.mostResidentKilobytes(0) >> 10);
        phases.forEach(
                (phase, each) -> out.printf("  %-24s %6.2f s, %,11.0f responses/s%n", phase, each, count / each));
        if (!report.get("status").asText().equals("done")) {
            out.println("  " + report);
            return false;
        }
        return !dataSheets || hasAllRows(stand, id);
    }

    private JsonNode awaitEnd(Stand stand, String id, Map<String, Double> phases) throws Exception {
        long before = System.nanoTime();
        while (true) {
            JsonNode report = stand.call("GET", "/v1/reports/" + id, "");
            long now = System.nanoTime();
            String status = report.get("status").asText();
            JsonNode phase = report.get("phase");
            phases.merge(phase == null ? status : phase.asText(), (now - before) / 1e9, Double::sum);
            before = now;
            if (List.of("done", "failed", "cancelled").contains(status)) {
                return report;
            }
            Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
        }
    }

    /** Whether the two sheets of data, with those that they go on on, have every response. */
    private boolean hasAllRows(Stand stand, String id) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + stand.port(0) + "/v1/reports/" + id + "/workbook"))
                .header("Authorization", "Bearer " + Stand.SECRET)
                .build();
        Path file = Files.createTempFile("report-bench", ".xlsx");
        try {
            long begun = System.nanoTime();
            HttpResponse<Path> answer = http.send(request, HttpResponse.BodyHandlers.ofFile(file));
            out.printf(
                    "  workbook %.1f MB, downloaded in %.1f s%n",
                    Files.size(file) / 1e6, (System.nanoTime() - begun) / 1e9);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("the workbook could not be downloaded: " + answer.statusCode());
            }
            List<Long> sheets = new ArrayList<>();
            try (ZipInputStream zip = new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                    if (part.getName().startsWith("xl/worksheets/sheet")) {
                        sheets.add(SheetRows.in(zip));
                    }
                }
            }
            // What does not fit one sheet is on the next, which has a head again.
            long heads = (count + ROWS_A_SHEET - 2L) / (ROWS_A_SHEET - 1);
            long last = count - (heads - 1) * (ROWS_A_SHEET - 1) + 1;
            long whole = sheets.stream().filter(rows -> rows == last).count();
            out.printf("  sheets of %,d rows: %d of 2%n", last, whole);
            return whole == 2;
        } finally {
            Files.delete(file);
        }
    }
}
