package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.questionnaire.Element;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.workbook.CutCells;
import io.earshot.workbook.ReportWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden workbooks of a questionnaire with every kind of element, and of every section, plain and weighted. Their numbers are
 * R's: {@code src/test/r/golden.R} reads the golden texts and works out each anew.
 * {@code mvn test -Dtest=EveryKindGoldenTest -Dgolden.update=true} takes what is written as what is expected.
 */
class EveryKindGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final Path REPORTS = Path.of("src/test/resources/reports");

    /** Long lists of what the golden text of the banner has in full. */
    private static final Set<String> ELSEWHERE = Set.of("Tests", "Tidy");

    @ParameterizedTest
    @ValueSource(strings = {"topline", "crosstabs", "wave-comparison", "every-plain", "every-weighted"})
    void theWorkbookReadsAsExpected(String definition) throws IOException {
        Sample.Made made = sample().made(definition(definition), "en");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook().write(made.results(), made.extract(), out, rows -> {});

        String text = WorkbookText.of(out.toByteArray())
                .lines()
                .filter(line -> !ELSEWHERE.contains(line.replaceAll("!.*", "")))
                .collect(Collectors.joining("\n", "", "\n"));

        Path golden = GOLDEN.resolve(definition + ".txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"topline", "crosstabs", "wave-comparison", "every-plain", "every-weighted"})
    void noWordIsCut(String definition) throws IOException {
        for (String language : List.of("en", "fr")) {
            Sample.Made made = sample().made(definition(definition), language);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new ReportWorkbook().write(made.results(), made.extract(), out, rows -> {});

            try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
                assertThat(CutCells.of(book)).as(language).isEmpty();
            }
        }
    }

    @Test
    void theQuestionnaireHasEveryKindOfElementThatThereIs() throws IOException {
        try (Stream<Path> examples = Files.list(Path.of("survey-schemas/examples"))) {
            Set<String> kinds = examples.map(
                            file -> file.getFileName().toString().replace(".json", ""))
                    .collect(Collectors.toSet());

            assertThat(sample().questionnaire().pages().stream()
                            .flatMap(page -> page.elements().stream())
                            .map(Element::type))
                    .containsAll(kinds);
            assertThat(kinds).hasSize(22);
        }
    }

    @Test
    void theGoldenDefinitionsHaveEverySectionThatThereIs() throws IOException {
        String definitions = Files.readString(GOLDEN.resolve("every-plain.json"))
                + Files.readString(Path.of("reports/wave-comparison.json"))
                + Files.readString(Path.of("reports/response-rates.json"));

        assertThat(new ObjectMapper()
                        .readTree(Path.of("survey-schemas/report.schema.json").toFile())
                        .at("/$defs/section")
                        .findValuesAsText("const"))
                .isNotEmpty()
                .allMatch(kind -> definitions.contains("\"kind\": \"" + kind + "\""));
    }

    private static Definition definition(String name) throws IOException {
        Path file = GOLDEN.resolve(name + ".json");
        return Files.exists(file)
                ? Definitions.read(new ObjectMapper().readTree(file.toFile()))
                : Definitions.readyMade(name).orElseThrow();
    }

    private static Sample sample() throws IOException {
        return Sample.of(
                Questionnaire.read(Files.readString(REPORTS.resolve("every-kind.json"))),
                Files.readString(REPORTS.resolve("every-kind.csv")));
    }
}
