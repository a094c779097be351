package io.earshot.workbook;

import org.apache.poi.xssf.streaming.SXSSFCell;

/** One column of a data sheet. */
record Field(String head, Writer writer) {
    /** Puts a row's value into its cell; a missing value never gets a cell. */
    interface Writer {
        /** @param cell makes the cell; not called for a missing value */
        void write(int row, Cells cell);
    }

    /** Where a value goes. */
    interface Cells {
        SXSSFCell text();

        SXSSFCell number();

        SXSSFCell time();

        /** A text of any length and content. */
        void text(String text);
    }
}
