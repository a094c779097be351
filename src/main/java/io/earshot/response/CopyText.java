package io.earshot.response;

import org.jspecify.annotations.Nullable;

/**
 * Rows as PostgreSQL's {@code COPY} reads them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.2">text format</a>
 */
final class CopyText {
    private final StringBuilder text = new StringBuilder();
    private int rows;
    private boolean rowBegun;

    CopyText field(@Nullable String value) {
        if (rowBegun) {
            text.append('\t');
        }
        rowBegun = true;
        if (value == null) {
            text.append("\\N");
            return this;
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                default -> text.append(c);
            }
        }
        return this;
    }

    void endRow() {
        text.append('\n');
        rowBegun = false;
        rows++;
    }

    int rows() {
        return rows;
    }

    int characters() {
        return text.length();
    }

    /** All rows; there are none after it. */
    String take() {
        String all = text.toString();
        text.setLength(0);
        rows = 0;
        return all;
    }
}
