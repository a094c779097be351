package io.earshot.report;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook as text, a line per cell: {@code sheet!cell = value [format]}; of data sheets only the first rows. */
final class WorkbookText {
    private static final int DATA_ROWS = 4;

    private WorkbookText() {}

    static String of(byte[] workbook) throws IOException {
        List<String> lines = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            for (Sheet sheet : book) {
                lines.add("# " + sheet.getSheetName());
                for (Row row : sheet) {
                    if (!sheet.getSheetName().matches("(Data|Données) \\(.*") || row.getRowNum() < DATA_ROWS) {
                        row.forEach(cell -> line(cell, lines));
                    }
                }
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static void line(Cell cell, List<String> lines) {
        if (cell.getCellType() == CellType.BLANK) {
            return;
        }
        String value = cell.getCellType() == CellType.NUMERIC
                ? String.format(java.util.Locale.ROOT, "%.10g", cell.getNumericCellValue())
                : cell.getStringCellValue();
        String format = cell.getCellStyle().getDataFormatString();
        lines.add(cell.getSheet().getSheetName() + "!" + cell.getAddress() + " = " + value
                + (format.equals("General") ? "" : " [" + format + "]"));
    }
}
