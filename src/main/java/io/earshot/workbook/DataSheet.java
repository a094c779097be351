package io.earshot.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/**
 * One row per response, streamed, so that memory stays flat however many there are. What doesn't fit one sheet goes on:
 * rows on sheets "Data 2", "Data 3" and so on, columns on sheets "Data b", "Data c", with the first column repeated; texts
 * longer than a cell are handed back to be told in full elsewhere.
 */
final class DataSheet {
    /** The end of a text that goes on elsewhere. */
    static final String GOES_ON = " […]";

    private static final int COLUMNS = 16_384;
    private static final int REPORT_EVERY = 1_000;

    private final SXSSFWorkbook book;
    private final Styles styles;
    private final int rowsPerSheet;
    private final List<LongText> longTexts = new ArrayList<>();

    /** A text that its cell could not hold. */
    record LongText(int row, String field, String text) {}

    /** @param rowsPerSheet rows that a sheet takes, its head included; at least 2 */
    DataSheet(SXSSFWorkbook book, Styles styles, int rowsPerSheet) {
        if (rowsPerSheet < 2) {
            throw new IllegalArgumentException("rowsPerSheet must be 2 or more: " + rowsPerSheet);
        }
        this.book = book;
        this.styles = styles;
        this.rowsPerSheet = rowsPerSheet;
    }

    /**
     * Writes all rows.
     *
     * @param definedName how formulas may call the data; further sheets get {@code _2} and so on
     * @param progress    told the number of rows written so far; may throw to stop
     * @return the texts that their cells could not hold
     */
    List<LongText> write(String name, String definedName, List<Field> fields, int rows, LongConsumer progress) {
        int sheets = 0;
        int block = 0;
        for (int from = 0; from < fields.size(); block++) {
            boolean first = from == 0;
            int to = Math.min(fields.size(), from + COLUMNS - (first ? 0 : 1));
            List<Field> part = new ArrayList<>(fields.subList(from, to));
            if (!first) {
                part.add(0, fields.get(0));
            }
            String partName = first ? name : name + " " + (char) ('a' + block);
            int start = 0;
            int sheetOfPart = 1;
            do {
                int end = Math.min(rows, start + rowsPerSheet - 1);
                String suffix = sheetOfPart == 1 ? "" : " " + sheetOfPart;
                sheets++;
                SXSSFSheet sheet = sheet(partName + suffix, part);
                rows(sheet, part, start, end, first ? progress : ignored -> {});
                finish(sheet, part.size(), end - start, definedName + (sheets == 1 ? "" : "_" + sheets));
                start = end;
                sheetOfPart++;
            } while (start < rows);
            from = to;
        }
        return longTexts;
    }

    private SXSSFSheet sheet(String name, List<Field> fields) {
        SXSSFSheet sheet = book.createSheet(name);
        Page.print(sheet, false);
        sheet.createFreezePane(1, 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:A"));
        SXSSFRow head = sheet.createRow(0);
        head.setHeightInPoints(20);
        for (int column = 0; column < fields.size(); column++) {
            String text = fields.get(column).head();
            sheet.setColumnWidth(column, fields.get(column).width() * 256);
            SXSSFCell cell = head.createCell(column);
            cell.setCellStyle(styles.of(Look.DATA_HEAD, Format.GENERAL));
            cell.setCellValue(CellText.escaped(text));
        }
        return sheet;
    }

    private void rows(SXSSFSheet sheet, List<Field> fields, int start, int end, LongConsumer progress) {
        for (int row = start; row < end; row++) {
            SXSSFRow written = sheet.createRow(row - start + 1);
            for (int column = 0; column < fields.size(); column++) {
                Field field = fields.get(column);
                field.writer().write(row, new At(written, row, column, field.head()));
            }
            if ((row + 1) % REPORT_EVERY == 0) {
                progress.accept(row + 1);
            }
        }
        progress.accept(end);
    }

    private void finish(SXSSFSheet sheet, int columns, int rows, String definedName) {
        CellRangeAddress all = new CellRangeAddress(0, rows, 0, columns - 1);
        sheet.setAutoFilter(all);
        Name name = book.createName();
        name.setNameName(definedName);
        name.setRefersToFormula(all.formatAsString(sheet.getSheetName(), true));
    }

    private final class At implements Field.Cells {
        private final SXSSFRow written;
        private final int row;
        private final int column;
        private final String field;

        At(SXSSFRow written, int row, int column, String field) {
            this.written = written;
            this.row = row;
            this.column = column;
            this.field = field;
        }

        @Override
        public SXSSFCell text() {
            return cell(Format.GENERAL);
        }

        @Override
        public SXSSFCell number() {
            return cell(Format.GENERAL);
        }

        @Override
        public SXSSFCell date() {
            return cell(Format.DATE);
        }

        @Override
        public SXSSFCell time() {
            return cell(Format.DATE_TIME);
        }

        @Override
        public void text(String text) {
            SXSSFCell cell = text();
            if (CellText.looksLikeFormula(text)) {
                cell.setCellStyle(styles.quoted(Look.DATA, Format.GENERAL));
            }
            String escaped = CellText.escaped(text);
            if (escaped.length() <= CellText.CAPACITY) {
                cell.setCellValue(escaped);
            } else {
                String beginning = CellText.pieces(text, CellText.CAPACITY - GOES_ON.length())
                        .get(0);
                cell.setCellValue(CellText.escaped(beginning) + GOES_ON);
                longTexts.add(new LongText(row, field, text));
            }
        }

        private SXSSFCell cell(Format format) {
            SXSSFCell cell = written.createCell(column);
            cell.setCellStyle(styles.of(Look.DATA, format));
            return cell;
        }
    }
}
