package io.earshot.response;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook that {@link SheetCells} writes, and what may stand in a cell. */
final class XlsxParts {
    static final int PLAIN = 0;
    static final int HEADER = 1;
    static final int TIME = 2;
    static final int DATE = 3;
    static final int TIME_OF_DAY = 4;
    /** Text that looks like a formula and isn't one: stays text when somebody edits the cell. */
    static final int QUOTED = 5;

    /** Excel takes no longer text in a cell. */
    static final int LONGEST = 32_767;

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /** With its first row always in sight. */
    static final String SHEET_BEGINS =
            HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                    + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>"
                    + "<sheetFormatPr defaultColWidth=\"16\" defaultRowHeight=\"15\"/><sheetData>";

    static final String SHEET_ENDS = "</sheetData></worksheet>";

    static final String STYLES = HEAD + "<styleSheet xmlns=\"" + MAIN + "\">"
            + "<numFmts count=\"3\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/>"
            + "<numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"166\" formatCode=\"hh:mm\"/></numFmts>"
            + "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
            + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
            + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
            + "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
            + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
            + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
            + "<cellXfs count=\"6\">" + style(0, 0, "") + style(0, 1, "applyFont=\"1\" ")
            + style(164, 0, "applyNumberFormat=\"1\" ") + style(165, 0, "applyNumberFormat=\"1\" ")
            + style(166, 0, "applyNumberFormat=\"1\" ") + style(49, 0, "applyNumberFormat=\"1\" quotePrefix=\"1\" ")
            + "</cellXfs></styleSheet>";

    static final String RELATIONS =
            HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + RELATION
                    + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    private XlsxParts() {}

    static String workbook(int sheets) {
        return HEAD + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATION + "\"><sheets>"
                + each(
                        sheets,
                        sheet -> "<sheet name=\"Responses" + (sheet == 1 ? "" : " " + sheet) + "\" sheetId=\"" + sheet
                                + "\" r:id=\"rId" + sheet + "\"/>")
                + "</sheets></workbook>";
    }

    static String workbookRelations(int sheets) {
        return HEAD + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                + each(
                        sheets,
                        sheet -> "<Relationship Id=\"rId" + sheet + "\" Type=\"" + RELATION
                                + "/worksheet\" Target=\"worksheets/sheet" + sheet + ".xml\"/>")
                + "<Relationship Id=\"rId" + (sheets + 1) + "\" Type=\"" + RELATION
                + "/styles\" Target=\"styles.xml\"/></Relationships>";
    }

    static String contentTypes(int sheets) {
        return HEAD + "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"rels\" ContentType=\""
                + "application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>"
                + each(
                        sheets,
                        sheet -> "<Override PartName=\"/xl/worksheets/sheet" + sheet + ".xml\" ContentType=\"" + TYPE
                                + "worksheet+xml\"/>")
                + "</Types>";
    }

    /** A, B, ..., Z, AA, ... @param column from 0 */
    static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : letters(column / 26 - 1) + last;
    }

    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    }

    /**
     * Text as XML: what XML 1.0 can't hold is left out, what Excel would take for an escape ({@code _x0041_}) is escaped,
     * and a text that no cell can hold ends by saying so.
     */
    static String cellText(String text) {
        String whole = text;
        if (text.length() > LONGEST) {
            String note = "... [cut, " + text.length() + " characters; whole in CSV and NDJSON]";
            whole = text.substring(0, LONGEST - note.length()) + note;
        }
        StringBuilder xml = null;
        for (int i = 0; i < whole.length(); i++) {
            char c = whole.charAt(i);
            String instead = instead(whole, i, c);
            if (instead != null && xml == null) {
                xml = new StringBuilder(whole.length() + 16).append(whole, 0, i);
            }
            if (xml != null) {
                if (instead != null) {
                    xml.append(instead);
                } else {
                    xml.append(c);
                }
            }
        }
        return xml == null ? whole : xml.toString();
    }

    private static @Nullable String instead(String text, int at, char c) {
        return switch (c) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '\r' -> "&#13;";
            case '_' -> escape(text, at);
            default -> {
                if (isForbidden(text, at, c)) {
                    yield "";
                }
                yield null;
            }
        };
    }

    private static boolean isForbidden(String text, int at, char c) {
        boolean high = Character.isHighSurrogate(c)
                && !(at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1)));
        boolean low = Character.isLowSurrogate(c) && !(at > 0 && Character.isHighSurrogate(text.charAt(at - 1)));
        return high || low || c < ' ' && c != '\n' && c != '\t' || c >= '\uFFFE';
    }

    private static @Nullable String escape(String text, int at) {
        if (text.startsWith("_x", at) && text.startsWith("_", at + 6)) {
            return "_x005F_";
        }
        return null;
    }

    private static String style(int format, int font, String more) {
        return "<xf numFmtId=\"" + format + "\" fontId=\"" + font + "\" fillId=\"0\" borderId=\"0\" xfId=\"0\" " + more
                + "/>";
    }

    private static String each(int sheets, IntFunction<String> xml) {
        return IntStream.rangeClosed(1, sheets).mapToObj(xml).collect(Collectors.joining());
    }
}
