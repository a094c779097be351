package io.earshot.bench.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Proves that a report is made once and whole whatever becomes of the processes that make it: they are killed with
 * {@code kill -9} at moments spread over a run and started again; one of two nodes is killed and stays away; one is halted
 * for longer than its lease and goes on when another has taken its report over. Ends with 1 if anything is wrong.
 */
final class ReportCrash {
    private static final int RESPONSES = 300_000;
    private static final int KILLS = 8;
    private static final String REPORT = "everything";

    private final int responses;
    private final int kills;
    private final PrintStream out;
    private final Path scratch;
    private final ObjectMapper json = new ObjectMapper();

    private ReportCrash(int responses, int kills, PrintStream out) throws IOException {
        this.responses = responses;
        this.kills = kills;
        this.out = out;
        this.scratch = Files.createTempDirectory("earshot-report-crash");
    }

    /** @param arguments how many responses (300,000 if absent), how many kills (8 if absent) */
    public static void main(String[] arguments) throws Exception {
        int responses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RESPONSES;
        int kills = arguments.length > 1 ? Integer.parseInt(arguments[1]) : KILLS;
        if (!new ReportCrash(responses, kills, System.out).holds()) {
            System.exit(1);
        }
    }

    private boolean holds() throws IOException, InterruptedException, SQLException {
        try (Stand stand = new Stand("-Xmx512m", "-Djava.io.tmpdir=" + scratch);
                Connection database = stand.connect()) {
            stand.startNode();
            ReportRuns reports = new ReportRuns(stand, database);
            String questionnaire = reports.questionnaire(responses);
            out.printf("report '%s' of %,d responses%n", REPORT, responses);
            boolean right = followed(reports, questionnaire);
            double seconds = undisturbed(reports, questionnaire);
            for (int kill = 1; kill <= kills; kill++) {
                right &= killed(stand, reports, questionnaire, seconds * kill / (kills + 1));
            }
            stand.startNode();
            right &= halted(stand, reports, questionnaire, seconds / 2);
            right &= takenOver(stand, reports, questionnaire, seconds / 2);
            return right;
        } finally {
            try (Stream<Path> left = Files.list(scratch)) {
                for (Path path : left.filter(Files::isRegularFile).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    /** Follows a run by its events. */
    private boolean followed(ReportRuns reports, String questionnaire) throws IOException, InterruptedException {
        UUID report = reports.request(0, questionnaire, REPORT);
        Map<String, Double> phases = new LinkedHashMap<>();
        long begun = System.nanoTime();
        double before = 0;
        int told = 0;
        boolean forward = true;
        String status = "";
        try (Stream<String> lines = reports.events(0, report).body()) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("data:")) {
                    JsonNode event = json.readTree(line.substring("data:".length()));
                    told++;
                    phases.putIfAbsent(event.get("phase").asText(), (System.nanoTime() - begun) / 1e9);
                    forward &= event.get("progress").asDouble() >= before;
                    before = event.get("progress").asDouble();
                    status = event.get("status").asText();
                }
            }
        }
        out.printf("  %d events, %s, first told after seconds:", told, forward ? "never backwards" : "BACKWARDS");
        phases.forEach((phase, seconds) -> out.printf(" %s %.1f", phase, seconds));
        out.println();
        return forward && status.equals("done") && told > 2;
    }

    private double undisturbed(ReportRuns reports, String questionnaire)
            throws IOException, InterruptedException, SQLException {
        UUID report = reports.request(0, questionnaire, REPORT);
        double seconds = reports.await(report, row -> row.status().equals("done"));
        out.printf("  undisturbed: %.2f s%n", seconds);
        return seconds;
    }

    private boolean killed(Stand stand, ReportRuns reports, String questionnaire, double after)
            throws IOException, InterruptedException, SQLException {
        UUID report = reports.request(0, questionnaire, REPORT);
        reports.await(report, row -> row.status().equals("running"));
        Thread.sleep(Math.round(after * 1000));
        stand.kill(0);
        ReportRuns.Row dead = reports.row(report);
        long files = files();
        stand.restart(0);
        reports.await(report, row -> row.status().equals("done") || row.status().equals("failed"));
        boolean whole = isOneAndWhole(reports, 0, report);
        // If the run was over already, a kill can't have harmed it.
        boolean nothingPartial = dead.status().equals("done") || !dead.results() && dead.chunks() == 0;
        out.printf(
                "  killed after %.2f s, %s at %.0f %%: %s left behind, %d files; after the restart %s in attempt %d%n",
                after,
                dead.status().equals("done") ? "done" : dead.phase(),
                100 * dead.progress(),
                nothingPartial ? "nothing" : "SOMETHING",
                files,
                whole ? "one whole workbook" : "NO WHOLE WORKBOOK",
                reports.row(report).attempt());
        return whole && nothingPartial && files == 0;
    }

    /** The node that runs the report sleeps until another has finished it, and goes on then. */
    private boolean halted(Stand stand, ReportRuns reports, String questionnaire, double after)
            throws IOException, InterruptedException, SQLException {
        UUID report = reports.request(0, questionnaire, REPORT);
        reports.await(report, row -> row.status().equals("running"));
        Thread.sleep(Math.round(after * 1000));
        int node = runner(stand, reports, report);
        signal("-STOP", stand.pid(node));
        double taken = reports.await(report, row -> row.attempt() > 1);
        reports.await(report, row -> row.status().equals("done"));
        String kept = reports.get(1 - node, report).get("workbookSha256").asText();
        signal("-CONT", stand.pid(node));
        Thread.sleep(3000);
        boolean same = reports.get(node, report).get("workbookSha256").asText().equals(kept);
        boolean whole = same && isOneAndWhole(reports, node, report);
        out.printf(
                "  one of two nodes halted: taken over after %.1f s; when it went on, %s%n",
                taken, whole ? "the other's workbook stayed the only one" : "THE RESULT CHANGED");
        return whole;
    }

    private static int runner(Stand stand, ReportRuns reports, UUID report) throws SQLException {
        return reports.row(report).process() == stand.pid(0) ? 0 : 1;
    }

    private boolean takenOver(Stand stand, ReportRuns reports, String questionnaire, double after)
            throws IOException, InterruptedException, SQLException {
        UUID report = reports.request(0, questionnaire, REPORT);
        reports.await(report, row -> row.status().equals("running"));
        Thread.sleep(Math.round(after * 1000));
        int node = runner(stand, reports, report);
        stand.kill(node);
        double taken = reports.await(report, row -> row.attempt() > 1);
        reports.await(report, row -> row.status().equals("done"));
        boolean whole = isOneAndWhole(reports, 1 - node, report);
        out.printf(
                "  one of two nodes killed: taken over after %.1f s, %s%n",
                taken, whole ? "one whole workbook" : "NO WHOLE WORKBOOK");
        return whole;
    }

    private static boolean isOneAndWhole(ReportRuns reports, int node, UUID report)
            throws IOException, InterruptedException, SQLException {
        ReportRuns.Row row = reports.row(report);
        return row.status().equals("done")
                && row.storedBytes()
                        == reports.get(node, report).get("workbookBytes").asLong()
                && reports.isWhole(node, report);
    }

    /** Files of reports that dead processes left. */
    private long files() throws IOException {
        try (Stream<Path> left = Files.list(scratch)) {
            return left.filter(path -> path.getFileName().toString().matches("(earshot|poi).*"))
                    .count();
        }
    }

    private static void signal(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", signal, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
    }
}
