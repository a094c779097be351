package io.earshot.workbook;

import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;

/** A row being written from left to right. */
final class Line {
    private final XSSFRow row;
    private final Styles styles;
    private int next;

    Line(XSSFRow row, Styles styles) {
        this.row = row;
        this.styles = styles;
    }

    int row() {
        return row.getRowNum();
    }

    /** The index, from 0, of the column that comes next. */
    int next() {
        return next;
    }

    /** The row's height in points, if it isn't enough already. */
    Line atLeast(double points) {
        row.setHeightInPoints((float) Math.max(points, row.getHeightInPoints()));
        return this;
    }

    Line text(Look look, String text) {
        XSSFCell cell = row.createCell(next++);
        boolean risky = CellText.looksLikeFormula(text);
        cell.setCellStyle(risky ? styles.quoted(look, Format.GENERAL) : styles.of(look, Format.GENERAL));
        cell.setCellValue(CellText.escaped(text));
        return this;
    }

    /** A text that is not cut: the row becomes high enough for it in its column. */
    Line words(Look look, String text) {
        int characters = row.getSheet().getColumnWidth(next) / 256;
        return atLeast(look == Look.DATA_WORDS ? Page.dataHeight(text, characters) : Page.height(text, characters))
                .text(look, text);
    }

    Line number(Look look, Format format, double value) {
        XSSFCell cell = row.createCell(next++);
        cell.setCellStyle(styles.of(look, format));
        cell.setCellValue(value);
        return this;
    }

    Line count(long value) {
        return number(Look.BODY, Format.COUNT, value);
    }

    Line share(double value) {
        return number(Look.BODY, Format.SHARE, value);
    }

    Line decimal(double value) {
        return number(Look.BODY, Format.DECIMAL, value);
    }

    Line coefficient(double value) {
        return number(Look.BODY, Format.COEFFICIENT, value);
    }

    Line heads(String... names) {
        return heads(Look.HEAD, names);
    }

    Line numberHeads(String... names) {
        return heads(Look.HEAD_NUMBER, names);
    }

    Line heads(Look look, String... names) {
        for (String name : names) {
            text(look, name);
        }
        return this;
    }

    Line blank(Look look) {
        row.createCell(next++).setCellStyle(styles.of(look, Format.GENERAL));
        return this;
    }

    /** Empty cells of that look up to, not including, a column. */
    Line fill(Look look, int column) {
        while (next < column) {
            blank(look);
        }
        return this;
    }

    /** A text that leads to the top of another sheet. */
    Line link(String text, String sheet) {
        return link(text, sheet, 0);
    }

    /** A text that leads to a row, counted from 0, of another sheet. */
    Line link(String text, String sheet, int row) {
        Hyperlink link = this.row.getSheet().getWorkbook().getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + sheet.replace("'", "''") + "'!A" + (row + 1));
        text(Look.LINK, text);
        this.row.getCell(next - 1).setHyperlink(link);
        return this;
    }
}
