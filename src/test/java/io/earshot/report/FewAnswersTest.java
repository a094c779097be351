package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.workbook.ReportWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What a workbook says where there is too little to say much. */
class FewAnswersTest {
    @Test
    void aQuestionThatAllAnsweredAlikeIsNamedWhereItLeavesNoDrivers() throws IOException {
        try (XSSFWorkbook book = ofThree()) {
            assertThat(texts(book.getSheet("Key drivers")))
                    .contains("Not computed: all who answered everything gave the same answer to"
                            + " “How likely are you to recommend our shop to a friend?”.");
        }
    }

    @Test
    void aSheetOfNoComparisonsHasNoTable() throws IOException {
        try (XSSFWorkbook book = ofThree()) {
            XSSFSheet tests = book.getSheet("Tests");

            assertThat(texts(tests)).anySatisfy(text -> assertThat(text).startsWith("0 comparisons"));
            assertThat(texts(tests)).doesNotContain("Variable");
        }
    }

    /** Everything about three people who all gave a 7. */
    private static XSSFWorkbook ofThree() throws IOException {
        String csv;
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/reports/checkout-feedback.csv"))) {
            csv = lines.limit(4).collect(Collectors.joining("\n"));
        }
        Definition everything =
                Definitions.read(new ObjectMapper().readTree(Files.readString(Path.of("reports/everything.json"))));
        Sample.Made made = Sample.of("checkout-feedback", csv).made(everything, "en");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook(false).write(made.results(), made.extract(), out, rows -> {});
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<String> texts(XSSFSheet sheet) {
        return Stream.iterate(0, row -> row <= sheet.getLastRowNum(), row -> row + 1)
                .map(sheet::getRow)
                .filter(row -> row != null)
                .flatMap(row -> Stream.iterate(0, cell -> cell < row.getLastCellNum(), cell -> cell + 1)
                        .map(row::getCell))
                .filter(cell -> cell != null)
                .map(Object::toString)
                .toList();
    }
}
