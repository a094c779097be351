package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.workbook.CutCells;
import io.earshot.workbook.ReportWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is fitted to the width of a page must still be read. */
class PrintedPagesTest {
    /** Of A4 across within margins of half an inch, in units of a digit of Arial at ten points. */
    private static final double CHARACTERS_AT_FULL_SIZE = (297 / 25.4 - 1) * 72 / 5.56;

    @Test
    void scalesOfSixPointsAndTheirCodebookPrintAtSevenTenthsOrLarger() throws IOException {
        try (XSSFWorkbook book = written("topline")) {
            for (String name : List.of("Matrices", "Codebook")) {
                assertThat(characters(book.getSheet(name))).as(name).isLessThan(CHARACTERS_AT_FULL_SIZE / 0.7);
            }
        }
    }

    @Test
    void theFootOfAPageIsOfOneSizeOnEverySheet() throws IOException {
        try (XSSFWorkbook book = written("topline")) {
            book.sheetIterator().forEachRemaining(sheet -> assertThat(
                            ((XSSFSheet) sheet).getHeaderFooterProperties().getScaleWithDoc())
                    .as(sheet.getSheetName())
                    .isFalse());
        }
    }

    @Test
    void theFirstQuestionByGroupsStandsOnTheFirstPageAlsoWhereItHasElevenPoints() throws IOException {
        Sample sample = ModulesAgainstRTest.sample("checkout-feedback");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook().write(sample.results("crosstabs", "en"), sample.extract(), out, rows -> {});

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            XSSFSheet sheet = book.getSheet("Banner");
            int last = IntStream.rangeClosed(0, sheet.getLastRowNum())
                    .filter(row ->
                            sheet.getRow(row) != null && sheet.getRow(row).getCell(0) != null)
                    .filter(row ->
                            sheet.getRow(row).getCell(0).getStringCellValue().equals("Net Promoter Score"))
                    .findFirst()
                    .orElseThrow();
            assertThat(sheet.getRowBreaks()).isNotEmpty();
            assertThat(sheet.getRowBreaks()[0]).isGreaterThan(last);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"topline", "crosstabs", "key-drivers", "scale-reliability", "data-quality"})
    void everyWordHasRoomInItsRow(String definition) throws IOException {
        try (XSSFWorkbook book = written(definition)) {
            assertThat(CutCells.of(book)).isEmpty();
        }
    }

    private static double characters(XSSFSheet sheet) {
        int columns = sheet.getRow(5).getLastCellNum();
        return IntStream.range(0, columns).map(sheet::getColumnWidth).sum() / 256.0;
    }

    private static XSSFWorkbook written(String definition) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook().write(Bfi.results(definition), Bfi.answers(), out, rows -> {});
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }
}
