package io.earshot.report;

import io.earshot.dataset.Watch;
import io.earshot.device.Catalogue;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workbook.DataFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/**
 * The responses that a report is about, as files for other programs: those that its definition chooses, filtered and weighted as
 * it says, as they are when asked for.
 */
@ApplicationScoped
class ReportData {
    /** Files being made at once: each holds its responses in memory. */
    private static final int AT_ONCE = 2;

    private static final int BUFFER = 1 << 16;

    private final Questionnaires questionnaires;
    private final VersionsReader responses;
    private final Reports reports;
    private final Catalogue catalogue;
    private final Semaphore places = new Semaphore(AT_ONCE);

    ReportData(Questionnaires questionnaires, VersionsReader responses, Reports reports, Catalogue catalogue) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.reports = reports;
        this.catalogue = catalogue;
    }

    /** What writes one kind of file. */
    interface Writing {
        void write(DataFiles files, String title, OutputStream out) throws IOException;
    }

    /** Can be ended by whoever watches it ({@link Watch}). @throws Problem 503 if as many files are being made as may be at once */
    void write(UUID workspace, Report report, Writing writing, OutputStream out) throws IOException {
        if (!places.tryAcquire()) {
            throw Problem.of(
                    503,
                    "too-many-exports",
                    "Too many exports",
                    AT_ONCE + " files of reports' data are being made, which is all at once; try again in a moment.");
        }
        try {
            Definition definition = reports.definition(workspace, report.id());
            PublishedVersion asked = questionnaires.version(workspace, report.questionnaire(), report.version());
            Runs.Run run =
                    new Runs.Run(report.id(), workspace, report.questionnaire(), report.version(), definition, 0);
            VersionsReader.Read read = responses.read(run, asked, true, part -> Watch.look());
            Preparation prepared =
                    Preparation.of(definition, asked.content(), read.reading().extract(), read.versions());
            String language = definition.languageFor(asked.content());
            DataFiles files = new DataFiles(
                    prepared.extract(),
                    language,
                    asked.content().defaultLanguage(),
                    definition.zone(),
                    Codebook.of(prepared.answers(), prepared.extract(), catalogue));
            OutputStream buffered = new BufferedOutputStream(out, BUFFER);
            writing.write(files, asked.name(), buffered);
            buffered.flush();
        } finally {
            places.release();
        }
    }
}
