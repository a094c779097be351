package io.earshot.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCol;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCols;

/**
 * One row per response, streamed, so that memory stays flat however many there are. What doesn't fit one sheet goes on:
 * rows on sheets "Data 2", "Data 3" and so on, columns on sheets "Data b", "Data c", with the first column repeated; of texts
 * longer than a cell the beginning, with a sign that they go on elsewhere.
 */
final class DataSheet {
    /** The end of a text that goes on elsewhere. */
    static final String GOES_ON = " […]";

    private static final int COLUMNS = 16_384;
    private static final int REPORT_EVERY = 1_000;

    private final StreamedBook book;
    private final Styles styles;
    private final int rowsPerSheet;

    /** @param rowsPerSheet rows that a sheet takes, its head included; at least 2 */
    DataSheet(StreamedBook book, Styles styles, int rowsPerSheet) {
        if (rowsPerSheet < 2) {
            throw new IllegalArgumentException("rowsPerSheet must be 2 or more: " + rowsPerSheet);
        }
        this.book = book;
        this.styles = styles;
        this.rowsPerSheet = rowsPerSheet;
    }

    /**
     * Adds the sheets; their rows are written with the workbook.
     *
     * @param definedName how formulas may call the data; further sheets get {@code _2} and so on
     * @param progress    told the number of rows written so far; may throw to stop
     */
    void write(String name, String definedName, List<Field> fields, int rows, LongConsumer progress) {
        // The rows refer to styles, which the workbook must have when it writes its own part.
        new At(new SheetXml(OutputStream.nullOutputStream(), 0));
        int sheets = 0;
        for (Part part : parts(name, fields.size(), rows, rowsPerSheet)) {
            List<Field> shown = new ArrayList<>(fields.subList(part.fromField(), part.toField()));
            boolean first = part.fromField() == 0;
            if (!first) {
                shown.add(0, fields.get(0));
            }
            sheets++;
            XSSFSheet sheet = sheet(part.name(), shown);
            int count = part.toRow() - part.fromRow();
            String range = new CellRangeAddress(0, count, 0, shown.size() - 1).formatAsString();
            LongConsumer told = first ? progress : ignored -> {};
            book.add(sheet, range, xml -> rows(xml, shown, part.fromRow(), part.toRow(), told));
            finish(sheet, shown.size(), count, definedName + (sheets == 1 ? "" : "_" + sheets));
        }
    }

    /**
     * What one sheet holds of the data; each "from" is the first, from 0, and each "to" the one after the last. All sheets begin with
     * the first field.
     */
    record Part(String name, int fromField, int toField, int fromRow, int toRow) {}

    /** The sheets that so many fields and rows take, in their order in the workbook; one at least. */
    static List<Part> parts(String name, int fields, int rows, int rowsPerSheet) {
        List<Part> parts = new ArrayList<>();
        int block = 0;
        for (int from = 0; from < fields; block++) {
            int to = Math.min(fields, from + COLUMNS - (from == 0 ? 0 : 1));
            String ofBlock = from == 0 ? name : name + " " + (char) ('a' + block);
            int start = 0;
            int sheetOfBlock = 1;
            do {
                int end = Math.min(rows, start + rowsPerSheet - 1);
                String suffix = sheetOfBlock == 1 ? "" : " " + sheetOfBlock;
                parts.add(new Part(ofBlock + suffix, from, to, start, end));
                start = end;
                sheetOfBlock++;
            } while (start < rows);
            from = to;
        }
        return parts;
    }

    private XSSFSheet sheet(String name, List<Field> fields) {
        XSSFSheet sheet = book.book().createSheet(name);
        Page.print(sheet, false);
        sheet.createFreezePane(1, 1);
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.setRepeatingColumns(CellRangeAddress.valueOf("A:A"));
        widths(sheet, fields);
        XSSFRow head = sheet.createRow(0);
        head.setHeightInPoints(20);
        for (int column = 0; column < fields.size(); column++) {
            String text = fields.get(column).head();
            XSSFCell cell = head.createCell(column);
            cell.setCellStyle(styles.of(Look.DATA_HEAD, Format.GENERAL));
            cell.setCellValue(CellText.escaped(text));
        }
        return sheet;
    }

    /** One entry for neighbours of the same width: POI's own way looks through all columns for each of them. */
    private static void widths(XSSFSheet sheet, List<Field> fields) {
        CTCols columns = sheet.getCTWorksheet().sizeOfColsArray() > 0
                ? sheet.getCTWorksheet().getColsArray(0)
                : sheet.getCTWorksheet().addNewCols();
        int from = 0;
        while (from < fields.size()) {
            int width = fields.get(from).width();
            int to = from;
            while (to < fields.size() && fields.get(to).width() == width) {
                to++;
            }
            CTCol run = columns.addNewCol();
            run.setMin(from + 1L);
            run.setMax(to);
            run.setWidth(width);
            run.setCustomWidth(true);
            from = to;
        }
    }

    private void rows(OutputStream out, List<Field> fields, int start, int end, LongConsumer progress)
            throws IOException {
        SheetXml xml = new SheetXml(out, fields.size());
        At at = new At(xml);
        for (int row = start; row < end; row++) {
            xml.openRow(row - start + 1);
            for (at.column = 0; at.column < fields.size(); at.column++) {
                fields.get(at.column).writer().write(row, at);
            }
            xml.closeRow();
            if ((row + 1) % REPORT_EVERY == 0) {
                progress.accept(row + 1);
            }
        }
        xml.finish();
        progress.accept(end);
    }

    private void finish(XSSFSheet sheet, int columns, int rows, String definedName) {
        CellRangeAddress all = new CellRangeAddress(0, rows, 0, columns - 1);
        sheet.setAutoFilter(all);
        Name name = book.book().createName();
        name.setNameName(definedName);
        name.setRefersToFormula(all.formatAsString(sheet.getSheetName(), true));
    }

    /** The cell that is being written. */
    private final class At implements Field.Cells {
        private final SheetXml xml;
        private final SheetXml.Style plain = style(Format.GENERAL);
        private final SheetXml.Style day = style(Format.DATE);
        private final SheetXml.Style moment = style(Format.DATE_TIME);
        private final SheetXml.Style quoted =
                new SheetXml.Style(styles.quoted(Look.DATA, Format.GENERAL).getIndex());
        private int column;

        At(SheetXml xml) {
            this.xml = xml;
        }

        @Override
        public void number(double number) {
            write(() -> xml.number(column, plain, number));
        }

        @Override
        public void date(LocalDate date) {
            write(() -> xml.date(column, day, date));
        }

        @Override
        public void time(LocalDateTime time) {
            write(() -> xml.time(column, moment, time));
        }

        @Override
        public void text(String text) {
            SheetXml.Style style = CellText.looksLikeFormula(text) ? quoted : plain;
            String escaped = CellText.escaped(text);
            if (escaped.length() > CellText.CAPACITY) {
                String beginning = CellText.pieces(text, CellText.CAPACITY - GOES_ON.length())
                        .get(0);
                write(() -> xml.text(column, style, CellText.escaped(beginning) + GOES_ON));
            } else {
                write(() -> xml.text(column, style, escaped));
            }
        }

        private SheetXml.Style style(Format format) {
            return new SheetXml.Style(styles.of(Look.DATA, format).getIndex());
        }

        // Fields know nothing of files.
        private static void write(Writing writing) {
            try {
                writing.write();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Writing {
        void write() throws IOException;
    }
}
