package io.earshot.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.dataset.CsvDataset;
import io.earshot.dataset.Extract;
import io.earshot.dataset.TimeColumn;
import io.earshot.device.Catalogue;
import io.earshot.finding.About;
import io.earshot.finding.Finding;
import io.earshot.finding.Results;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.workbook.ReportWorkbook;
import io.earshot.workbook.SummaryPage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Workbooks to look at, from files and without a database; {@code src/test/r/real-data.R} writes files of real answers.
 *
 * <p>Arguments, four a workbook: questionnaire (JSON), answers (CSV of codes), definition (JSON, or the name of a ready-made
 * one), workbook to write; the summary page is written beside it.
 */
final class RealWorkbooks {
    private RealWorkbooks() {}

    public static void main(String[] files) throws IOException {
        for (int i = 0; i + 3 < files.length; i += 4) {
            write(Path.of(files[i]), Path.of(files[i + 1]), files[i + 2], Path.of(files[i + 3]));
        }
    }

    private static void write(Path questions, Path answers, String definition, Path workbook) throws IOException {
        Questionnaire questionnaire = Questionnaire.read(Files.readString(questions));
        Definition asked = definition.endsWith(".json")
                ? Definitions.read(new ObjectMapper().readTree(Files.readString(Path.of(definition))))
                : Definitions.readyMade(definition).orElseThrow();
        Extract extract;
        try (Reader csv = Files.newBufferedReader(answers)) {
            extract = CsvDataset.read(csv, questionnaire);
        }
        Preparation prepared = Preparation.of(asked, questionnaire, extract, List.of(1));
        List<Finding> findings = new ArrayList<>(prepared.findings());
        findings.addAll(Analysis.findings(
                asked,
                prepared.answers().under(new Circumstances(prepared.extract().identity(), asked.zone(), List.of(), 0)),
                done -> {}));
        About about = about(asked, questionnaire, prepared.extract());
        Results results =
                new Results(about, Codebook.of(prepared.answers(), prepared.extract(), new Catalogue()), findings);
        try (OutputStream out = Files.newOutputStream(workbook)) {
            new ReportWorkbook(asked.hasDataSheets()).write(results, prepared.extract(), out, rows -> {});
        }
        Files.writeString(Path.of(workbook.toString().replace(".xlsx", ".html")), SummaryPage.of(results));
    }

    private static About about(Definition asked, Questionnaire questionnaire, Extract extract) {
        String language = asked.languageFor(questionnaire);
        return new About(
                asked.title().in(language, "en"),
                asked.name(),
                Definitions.hash(asked),
                new UUID(0, 1),
                questionnaire.title().in(language, questionnaire.defaultLanguage()),
                1,
                language,
                asked.zone(),
                asked.confidenceLevel(),
                asked.responseStatuses(),
                extract.rows(),
                0,
                0,
                sent(extract).min(Comparator.naturalOrder()),
                sent(extract).max(Comparator.naturalOrder()),
                Instant.parse("2026-11-27T12:00:00Z"),
                "Earshot");
    }

    private static Stream<Instant> sent(Extract extract) {
        return extract.identity().stream()
                .filter(column -> column.name().equals("submitted_at"))
                .map(TimeColumn.class::cast)
                .flatMap(times -> IntStream.range(0, times.rows()).mapToObj(times::time))
                .flatMap(Optional::stream);
    }
}
