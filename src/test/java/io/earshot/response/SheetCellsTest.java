package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class SheetCellsTest {
    private interface Rows {
        void into(SheetCells cells);
    }

    @Test
    void eachValueIsReadBackAsWhatItIs() throws IOException {
        XSSFWorkbook book = book(List.of("t", "n", "moment", "day", "clock", "none"), SheetCells.MOST_ROWS, cells -> {
            cells.text("<Ärger> & Lob");
            cells.number(new BigDecimal("-12.5"));
            cells.time(Instant.parse("2026-11-22T09:30:15Z"));
            cells.date(LocalDate.of(2024, 2, 29));
            cells.timeOfDay(LocalTime.of(18, 45));
            cells.nothing();
            cells.endRow();
        });

        var row = book.getSheet("Responses").getRow(1);
        assertThat(row.getCell(0).getStringCellValue()).isEqualTo("<Ärger> & Lob");
        assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(-12.5);
        assertThat(DateUtil.isCellDateFormatted(row.getCell(2))).isTrue();
        assertThat(row.getCell(2).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2026, 11, 22, 9, 30, 15));
        assertThat(DateUtil.isCellDateFormatted(row.getCell(3))).isTrue();
        assertThat(row.getCell(3).getLocalDateTimeCellValue()).isEqualTo(LocalDateTime.of(2024, 2, 29, 0, 0));
        assertThat(row.getCell(4).getNumericCellValue()).isEqualTo(0.78125); // 18:45 is 1125 of 1440 minutes
        assertThat(row.getCell(5)).isNull();
        assertThat(book.getSheet("Responses").getRow(0).getCell(2).getStringCellValue())
                .isEqualTo("moment");
    }

    @Test
    void textStaysTextWhateverItLooksLike() throws IOException {
        List<String> hostile =
                List.of("=1+1", "-5", "007", "_x0041_", "a\u0007b", "line\r\nend", "  kept  ", "😀 \uD83D!");

        XSSFWorkbook book = book(
                List.of("t"),
                SheetCells.MOST_ROWS,
                cells -> hostile.forEach(text -> {
                    cells.text(text);
                    cells.endRow();
                }));

        List<String> read = hostile.stream()
                .map(text ->
                        book.getSheetAt(0).getRow(hostile.indexOf(text) + 1).getCell(0))
                .peek(cell -> assertThat(cell.getCellType()).isEqualTo(CellType.STRING))
                .map(Cell::getStringCellValue)
                .toList();
        assertThat(read).containsExactly("=1+1", "-5", "007", "_x0041_", "ab", "line\r\nend", "  kept  ", "😀 !");
        assertThat(book.getSheetAt(0).getRow(1).getCell(0).getCellStyle().getQuotePrefixed())
                .isTrue();
        assertThat(book.getSheetAt(0).getRow(3).getCell(0).getCellStyle().getQuotePrefixed())
                .isFalse();
    }

    @Test
    void aTextThatNoCellCanHoldSaysThatItWasCut() throws IOException {
        XSSFWorkbook book = book(List.of("t"), SheetCells.MOST_ROWS, cells -> {
            cells.text("x".repeat(40_000));
            cells.endRow();
        });

        assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                .hasSize(32_767)
                .endsWith("[cut, 40000 characters; whole in CSV and NDJSON]");
    }

    @Test
    void whatDoesNotFitOnASheetGoesOnOnTheNextUnderTheSameHeader() throws IOException {
        XSSFWorkbook book = book(List.of("n"), 4, cells -> {
            for (int i = 1; i <= 7; i++) {
                cells.number(BigDecimal.valueOf(i));
                cells.endRow();
            }
        });

        assertThat(book.getNumberOfSheets()).isEqualTo(3);
        assertThat(book.getSheetAt(2).getSheetName()).isEqualTo("Responses 3");
        assertThat(book.getSheetAt(1).getRow(0).getCell(0).getStringCellValue()).isEqualTo("n");
        assertThat(book.getSheetAt(0).getLastRowNum()).isEqualTo(3);
        assertThat(book.getSheetAt(1).getRow(1).getCell(0).getNumericCellValue())
                .isEqualTo(4);
        assertThat(book.getSheetAt(2).getRow(1).getCell(0).getNumericCellValue())
                .isEqualTo(7);
        assertThat(book.getSheetAt(2).getLastRowNum()).isEqualTo(1);
    }

    @Test
    void aNumberWithMoreDigitsThanExcelKeepsIsText() throws IOException {
        XSSFWorkbook book = book(List.of("n"), SheetCells.MOST_ROWS, cells -> {
            cells.number(new BigDecimal("12345678901234567"));
            cells.endRow();
        });

        assertThat(book.getSheetAt(0).getRow(1).getCell(0).getStringCellValue()).isEqualTo("12345678901234567");
    }

    private static XSSFWorkbook book(List<String> header, int mostRows, Rows rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SheetCells cells = new SheetCells(bytes, header, mostRows);
        rows.into(cells);
        cells.finish();
        return new XSSFWorkbook(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
