package io.earshot.report;

import io.earshot.dataset.Extract;
import io.earshot.dataset.ResponseDataset;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.Watch;
import io.earshot.device.Catalogue;
import io.earshot.finding.About;
import io.earshot.finding.Finding;
import io.earshot.finding.FindingJson;
import io.earshot.finding.Results;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workbook.ReportWorkbook;
import io.earshot.workbook.SummaryPage;
import io.earshot.workspace.PrivacyOfWorkspaces;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a report: reads, computes, draws, keeps. Starts clean each time; nothing is kept before all is there. */
@ApplicationScoped
class ReportMaker {
    private final Questionnaires questionnaires;
    private final VersionsReader responses;
    private final Funnels funnels;
    private final KeptResults kept;
    private final ResponseStates states;
    private final Runs runs;
    private final PrivacyOfWorkspaces privacy;
    private final Catalogue catalogue;
    private final Clock clock;
    private final String software;

    ReportMaker(
            Questionnaires questionnaires,
            VersionsReader responses,
            Funnels funnels,
            KeptResults kept,
            ResponseStates states,
            Runs runs,
            PrivacyOfWorkspaces privacy,
            Catalogue catalogue,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "") String version) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.funnels = funnels;
        this.kept = kept;
        this.states = states;
        this.runs = runs;
        this.privacy = privacy;
        this.catalogue = catalogue;
        this.clock = clock;
        this.software = ("Earshot " + version).strip();
    }

    /** @throws RunEnded if the report was cancelled, deleted or taken over meanwhile */
    void make(Runs.Run run, RunProgress progress) throws IOException {
        Watch.<Runs.Run, IOException>over(progress::check, () -> {
            makeWatched(run, progress);
            return run;
        });
    }

    private void makeWatched(Runs.Run run, RunProgress progress) throws IOException {
        Definition definition = run.definition();
        PublishedVersion asked = questionnaires.version(run.workspace(), run.questionnaire(), run.version());
        progress.at(Phase.STARTING, 0);
        // Before the responses are read: were it told afterwards, it could name changes that the result has not seen.
        ResponseState state = states.now(run.workspace(), asked, definition, progress::ask);
        progress.rows(state.rows());
        progress.expect(Timings.of(
                state.rows(),
                asked.content().columns().size(),
                definition.sections().size(),
                definition.hasDataSheets()));
        progress.at(Phase.READING, 0);
        boolean words = definition.hasDataSheets() || definition.filter() != null;
        VersionsReader.Read read = responses.read(run, asked, words, part -> progress.at(Phase.READING, part));
        progress.at(Phase.COMPUTING, 0);
        Preparation prepared = Preparation.of(
                definition,
                asked.content(),
                read.reading().extract(),
                read.versions(),
                privacy.kAnonymity(run.workspace()));
        List<Finding> findings = new ArrayList<>(prepared.findings());
        findings.addAll(read.findings());
        findings.addAll(Analysis.findings(
                definition,
                prepared.answers().under(circumstances(run, prepared.extract(), progress)),
                part -> progress.at(Phase.COMPUTING, part)));
        Results results = new Results(
                about(run, asked, read.reading(), prepared.extract()),
                Codebook.of(prepared.answers(), prepared.extract(), catalogue),
                findings);
        try (ScratchFile workbook = ScratchFile.open()) {
            draw(definition, results, prepared.extract(), workbook, progress);
            progress.at(Phase.STORING, 0);
            String numbers = FindingJson.write(results);
            progress.check();
            String summary = SummaryPage.of(results);
            String told = states.toKeep(run.workspace(), asked, state);
            runs.finish(progress, new Outcome(numbers, summary, workbook, kept.asked(asked, definition), told));
        }
    }

    private Circumstances circumstances(Runs.Run run, Extract extract, RunProgress progress) {
        ZoneId zone = run.definition().zone();
        boolean wanted = run.definition().sections().stream().anyMatch(ResponseRatesSection.class::isInstance);
        return wanted
                ? new Circumstances(
                        extract.identity(),
                        zone,
                        funnels.days(run.workspace(), run.questionnaire(), zone, progress::ask),
                        funnels.unprompted(run.workspace(), run.questionnaire(), progress::ask))
                : new Circumstances(extract.identity(), zone, List.of(), 0);
    }

    private static void draw(
            Definition definition, Results results, Extract extract, ScratchFile workbook, RunProgress progress)
            throws IOException {
        long rows = definition.hasDataSheets() ? ReportWorkbook.rows(extract) : 0;
        progress.rows(rows);
        progress.at(Phase.DRAWING, 0);
        workbook.write(out -> new ReportWorkbook(definition.hasDataSheets())
                .write(results, extract, out, new ReportWorkbook.Progress() {
                    @Override
                    public void drawn(double part) {
                        progress.at(Phase.DRAWING, part);
                    }

                    @Override
                    public void written(long written) {
                        progress.at(Phase.WRITING, (double) written / Math.max(1, rows));
                    }
                }));
    }

    private About about(Runs.Run run, PublishedVersion asked, ResponseDataset.Reading reading, Extract extract) {
        Definition definition = run.definition();
        String language = definition.languageFor(asked.content());
        return new About(
                definition.title().in(language, "en"),
                definition.name(),
                Definitions.hash(definition),
                asked.questionnaire(),
                asked.content().title().plainIn(language, asked.content().defaultLanguage()),
                asked.version(),
                language,
                definition.zone(),
                definition.confidenceLevel(),
                definition.responseStatuses(),
                with(extract, "complete"),
                with(extract, "partial"),
                reading.otherVersions(),
                reading.first(),
                reading.last(),
                clock.instant(),
                software);
    }

    /** Those that a filter left. */
    private static long with(Extract extract, String status) {
        TextColumn statuses = extract.identity().stream()
                .filter(column -> column.name().equals("status"))
                .map(TextColumn.class::cast)
                .findFirst()
                .orElseThrow();
        return statuses.count(status);
    }
}
