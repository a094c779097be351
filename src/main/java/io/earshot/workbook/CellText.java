package io.earshot.workbook;

import java.util.ArrayList;
import java.util.List;

/**
 * Text as a cell can hold it. What XML 1.0 has no place for is written as Excel's own escape {@code _xHHHH_}, which Excel,
 * LibreOffice and POI read back as the character; a text that happens to look like such an escape is escaped itself.
 */
final class CellText {
    /** What Excel takes in one cell. */
    static final int CAPACITY = 32_767;

    private CellText() {}

    static String escaped(String text) {
        StringBuilder out = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = c == '_' ? looksLikeEscape(text, i) : !fitsXml(text, i);
            if (escape && out == null) {
                out = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (out != null) {
                if (escape) {
                    out.append(String.format("_x%04X_", (int) c));
                } else {
                    out.append(c);
                }
            }
        }
        return out == null ? text : out.toString();
    }

    /** True if a spreadsheet might take the text for a formula once somebody edits the cell or saves it as CSV. */
    static boolean looksLikeFormula(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
    }

    /** Whether a cell holds it whole. */
    static boolean fits(String text) {
        // An escape takes seven characters.
        return text.length() <= CAPACITY / 7 || escaped(text).length() <= CAPACITY;
    }

    /** The text in pieces that fit a cell each, never cut within a character. */
    static List<String> pieces(String text, int capacity) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            int size = 0;
            while (end < text.length()) {
                int step = Character.charCount(text.codePointAt(end));
                int cost = escaped(text.substring(end, end + step)).length() + (text.charAt(end) == '_' ? 6 : 0);
                if (size + cost > capacity) {
                    break;
                }
                size += cost;
                end += step;
            }
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    private static boolean fitsXml(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
        }
        return c >= 0x20 ? c < 0xFFFE : c == '\t' || c == '\n' || c == '\r';
    }

    private static boolean looksLikeEscape(String text, int at) {
        if (at + 7 > text.length() || text.charAt(at + 1) != 'x' || text.charAt(at + 6) != '_') {
            return false;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
