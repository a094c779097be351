package io.earshot.workbook;

import io.earshot.dataset.Watch;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.Name;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A presentation sheet being written from top to bottom: no grid lines, landscape, numbered pages. */
final class Page {
    /**
     * Of the printed area of A4 across, within the margins, and of one character of a column's width, in points: a digit of the
     * workbook's font as LibreOffice prints it (Excel is narrower).
     */
    private static final double PRINTED_WIDTH = 762;

    private static final double PRINTED_HEIGHT = 506;
    private static final double POINTS_OF_CHARACTER = 5.6;

    private static final int SMALLEST_PERCENT = 60;
    /** Of tables by groups: below notes and heads, eleven points with their nets and tests must still fit the first page. */
    private static final int LARGEST_OF_GROUPS = 75;
    /** Of tables with charts: both should fit a page. */
    private static final int LARGEST_WITH_CHARTS = 80;

    /** The size of the words at the head of a column, with what bold ones are wider. */
    static final double HEAD = 9.7;

    private final XSSFSheet sheet;
    private final Styles styles;
    private final int columns;
    private int next;
    private int pageTop;
    private double pageHeight = PRINTED_HEIGHT;
    private int pageBegins;

    /** @param widths of the columns, in characters; as many columns as a title or a note spans */
    Page(XSSFWorkbook book, Styles styles, String name, int... widths) {
        this.sheet = book.createSheet(name);
        this.styles = styles;
        this.columns = widths.length;
        for (int column = 0; column < widths.length; column++) {
            sheet.setColumnWidth(column, widths[column] * 256);
        }
        sheet.setDisplayGridlines(false);
        sheet.setDefaultRowHeightInPoints(16);
        print(sheet, true);
    }

    /** Landscape A4, one page wide or at half size, with the sheet's name and the page's number in the footer. */
    static void print(org.apache.poi.ss.usermodel.Sheet sheet, boolean onePageWide) {
        PrintSetup setup = sheet.getPrintSetup();
        setup.setLandscape(true);
        setup.setPaperSize(PrintSetup.A4_PAPERSIZE);
        if (onePageWide) {
            sheet.setFitToPage(true);
            setup.setFitWidth((short) 1);
            setup.setFitHeight((short) 0);
        } else {
            // Data are for reading on a screen; whoever prints them gets few pages, those of one row side by side.
            setup.setScale((short) 50);
            setup.setLeftToRight(true);
        }
        sheet.setMargin(PageMargin.LEFT, 0.5);
        sheet.setMargin(PageMargin.RIGHT, 0.5);
        sheet.setMargin(PageMargin.TOP, 0.5);
        sheet.setMargin(PageMargin.BOTTOM, 0.65);
        sheet.setMargin(PageMargin.HEADER, 0.3);
        sheet.setMargin(PageMargin.FOOTER, 0.3);
        Footer footer = sheet.getFooter();
        footer.setLeft("&8&A");
        footer.setRight("&8&P / &N");
        if (sheet instanceof XSSFSheet drawn) {
            // The foot of a page is as large as that of any other, however small its table must be.
            drawn.getHeaderFooterProperties().setScaleWithDoc(false);
        }
    }

    XSSFSheet sheet() {
        return sheet;
    }

    Styles styles() {
        return styles;
    }

    /** The index, from 0, of the row that comes next. */
    int next() {
        return next;
    }

    Line line() {
        return line(16);
    }

    Line line(double points) {
        Watch.look();
        XSSFRow row = sheet.createRow(next++);
        row.setHeightInPoints((float) points);
        return new Line(row, styles);
    }

    void gap() {
        line(8);
    }

