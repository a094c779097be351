package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.finding.Results;
import io.earshot.workbook.ReportWorkbook;
import io.earshot.workbook.SummaryPage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code mvn test -Dtest=ModuleWorkbooksTest -Dgolden.update=true} takes what is written as what is expected. Where their
 * numbers come from: {@link ModulesAgainstRTest}.
 */
class ModuleWorkbooksTest {
    @ParameterizedTest
    @CsvSource({
        "nps-tracker, checkout-feedback, en, NPS trend",
        "csat-ces, checkout-feedback, en, Satisfaction and effort",
        "key-drivers, checkout-feedback, fr, Leviers principaux",
        "sus, sus, en, Scores",
        "price-sensitivity, price-sensitivity, en, Price sensitivity",
        "kano, kano, fr, Kano",
        "max-diff, max-diff, en, MaxDiff",
        "data-quality, sus, en, Data quality",
        "response-rates, checkout-feedback, fr, Taux de réponse",
        "everything, checkout-feedback, en, Left out"
    })
    void theSheetOfAReadyMadeReportReadsAsExpected(String definition, String template, String language, String sheet)
            throws IOException {
        String text = WorkbookText.of(workbook(definition, template, language))
                .lines()
                .filter(line -> line.startsWith(sheet + "!"))
                .collect(Collectors.joining("\n", "", "\n"));

        Path golden = Path.of("src/test/resources/golden/" + definition + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void everyChartSaysInWordsWhatItShows() throws IOException {
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(workbook("everything", "checkout-feedback", "en")))) {
            int charts = 0;
            for (int i = 0; i < book.getNumberOfSheets(); i++) {
                XSSFSheet sheet = book.getSheetAt(i);
                if (sheet.getDrawingPatriarch() == null) {
                    continue;
                }
                for (var anchor : sheet.getDrawingPatriarch().getCTDrawing().getTwoCellAnchorList()) {
                    charts++;
                    assertThat(anchor.getGraphicFrame()
                                    .getNvGraphicFramePr()
                                    .getCNvPr()
                                    .getDescr())
                            .as(sheet.getSheetName())
                            .isNotBlank();
                }
            }
            assertThat(charts).isGreaterThan(10);
        }
    }

    @Test
    void thereIsNoSheetOfChartsWhereEachHasItsChartWithItsTable() throws IOException {
        String matrix =
                """
                {"name": "a", "title": "A", "sections": [{"kind": "topline", "variables": [%s]}]}""";

        assertThat(sheets(matrix.formatted("\"A1\", \"A2\"")))
                .contains("Matrices")
                .doesNotContain("Charts");
        assertThat(sheets(matrix.formatted("\"A1\", \"A2\", \"education\""))).contains("Matrices", "Charts");
    }

