package io.earshot.workbook;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.FontScheme;
import org.apache.poi.ss.usermodel.FontUnderline;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The cell styles of one workbook, each made once. Fonts and colours are explicit, since a workbook made by POI has no
 * theme to fall back on.
 */
final class Styles {
    static final String FONT = "Arial";

    private static final short INDENT = 1;

    private final XSSFWorkbook book;
    private final Map<Key, XSSFCellStyle> made = new HashMap<>();

    Styles(XSSFWorkbook book) {
        this.book = book;
        // Columns are measured in digits of a workbook's first font. POI's is Calibri, in whose place programs that
        // lack it take a
        // font that may be a third wider; Arial, or one as wide, is everywhere.
        XSSFFont first = book.getFontAt(0);
        first.setFontName(FONT);
        first.setFontHeightInPoints((short) 10);
        first.setScheme(FontScheme.NONE);
    }

    XSSFCellStyle of(Look look, Format format) {
        return made.computeIfAbsent(new Key(look, format, false), this::make);
    }

    /** The same, marked as text that must never be read as a formula, also after somebody has edited the cell. */
    XSSFCellStyle quoted(Look look, Format format) {
        return made.computeIfAbsent(new Key(look, format, true), this::make);
    }

    private XSSFCellStyle make(Key key) {
        XSSFCellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(key.format.code()));
        style.setVerticalAlignment(VerticalAlignment.CENTER);
        style.setQuotePrefixed(key.quoted);
        boolean number = key.format != Format.GENERAL && key.format != Format.TEXT;
        style.setAlignment(number ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
        // Words only: LibreOffice keeps an indent from the right for some cells and not for others.
        style.setIndention(number ? 0 : INDENT);
        switch (key.look) {
            case TITLE -> {
                font(style, 20, true, Palette.INK);
                style.setIndention((short) 0);
            }
            case SUBTITLE -> {
                font(style, 11, false, Palette.MUTED);
                wrapFromTop(style);
                style.setIndention((short) 0);
            }
            case SECTION -> {
                font(style, 12, true, Palette.ACCENT);
                rule(style, BorderStyle.THIN, Palette.ACCENT);
                style.setIndention((short) 0);
            }
            case HEAD -> head(style, HorizontalAlignment.LEFT);
            case HEAD_NUMBER -> {
                head(style, HorizontalAlignment.RIGHT);
                style.setIndention((short) 0);
            }
            case HEAD_GROUP -> {
                head(style, HorizontalAlignment.LEFT);
                rule(style, BorderStyle.THIN, Palette.ACCENT_LIGHT);
            }
            case SUBHEAD, SUBHEAD_NUMBER -> {
                font(style, 9, true, Palette.MUTED);
                rule(style, BorderStyle.THIN, Palette.RULE);
                style.setWrapText(true);
                boolean words = key.look == Look.SUBHEAD;
                style.setAlignment(words ? HorizontalAlignment.LEFT : HorizontalAlignment.RIGHT);
                style.setIndention(words ? INDENT : 0);
            }
            case LEAD -> {
                font(style, 10, true, Palette.INK);
                fill(style, Palette.GROUND);
                style.setWrapText(true);
            }
            case STEM -> {
                font(style, 9, false, Palette.MUTED);
                fill(style, Palette.GROUND);
                style.setWrapText(true);
            }
            case BODY -> {
                font(style, 10, false, Palette.INK);
                style.setWrapText(!number);
            }
            case BODY_LEFT -> {
                font(style, 10, true, Palette.INK);
                style.setAlignment(HorizontalAlignment.LEFT);
                style.setIndention(INDENT);
            }
            case STRONG -> {
                font(style, 10, true, Palette.INK);
                style.setWrapText(!number);
            }
            case TERM -> {
                font(style, 10, true, Palette.INK);
                wrapFromTop(style);
            }
            case PROSE -> {
                font(style, 10, false, Palette.INK);
                wrapFromTop(style);
            }
            case CODE -> {
                font(style, 9, false, Palette.INK).setFontName("Courier New");
                wrapFromTop(style);
            }
            case MUTED_RIGHT -> {
                font(style, 10, false, Palette.MUTED);
                style.setIndention((short) 0);
                style.setAlignment(HorizontalAlignment.RIGHT);
            }
            case LETTERS -> {
                font(style, 9, true, Palette.ACCENT);
                style.setIndention((short) 0);
                style.setWrapText(true);
            }
            case MUTED -> {
                font(style, 10, false, Palette.MUTED);
                style.setWrapText(!number);
            }
            case REPEATED -> font(style, 10, false, Palette.MUTED);
            case TOTAL -> {
                font(style, 10, true, Palette.INK);
                style.setBorderTop(BorderStyle.THIN);
                style.setTopBorderColor(Palette.color(Palette.RULE));
            }
            case NOTE -> {
                font(style, 9, false, Palette.MUTED);
                wrapFromTop(style);
            }
            case WARNING -> {
                // In the middle of a row that is as high as its lines: from the top it would touch the rule above.
                font(style, 9, true, Palette.WARNING);
                style.setWrapText(true);
            }
            case LINK -> font(style, 10, false, Palette.ACCENT).setUnderline(FontUnderline.SINGLE);
            case DATA -> {
                font(style, 9, false, Palette.INK);
                style.setIndention((short) 0);
                // Numbers to the right and words to the left, as the reader's spreadsheet does by itself.
                style.setAlignment(HorizontalAlignment.GENERAL);
            }
            case DATA_WORDS -> {
                font(style, 9, false, Palette.INK);
                style.setWrapText(true);
            }
            case DATA_HEAD -> {
                font(style, 9, true, "FFFFFF");
                fill(style, Palette.INK);
            }
        }
        return style;
    }

    private void head(XSSFCellStyle style, HorizontalAlignment alignment) {
        font(style, 9, true, "FFFFFF");
        fill(style, Palette.INK);
        style.setAlignment(alignment);
        style.setWrapText(true);
    }

    private static void wrapFromTop(XSSFCellStyle style) {
        style.setWrapText(true);
        style.setVerticalAlignment(VerticalAlignment.TOP);
    }

    private static void fill(XSSFCellStyle style, String rgb) {
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setFillForegroundColor(Palette.color(rgb));
    }

    private static void rule(XSSFCellStyle style, BorderStyle line, String rgb) {
        style.setBorderBottom(line);
        style.setBottomBorderColor(Palette.color(rgb));
    }

    private XSSFFont font(XSSFCellStyle style, int points, boolean bold, String rgb) {
        XSSFFont font = book.createFont();
        font.setFontName(FONT);
        font.setFontHeightInPoints((short) points);
        font.setBold(bold);
        font.setColor(Palette.color(rgb));
        style.setFont(font);
        return font;
    }

    private record Key(Look look, Format format, boolean quoted) {}
}
