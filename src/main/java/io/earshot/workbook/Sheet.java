package io.earshot.workbook;

/** A presentation sheet. */
interface Sheet {
    /** The sheet's name, as the reader sees it on its tab. */
    String name();

    /** What it shows, in a line for the contents. */
    String shows();

    /** The columns' widths in characters. */
    int[] widths();

    void draw(Page page);
}