    private static List<String> sheets(String definition) throws IOException {
        Bfi.Made made = Bfi.made(definition);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook().write(made.results(), made.extract(), out, rows -> {});
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            return IntStream.range(0, book.getNumberOfSheets())
                    .mapToObj(book::getSheetName)
                    .toList();
        }
    }

    @Test
    void everyTextIsARowWithItsQuestionAndWhatLooksLikeAFormulaIsText() throws IOException {
        try (XSSFWorkbook book =
                new XSSFWorkbook(new ByteArrayInputStream(workbook("everything", "checkout-feedback", "en")))) {
            XSSFSheet sheet = book.getSheet("Open answers");

            List<String> heads = new java.util.ArrayList<>();
            sheet.getRow(0).forEach(cell -> heads.add(cell.getStringCellValue()));
            List<String> texts = new java.util.ArrayList<>();
            sheet.forEach(row -> texts.add(row.getCell(5).getStringCellValue()));
            assertThat(heads).containsExactly("id", "submitted_at", "language", "Variable", "Question", "Text");
            // As many as the file has comments, and the head.
            assertThat(sheet.getPhysicalNumberOfRows()).isEqualTo(1 + comments().size());
            assertThat(texts).containsAll(comments()).contains("=1+1 is not a formula");
            assertThat(sheet.getRow(1).getCell(1).getLocalDateTimeCellValue().getYear())
                    .isEqualTo(2026);
        }
    }

    private static List<String> comments() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/reports/checkout-feedback.csv")).stream()
                .skip(1)
                .map(line -> line.replaceAll("^([^,]*,){11}", "").replace("\"", ""))
                .filter(comment -> !comment.isEmpty())
                .toList();
    }

    @Test
    void aWorkbookWithoutDataSheetsHasNoResponsesAndItsCoverSaysSo() throws IOException {
        Definition definition = Definitions.parse(
                Definitions.write(Definitions.readyMade("everything").orElseThrow())
                        .replaceFirst("\\{", "{\"dataSheets\": false, "));
        Sample sample = sample("checkout-feedback");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new ReportWorkbook(definition.hasDataSheets())
                .write(sample.results("everything", "en"), sample.extract(), out, rows -> {});

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            List<String> names = new java.util.ArrayList<>();
            book.forEach(sheet -> names.add(sheet.getSheetName()));
            assertThat(names)
                    .contains("Cover", "Codebook")
                    .doesNotContain("Data (labels)", "Data (codes)", "Open answers", "Long answers");
            assertThat(book.getName("data_labels")).isNull();
        }
        String text = WorkbookText.of(out.toByteArray());
        assertThat(text).contains("There are no data sheets: the report’s definition leaves the responses out");
        assertThat(text).doesNotContain("The data sheets hold every response");
        // Some respondent's words.
        assertThat(text).doesNotContain("=1+1 is not a formula");
    }

    @Test
    void thatNoPromptWasRecordedIsSaidOnce() throws IOException {
        Sample sample = ModulesAgainstRTest.sample("checkout-feedback");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new ReportWorkbook().write(sample.results("response-rates", "en"), sample.extract(), out, rows -> {});

        List<String> warnings = WorkbookText.of(out.toByteArray())
                .lines()
                .filter(line -> line.startsWith("Response rates!"))
                .filter(line -> line.contains("No prompt") || line.contains("Small base"))
                .toList();
        assertThat(warnings).singleElement().asString().contains("No prompt to this questionnaire has been recorded.");
    }

    @Test
    void theSummaryIsOnePageThatNeedsNothingElse() {
        String page = SummaryPage.of(results("everything", "checkout-feedback", "fr"));

        assertThat(page)
                .startsWith("<!doctype html>")
                .contains("<html lang=\"fr\">", "Évolution du NPS", "Leviers principaux", "@media print")
                .doesNotContain("<script", "src=", "http://", "https://", "@import");
        assertThat(page.split("<svg", -1)).hasSizeGreaterThan(10);
        assertThat(page.split("role=\"img\" aria-label=\"\"", -1)).hasSize(1);
    }

    @Test
    void whatRespondentsOrEditorsWroteIsNoMarkupInTheSummary() {
        Results results = Sample.of("nps", "id,nps\n1,9\n").results("topline", "en");
        Results hostile = new Results(
                results.about(),
                results.codebook(),
                List.of(new io.earshot.finding.LeftOut("kano", "x"), renamed(results)));

        assertThat(SummaryPage.of(hostile))
                .contains("&lt;img src=x onerror=alert(1)&gt;")
                .doesNotContain("<img");
    }

    private static io.earshot.finding.OpenAnswers renamed(Results results) {
        var subject = results.codebook().get(0).subject();
        return new io.earshot.finding.OpenAnswers(
                new io.earshot.finding.Subject(
                        subject.variable(),
                        subject.question(),
                        "",
                        "<img src=x onerror=alert(1)>",
                        subject.measure(),
                        false,
                        List.of()),
                1,
                0);
    }

    private static byte[] workbook(String definition, String template, String language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook()
                .write(results(definition, template, language), sample(template).extract(), out, rows -> {});
        return out.toByteArray();
    }

    private static Results results(String definition, String template, String language) {
        return sample(template).results(definition, language);
    }

    private static Sample sample(String template) {
        Sample sample = ModulesAgainstRTest.sample(template);
        return sample.in(new Circumstances(
                sample.extract().identity(),
                ZoneId.of("Europe/Paris"),
                List.of(
                        new io.earshot.finding.ResponseFunnel.Day(
                                LocalDate.of(2026, 3, 2),
                                new io.earshot.finding.ResponseFunnel.Counts(100, 40, 30, 10, 15, 5, 10)),
                        new io.earshot.finding.ResponseFunnel.Day(
                                LocalDate.of(2026, 3, 3),
                                new io.earshot.finding.ResponseFunnel.Counts(60, 20, 20, 5, 5, 0, 5))),
                7));
    }
}
