package io.earshot.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class DataSheetTest {
    @Test
    void columnsThatDoNotFitGoOnOnSheetsWithALetterEachBehindTheFirstColumn() throws IOException {
        XSSFWorkbook book = written(
                IntStream.range(0, 40_000).mapToObj(DataSheetTest::field).toList(), 1);

        assertThat(names(book)).containsExactly("Data", "Data b", "Data c");
        assertThat(heads(book.getSheet("Data")))
                .hasSize(16_384)
                .startsWith("c0", "c1")
                .endsWith("c16383");
        assertThat(heads(book.getSheet("Data b")))
                .hasSize(16_384)
                .startsWith("c0", "c16384")
                .endsWith("c32766");
        assertThat(heads(book.getSheet("Data c")))
                .hasSize(40_000 - 32_767 + 1)
                .startsWith("c0", "c32767")
                .endsWith("c39999");
        assertThat(book.getSheet("Data b").getRow(1).getCell(1).getNumericCellValue())
                .isEqualTo(16_384);
        assertThat(book.getName("data_2").getRefersToFormula()).startsWith("'Data b'!$A$1:$XFD$2");
    }

    @Test
    void rowsAndColumnsThatDoNotFitGoOnTogether() throws IOException {
        List<Field> fields =
                IntStream.range(0, 16_385).mapToObj(DataSheetTest::field).toList();

        XSSFWorkbook book = written(fields, 3, 3);

        assertThat(names(book)).containsExactly("Data", "Data 2", "Data b", "Data b 2");
        assertThat(book.getSheet("Data b").getLastRowNum()).isEqualTo(2);
        assertThat(book.getSheet("Data b 2").getLastRowNum()).isEqualTo(1);
        assertThat(heads(book.getSheet("Data b 2"))).containsExactly("c0", "c16384");
    }

    @Test
    void everyColumnIsAsWideAsItsField() throws IOException {
        XSSFSheet sheet = written(
                        List.of(
                                new Field("id", 38, (row, cells) -> cells.text("a")),
                                new Field("x", 12, (row, cells) -> cells.number(1)),
                                new Field("y", 12, (row, cells) -> cells.number(1)),
                                new Field("why", 44, (row, cells) -> cells.text("b"))),
                        1)
                .getSheet("Data");

        assertThat(IntStream.range(0, 4).map(column -> sheet.getColumnWidth(column) / 256))
                .containsExactly(38, 12, 12, 44);
    }

    private static Field field(int column) {
        return new Field("c" + column, 12, (row, cells) -> cells.number(column));
    }

    private static XSSFWorkbook written(List<Field> fields, int rows) throws IOException {
        return written(fields, rows, 1_048_576);
    }

    private static XSSFWorkbook written(List<Field> fields, int rows, int rowsPerSheet) throws IOException {
        XSSFWorkbook frame = new XSSFWorkbook();
        StreamedBook book = new StreamedBook(frame);
        new DataSheet(book, new Styles(frame), rowsPerSheet).write("Data", "data", fields, rows, written -> {});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        book.write(out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<String> names(XSSFWorkbook book) {
        return IntStream.range(0, book.getNumberOfSheets())
                .mapToObj(book::getSheetName)
                .toList();
    }

    private static List<String> heads(XSSFSheet sheet) {
        List<String> heads = new ArrayList<>();
        sheet.getRow(0).forEach(cell -> heads.add(cell.getStringCellValue()));
        return heads;
    }
}
