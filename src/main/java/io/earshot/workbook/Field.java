package io.earshot.workbook;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * One column of a data sheet.
 *
 * @param width in characters, of its usual values; the head gets room too
 */
record Field(String head, int width, Writer writer) {
    private static final int NARROWEST = 11;
    private static final int WIDEST = 44;

    Field {
        width = Math.min(WIDEST, Math.max(width, Math.max(NARROWEST, head.length() + 4)));
    }

    /** Puts a row's value into its cell; a missing value never gets a cell. */
    interface Writer {
        /** @param cell makes the cell; not called for a missing value */
        void write(int row, Cells cell);
    }

    /** Where a value goes. */
    interface Cells {
        void number(double number);

        /** @param day of 1900 or later */
        void date(LocalDate day);

        /** @param time of 1900 or later */
        void time(LocalDateTime time);

        /** A text of any length and content. */
        void text(String text);
    }
}
