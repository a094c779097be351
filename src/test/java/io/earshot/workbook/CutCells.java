package io.earshot.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Finds words that are wrapped and whose last line has no room in their row. */
public final class CutCells {
    /** Of a line's height, to a letter's size; letters that reach low need what is above 1. */
    private static final double LINE = 1.15;

    private CutCells() {}

    /** Where they stand, what they are, and how much room they lack. */
    public static List<String> of(XSSFWorkbook book) {
        List<String> cut = new ArrayList<>();
        for (Sheet sheet : book) {
            Map<Cell, CellRangeAddress> spans = spans(sheet);
            for (Row row : sheet) {
                for (Cell cell : row) {
                    if (cell.getCellType() == CellType.STRING
                            && cell.getCellStyle().getWrapText()) {
                        look(sheet, row, cell, spans.getOrDefault(cell, alone(cell)), cut);
                    }
                }
            }
        }
        return cut;
    }

    private static CellRangeAddress alone(Cell cell) {
        return new CellRangeAddress(
                cell.getRowIndex(), cell.getRowIndex(), cell.getColumnIndex(), cell.getColumnIndex());
    }

    private static void look(Sheet sheet, Row row, Cell cell, CellRangeAddress span, List<String> cut) {
        XSSFCellStyle style = (XSSFCellStyle) cell.getCellStyle();
        double size = style.getFont().getFontHeightInPoints();
        int characters = IntStream.rangeClosed(span.getFirstColumn(), span.getLastColumn())
                        .map(sheet::getColumnWidth)
                        .sum()
                / 256;
        double room = IntStream.rangeClosed(span.getFirstRow(), span.getLastRow())
                .mapToDouble(number -> sheet.getRow(number).getHeightInPoints())
                .sum();
        double needed = ArialText.linesOfNumbers(characters, cell.getStringCellValue(), size) * size * LINE;
        if (needed > room) {
            cut.add("%s!%s lacks %.1f points: %s"
                    .formatted(sheet.getSheetName(), cell.getAddress(), needed - room, cell.getStringCellValue()));
        }
    }

    private static Map<Cell, CellRangeAddress> spans(Sheet sheet) {
        Map<Cell, CellRangeAddress> spans = new HashMap<>();
        for (CellRangeAddress span : sheet.getMergedRegions()) {
            Row row = sheet.getRow(span.getFirstRow());
            Cell cell = row == null ? null : row.getCell(span.getFirstColumn());
            if (cell != null) {
                spans.put(cell, span);
            }
        }
        return spans;
    }
}