    /** Begins a printed page here if so many rows of the usual height don't fit on this one any more. */
    void keepTogether(int rows) {
        // Excel breaks pages by itself where a sheet is fitted to the width.
        double scale = sheet.getFitToPage()
                ? Math.min(1, PRINTED_WIDTH / (POINTS_OF_CHARACTER * width(0, columns)))
                : sheet.getPrintSetup().getScale() / 100.0;
        double room = PRINTED_HEIGHT / scale;
        if (rows * 16.0 > room) {
            // They would be parted on a page of their own as well.
            return;
        }
        double used = 0;
        for (int row = pageBegins; row < next; row++) {
            used += sheet.getRow(row).getHeightInPoints();
            if (used > room) {
                used = sheet.getRow(row).getHeightInPoints();
            }
        }
        if (used + rows * 16.0 > room && next > pageBegins) {
            sheet.setRowBreak(next - 1);
            pageBegins = next;
        }
    }

    /**
     * Prints at a size that gets all columns on a page where it stays readable; at the smallest readable size otherwise, the
     * other columns on further pages. Call it when all columns are there, before {@link #keepFrom}.
     */
    void scaled() {
        scaled(100);
    }

    private void scaled(int largest) {
        double wide = width(0, columns) * POINTS_OF_CHARACTER;
        int percent = (int) Math.max(SMALLEST_PERCENT, Math.min(largest, Math.floor(100 * PRINTED_WIDTH / wide)));
        scale(percent);
    }

    /** The same where all columns fit a page that way; otherwise the sheet stays fitted to the width, and breaks where the program likes. */
    void scaledIfReadable() {
        if (PRINTED_WIDTH * 100 >= SMALLEST_PERCENT * POINTS_OF_CHARACTER * width(0, columns)) {
            scaled(LARGEST_WITH_CHARTS);
        }
    }

    private void scale(int percent) {
        // Excel heeds page breaks only of a sheet that is not fitted to pages.
        sheet.setFitToPage(false);
        sheet.getPrintSetup().setScale((short) percent);
        pageHeight = PRINTED_HEIGHT * 100 / percent;
    }

    /**
     * The same for a table whose columns go together in groups: a page across ends between two of them, and the rest of a
     * question's columns is the next page.
     *
     * @param repeated the number of columns that every page begins with
     * @param groups   the number of columns of each group after those
     * @param unit     how many columns of a group that is wider than a page must stay together
     * @return the columns that a page across begins with after the repeated ones; the first is that after those
     */
    List<Integer> scaled(int repeated, List<Integer> groups, int unit) {
        int fewest = starts(SMALLEST_PERCENT, repeated, groups, unit).size();
        int percent = LARGEST_OF_GROUPS;
        // As large as it can be without another page.
        while (starts(percent, repeated, groups, unit).size() > fewest) {
            percent--;
        }
        List<Integer> starts = starts(percent, repeated, groups, unit);
        starts.stream().skip(1).forEach(start -> sheet.setColumnBreak(start - 1));
        scale(percent);
        sheet.getPrintSetup().setLeftToRight(true);
        return starts;
    }

    private List<Integer> starts(int percent, int repeated, List<Integer> groups, int unit) {
        double room = PRINTED_WIDTH * 100 / percent / POINTS_OF_CHARACTER;
        double begun = width(0, repeated);
        double used = begun;
        int column = repeated;
        List<Integer> starts = new ArrayList<>(List.of(repeated));
        for (int group : groups) {
            int end = column + group;
            boolean breaks = width(column, end) <= room - begun && used + width(column, end) > room;
            while (column < end) {
                int step = Math.min(unit, end - column);
                if (breaks || used + width(column, column + step) > room) {
                    used = begun;
                    starts.add(column);
                    breaks = false;
                }
                used += width(column, column + step);
                column += step;
            }
        }
        return starts;
    }

