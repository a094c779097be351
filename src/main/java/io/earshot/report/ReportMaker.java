package io.earshot.report;

import io.earshot.dataset.Extract;
import io.earshot.dataset.ResponseDataset;
import io.earshot.dataset.TextColumn;
import io.earshot.finding.About;
import io.earshot.finding.Finding;
import io.earshot.finding.FindingJson;
import io.earshot.finding.Results;
import io.earshot.questionnaire.PublishedVersion;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.workbook.ReportWorkbook;
import io.earshot.workbook.SummaryPage;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes a report: reads, computes, draws, keeps. Starts clean each time; nothing is kept before all is there. */
@ApplicationScoped
class ReportMaker {
    // What the phases are of the whole, roughly as their times are.
    private static final double READ = 0.3;
    private static final double COMPUTED = 0.4;
    private static final double DRAWN = 0.98;

    private final Questionnaires questionnaires;
    private final VersionsReader responses;
    private final Funnels funnels;
    private final Summaries summaries;
    private final Runs runs;
    private final Clock clock;
    private final String software;

    ReportMaker(
            Questionnaires questionnaires,
            VersionsReader responses,
            Funnels funnels,
            Summaries summaries,
            Runs runs,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "") String version) {
        this.questionnaires = questionnaires;
        this.responses = responses;
        this.funnels = funnels;
        this.summaries = summaries;
        this.runs = runs;
        this.clock = clock;
        this.software = ("Earshot " + version).strip();
    }

    /** @throws RunEnded if the report was cancelled, deleted or taken over meanwhile */
    void make(Runs.Run run, RunProgress progress) throws IOException {
        Definition definition = run.definition();
        PublishedVersion asked = questionnaires.version(run.workspace(), run.questionnaire(), run.version());
        progress.at("reading responses", 0);
        VersionsReader.Read read = responses.read(run, asked, part -> progress.at("reading responses", READ * part));
        Preparation prepared =
                Preparation.of(definition, asked.content(), read.reading().extract(), read.versions());
        List<Finding> findings = new ArrayList<>(prepared.findings());
        findings.addAll(Analysis.findings(
                definition,
                prepared.answers().under(circumstances(run, prepared.extract())),
                part -> progress.at("computing", READ + (COMPUTED - READ) * part)));
        Results results = new Results(
                about(run, asked, read.reading(), prepared.extract()), Analysis.codebook(prepared.answers()), findings);
        keep(run, results, prepared.extract(), progress);
    }

    private Circumstances circumstances(Runs.Run run, Extract extract) {
        ZoneId zone = run.definition().zone();
        boolean wanted = run.definition().sections().stream().anyMatch(ResponseRatesSection.class::isInstance);
        return wanted
                ? new Circumstances(
                        extract.identity(),
                        zone,
                        funnels.days(run.workspace(), run.questionnaire(), zone),
                        funnels.unprompted(run.workspace(), run.questionnaire()))
                : new Circumstances(extract.identity(), zone, List.of(), 0);
    }

    private void keep(Runs.Run run, Results results, Extract extract, RunProgress progress) throws IOException {
        Path file = Files.createTempFile("earshot-report-", ".xlsx");
        try {
            progress.at("writing the workbook", COMPUTED);
            double rows = Math.max(1, ReportWorkbook.rows(extract));
            DoubleConsumer drawn = part -> progress.at("writing the workbook", COMPUTED + (DRAWN - COMPUTED) * part);
            String sha256 = write(file, out -> {
                OutputStream watched = new WatchedOutput(out, () -> drawn.accept(1));
                new ReportWorkbook().write(results, extract, watched, written -> drawn.accept(written / rows));
            });
            progress.at("storing", DRAWN);
            summaries.keep(run, SummaryPage.of(results));
            runs.finish(run, FindingJson.write(results), file, sha256);
        } finally {
            Files.delete(file);
        }
    }

    private About about(Runs.Run run, PublishedVersion asked, ResponseDataset.Reading reading, Extract extract) {
        Definition definition = run.definition();
        String language = definition.languageFor(asked.content());
        return new About(
                definition.title().in(language, "en"),
                definition.name(),
                Definitions.hash(definition),
                asked.questionnaire(),
                asked.name(),
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
        return IntStream.range(0, statuses.rows())
                .filter(row -> statuses.text(row).filter(status::equals).isPresent())
                .count();
    }

    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Writes a file; returns its SHA-256 in hexadecimal. */
    private static String write(Path file, Content content) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (OutputStream out =
                    new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
                content.to(out);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
