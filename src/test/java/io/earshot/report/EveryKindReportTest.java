package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.dataset.CsvDataset;
import io.earshot.dataset.Extract;
import io.earshot.device.Catalogue;
import io.earshot.finding.About;
import io.earshot.finding.Finding;
import io.earshot.finding.FrequencyTable;
import io.earshot.finding.NumberSummary;
import io.earshot.finding.OpenAnswers;
import io.earshot.finding.Results;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.workbook.ReportWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Every kind of question gets through to findings and a workbook. */
class EveryKindReportTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String ANSWERS =
            """
            recommended,satisfaction,effort,used_notes,priorities,week_meetings,week_writing,matters_1_best,matters_1_worst,\
            volume,bought_on,call_at,picture,may_quote,reach_email,guide
            yes,5,7,phone;laptop,speed;price;search,40,60,privacy,looks,20,2024-02-29,08:30,i1;i2,agreed,ada@shop.example,clicked
            no,4,6,nowhere,price;speed;offline,100,,support,looks,40,2026-11-27,18:00,i3,declined,,
            """;

    @Test
    void codesAreCountedNumbersSummedUpAndWordsNumbered() throws IOException {
        List<Finding> findings = findings();

        assertThat(of(findings, FrequencyTable.class, FrequencyTable::subject))
                .contains(
                        "recommended",
                        "satisfaction",
                        "effort",
                        "used_notes",
                        "priorities.speed",
                        "matters_1_best",
                        "may_quote",
                        "guide")
                .doesNotContain("priorities");
        assertThat(of(findings, NumberSummary.class, NumberSummary::subject))
                .contains("week_other", "volume", "call_at", "both");
        assertThat(of(findings, OpenAnswers.class, OpenAnswers::subject))
                .contains("bought_on", "picture", "reach_email");
    }

    @Test
    void aRankingsTableCountsThePlacesOfAnOption() throws IOException {
        FrequencyTable price = findings().stream()
                .filter(FrequencyTable.class::isInstance)
                .map(FrequencyTable.class::cast)
                .filter(table -> table.subject().variable().equals("priorities.price"))
                .findFirst()
                .orElseThrow();

        // Second for one and first for the other.
        assertThat(price.subject().label()).isEqualTo("Which three should we work on first? – Price");
        assertThat(price.subject().codes()).hasSize(3);
        assertThat(price.scores().orElseThrow().mean()).isEqualTo(1.5);
    }

    @Test
    void theWorkbookHoldsEveryColumnAsWhatItIs() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook().write(results(), extract(), out, rows -> {});

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Sheet data = book.getSheet("Data (codes)");
            assertThat(cell(data, 1, "bought_on").getLocalDateTimeCellValue())
                    .isEqualTo(LocalDateTime.of(2024, 2, 29, 0, 0));
            assertThat(cell(data, 1, "bought_on").getCellStyle().getDataFormatString())
                    .isEqualTo("yyyy-mm-dd");
            assertThat(cell(data, 2, "call_at").getNumericCellValue()).isEqualTo(1080);
            assertThat(cell(data, 2, "priorities.price").getNumericCellValue()).isEqualTo(1);
            assertThat(cell(data, 2, "week_other").getNumericCellValue()).isZero();
            assertThat(cell(data, 1, "both").getNumericCellValue()).isEqualTo(6);
            assertThat(cell(data, 1, "picture").getStringCellValue()).isEqualTo("i1;i2");
        }
    }

    @Test
    void theCodebookHasEveryColumnOnce() throws IOException {
        assertThat(results().codebook())
                .extracting(entry -> entry.subject().variable(), entry -> entry.n())
                .contains(tuple("priorities.offline", 1L), tuple("week_other", 2L), tuple("both", 2L))
                .doesNotHaveDuplicates();
    }

    private static <F extends Finding> List<String> of(
            List<Finding> findings, Class<F> kind, Function<F, Subject> subject) {
        return findings.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .map(subject)
                .map(Subject::variable)
                .toList();
    }

    private static List<Finding> findings() throws IOException {
        return new FrequenciesSection(new Selection(true, List.of())).find(answers());
    }

    private static Results results() throws IOException {
        Instant noon = Instant.parse("2026-11-27T12:00:00Z");
        About about = new About(
                "All",
                "all",
                "0",
                new UUID(0, 1),
                "all",
                1,
                "en",
                ZoneId.of("UTC"),
                0.95,
                List.of("complete"),
                2,
                0,
                0,
                Optional.of(noon),
                Optional.of(noon),
                noon,
                "Earshot");
        return new Results(about, Codebook.of(answers(), extract(), new Catalogue()), findings());
    }

    private static Answers answers() throws IOException {
        return new Answers(questionnaire(), extract().answers(), "en", 0.95);
    }

    private static Extract extract() throws IOException {
        return CsvDataset.read(new StringReader(ANSWERS), questionnaire());
    }

    /** The elements of all examples, under names of their own, and a score of two of them. */
    private static Questionnaire questionnaire() throws IOException {
        ObjectNode all =
                JSON.createObjectNode().put("name", "all").put("title", "All").put("defaultLanguage", "en");
        all.putArray("scores")
                .addObject()
                .put("name", "both")
                .put("method", "mean")
                .putArray("items")
                .add("satisfaction")
                .add("effort");
        ArrayNode elements =
                all.putArray("pages").addObject().put("name", "only").putArray("elements");
        try (Stream<Path> examples = Files.list(Path.of("survey-schemas/examples"))) {
            for (Path example : examples.sorted().toList()) {
                JsonNode element = JSON.readTree(example.toFile()).at("/pages/0/elements/0");
                // Two examples may ask for the same thing.
                if (!elements.findValuesAsText("name")
                        .contains(element.path("name").asText())) {
                    elements.add(element);
                }
            }
        }
        return Questionnaire.read(all.toString());
    }

    private static Cell cell(Sheet sheet, int row, String head) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(head)) {
                return sheet.getRow(row).getCell(cell.getColumnIndex());
            }
        }
        throw new AssertionError("no column " + head);
    }
}