    /**
     * Prints on pages side by side, each of which begins with the columns that tell what a row is of, as large as the widest of them lets.
     *
     * @param repeated the number of columns that every page begins with
     * @param starts   the columns, from 0, that the second page and those after it begin with after the repeated ones
     */
    void across(int repeated, int... starts) {
        int widest = 0;
        int from = repeated;
        for (int page = 0; page <= starts.length; page++) {
            int to = page < starts.length ? starts[page] : columns;
            widest = Math.max(widest, width(0, repeated) + width(from, to));
            from = to;
        }
        double percent = 100 * PRINTED_WIDTH / (widest * POINTS_OF_CHARACTER);
        scale((int) Math.max(SMALLEST_PERCENT, Math.min(100, Math.floor(percent))));
        sheet.getPrintSetup().setLeftToRight(true);
        for (int start : starts) {
            sheet.setColumnBreak(start - 1);
        }
        sheet.setRepeatingColumns(new CellRangeAddress(-1, -1, 0, repeated - 1));
    }

    /** Begins a new printed page before a row if the rows from it on up to here would not all fit the page of the row. */
    void keepFrom(int from) {
        CellRangeAddress repeated = sheet.getRepeatingRows();
        double room = pageHeight;
        if (pageTop > 0 && repeated != null) {
            room -= height(repeated.getFirstRow(), repeated.getLastRow() + 1);
        }
        if (from > pageTop && height(pageTop, next) > room) {
            sheet.setRowBreak(from - 1);
            pageTop = from;
        }
    }

    private double height(int from, int to) {
        double height = 0;
        for (int row = from; row < to; row++) {
            height += sheet.getRow(row).getHeightInPoints();
        }
        return height;
    }

    /** The sheet's name and, under it, what it shows. */
    void title(String title, String subtitle) {
        title(title, subtitle, columns);
    }

    /** @param over how many columns the subtitle has: not more than each page across begins with, or it is cut on one of them */
    void title(String title, String subtitle, int over) {
        line(30).text(Look.TITLE, title);
        int row = next;
        line(Math.max(18, height(subtitle, width(0, over)))).text(Look.SUBTITLE, subtitle);
        span(row, 0, over - 1);
        gap();
    }

    void section(String title) {
        Line line = line(22);
        line.text(Look.SECTION, title);
        line.fill(Look.SECTION, columns);
    }

    void note(String text) {
        paragraph(Look.NOTE, text);
    }

    void warning(String text) {
        paragraph(Look.WARNING, text);
    }

    /** A text over the sheet's whole width, in a row high enough for it. */
    void paragraph(Look look, String text) {
        int row = next;
        line(height(text, width(0, columns))).text(look, text);
        span(row, 0, columns - 1);
    }

    void span(int row, int from, int to) {
        if (to > from) {
            sheet.addMergedRegion(new CellRangeAddress(row, row, from, to));
        }
    }

    /** Keeps everything above the next row in sight, and repeats the row just written on every printed page. */
    void freezeHere(int columnsKept) {
        sheet.createFreezePane(columnsKept, next);
        sheet.setRepeatingRows(CellRangeAddress.valueOf(next + ":" + next));
    }

    /** Gives cells a name of their own, for formulas and for programs that read the workbook. */
    void define(String name, CellRangeAddress cells) {
        Name defined = sheet.getWorkbook().createName();
        defined.setNameName(name);
        defined.setRefersToFormula(cells.formatAsString(sheet.getSheetName(), true));
    }

    /** The height that a text of ten points, bold or not, needs in columns so many characters wide, in points. */
    static double height(String text, int characters) {
        return Math.max(16, 3 + 12.5 * ArialText.linesIn(characters, text, 10.3));
    }

    /** The same of a text as small as data are. */
    static double dataHeight(String text, int characters) {
        return Math.max(16, 3 + 11.0 * ArialText.linesIn(characters, text, 9));
    }

    /** The same of the words at the head of a column. */
    static double headHeight(String text, int characters) {
        return 6 + 11.0 * ArialText.linesIn(characters, text, HEAD);
    }

    int width(int from, int to) {
        int width = 0;
        for (int column = from; column < to; column++) {
            width += sheet.getColumnWidth(column) / 256;
        }
        return width;
    }
}
