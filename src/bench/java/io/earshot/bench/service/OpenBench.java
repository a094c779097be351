package io.earshot.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.bench.LibreOffice;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * How long LibreOffice takes to open the workbook of the report "everything" over 50,000 responses of 25 variables, and to write its
 * sheet of labels as CSV. Ends with 1 if that takes longer than a minute or a response is missing in the CSV.
 */
final class OpenBench {
    private static final int COUNT = 50_000;
    private static final double MOST_SECONDS = 60;
    private static final String DATA = "Data (labels)";
    private static final Pattern SHEET = Pattern.compile("<sheet [^>]*name=\"([^\"]*)\"");

    private final int count;
    private final PrintStream out = System.out;
    private final ObjectMapper json = new ObjectMapper();

    private OpenBench(int count) {
        this.count = count;
    }

    /** @param arguments how many responses (50,000 if absent); a file to keep the workbook in */
    static void main(String[] arguments) throws Exception {
        if (!LibreOffice.isThere()) {
            System.out.println("left out: there is no soffice on this machine");
            return;
        }
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : COUNT;
        Path kept = arguments.length > 1 ? Path.of(arguments[1]) : Files.createTempFile("open-bench", ".xlsx");
        try {
            if (!new OpenBench(count).holds(kept)) {
                System.exit(1);
            }
        } finally {
            if (arguments.length < 2) {
                Files.delete(kept);
            }
        }
    }

    private boolean holds(Path workbook) throws Exception {
        try (Stand stand = new Stand("-Xmx1g")) {
            stand.startNode();
            UUID questionnaire = UUID.fromString(stand.publish("surveyed", Surveyed.QUESTIONNAIRE));
            try (Connection connection = stand.connect()) {
                Surveyed.fill(connection, questionnaire, count);
            }
            long begun = System.nanoTime();
            download(stand, report(stand, questionnaire), workbook);
            out.printf(
                    "the report \"everything\" of %,d responses: %.1f s, workbook of %.1f MB%n",
                    count, (System.nanoTime() - begun) / 1e9, Files.size(workbook) / 1e6);
        }
        return opens(workbook);
    }

    private boolean opens(Path workbook) throws IOException, InterruptedException {
        List<String> names;
        try (ZipFile zip = new ZipFile(workbook.toFile());
                InputStream part = zip.getInputStream(zip.getEntry("xl/workbook.xml"))) {
            names = SHEET.matcher(new String(part.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }
        int sheet = names.indexOf(DATA) + 1;
        try (LibreOffice office = new LibreOffice()) {
            // The first start of all makes its settings.
            double start = empty(office);
            LibreOffice.Made made = office.csv(workbook, sheet);
            long lines = lines(made.file());
            out.printf(
                    "LibreOffice opens its %d sheets and writes \"%s\" as CSV in %.1f s, of which %.1f s start it; %,d lines%n",
                    names.size(), names.get(sheet - 1), made.seconds(), start, lines);
            return made.seconds() <= MOST_SECONDS && lines == count + 1L;
        }
    }

    private static double empty(LibreOffice office) throws IOException, InterruptedException {
        Path file = Files.createTempFile("empty", ".csv");
        try {
            Files.writeString(file, "a,b\n1,2\n");
            office.csv(file, 1);
            return office.csv(file, 1).seconds();
        } finally {
            Files.delete(file);
        }
    }

    private static long lines(Path csv) throws IOException {
        try (Stream<String> lines = Files.lines(csv)) {
            return lines.count();
        }
    }

    private String report(Stand stand, UUID questionnaire) throws IOException, InterruptedException {
        ObjectNode request = json.createObjectNode();
        request.put("questionnaire", questionnaire.toString());
        request.set("report", json.readTree(Path.of("reports/everything.json").toFile()));
        String id =
                stand.call("POST", "/v1/reports", request.toString()).get("id").asText();
        while (true) {
            JsonNode report = stand.call("GET", "/v1/reports/" + id, "");
            String status = report.get("status").asText();
            if (status.equals("done")) {
                return id;
            }
            if (List.of("failed", "cancelled").contains(status)) {
                throw new IllegalStateException(report.toString());
            }
            Thread.sleep(50);
        }
    }

    private static void download(Stand stand, String report, Path to) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + stand.port(0) + "/v1/reports/" + report + "/workbook"))
                .header("Authorization", "Bearer " + Stand.SECRET)
                .build();
        HttpResponse<Path> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofFile(to));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the workbook could not be downloaded: " + answer.statusCode());
        }
    }
}
