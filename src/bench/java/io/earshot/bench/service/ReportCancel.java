package io.earshot.bench.service;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/**
 * Measures how soon a cancel takes effect: reports over many responses are cancelled at moments spread over a run, and what
 * counts is when the only place of the service is free for the next report. Ends with 1 if it takes longer than a second.
 */
final class ReportCancel {
    private static final int RESPONSES = 300_000;
    private static final int CANCELS = 20;
    private static final int WARM_UP = 4;
    private static final double MOST_SECONDS = 1;

    private ReportCancel() {}

    /** @param arguments how many responses (300,000 if absent), how many cancels (20 if absent) */
    public static void main(String[] arguments) throws Exception {
        int responses = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RESPONSES;
        int cancels = arguments.length > 1 ? Integer.parseInt(arguments[1]) : CANCELS;
        if (!holds(responses, cancels, System.out)) {
            System.exit(1);
        }
    }

    private static boolean holds(int responses, int cancels, PrintStream out)
            throws IOException, InterruptedException, SQLException {
        try (Stand stand = new Stand("-Xmx1g", "-Dearshot.reports.at-once=1");
                Connection database = stand.connect()) {
            stand.startNode();
            ReportRuns reports = new ReportRuns(stand, database);
            String large = reports.questionnaire(responses);
            String small = reports.questionnaire(10);
            // A few unseen, so that what is measured is no warm-up and moments are spread over a run as it is then.
            double seconds = Double.MAX_VALUE;
            for (int run = 0; run < WARM_UP; run++) {
                UUID whole = reports.request(0, large, "everything");
                seconds = Math.min(
                        seconds, reports.await(whole, row -> row.status().equals("done")));
            }
            out.printf("report 'everything' of %,d responses takes %.2f s%n", responses, seconds);
            double[] taken = new double[cancels];
            for (int cancel = 0; cancel < cancels; cancel++) {
                taken[cancel] = cancelled(reports, large, small, seconds * (cancel + 0.5) / cancels, out);
            }
            Arrays.sort(taken);
            out.printf("%d cancels: median %.2f s, longest %.2f s%n", cancels, taken[cancels / 2], taken[cancels - 1]);
            return taken[cancels - 1] <= MOST_SECONDS;
        }
    }

    private static double cancelled(ReportRuns reports, String large, String small, double after, PrintStream out)
            throws IOException, InterruptedException, SQLException {
        UUID report = reports.request(0, large, "everything");
        reports.await(report, row -> row.status().equals("running"));
        UUID next = reports.request(0, small, "topline");
        Thread.sleep(Math.round(after * 1000));
        ReportRuns.Row before = reports.row(report);
        long begun = System.nanoTime();
        reports.cancel(0, report);
        reports.await(next, row -> !row.status().equals("queued"));
        double seconds = (System.nanoTime() - begun) / 1e9;
        reports.await(next, row -> row.status().equals("done"));
        out.printf("  %-22s %3.0f %%: the next began %.2f s later%n", before.phase(), 100 * before.progress(), seconds);
        return seconds;
    }
}
