package io.earshot.report;

import io.earshot.workspace.Listing;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;

/** Reports by what they are about, for whoever did not ask for them. */
@ApplicationScoped
public class FinishedWorkbooks {
    private static final int LOOKED_AT = 200;

    private final Reports reports;
    private final WorkbookFiles files;

    FinishedWorkbooks(Reports reports, WorkbookFiles files) {
        this.reports = reports;
        this.files = files;
    }

    /** The newest report on a questionnaire, finished or on its way. */
    public Optional<Report> newest(UUID workspace, UUID questionnaire) {
        return reports.list(workspace, Listing.window(LOOKED_AT, null)).items().stream()
                .filter(report -> report.questionnaire().equals(questionnaire))
                .filter(report ->
                        report.status() == ReportStatus.DONE || !report.status().isFinal())
                .findFirst();
    }

    /** Copies the whole workbook of a report that is done. */
    public void copy(UUID workspace, Report report, OutputStream out) throws IOException {
        Long size = report.workbookBytes();
        if (size == null) {
            throw new IllegalStateException("report " + report.id() + " is not done");
        }
        files.copy(workspace, report.id(), new ByteRange(0, size - 1), out);
    }
}
