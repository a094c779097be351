package io.earshot.questionnaire.exchange.xlsform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks for tests: a sheet is its name and its lines, whose cells are parted by |. */
final class Forms {
    private final Workbook workbook;

    private Forms(Workbook workbook) {
        this.workbook = workbook;
    }

    static Forms form() {
        return new Forms(new XSSFWorkbook());
    }

    static Forms on(Workbook workbook) {
        return new Forms(workbook);
    }

    Forms sheet(String name, String... lines) {
        Sheet sheet = workbook.createSheet(name);
        for (int i = 0; i < lines.length; i++) {
            Row row = sheet.createRow(i);
            String[] cells = lines[i].split("\\|", -1);
            for (int column = 0; column < cells.length; column++) {
                String cell = cells[column].strip();
                if (cell.matches("\\d{1,9}")) {
                    // As a spreadsheet does with what an author types.
                    row.createCell(column).setCellValue(Integer.parseInt(cell));
                } else if (!cell.isEmpty()) {
                    row.createCell(column).setCellValue(cell);
                }
            }
        }
        return this;
    }

    byte[] bytes() {
        try (workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
