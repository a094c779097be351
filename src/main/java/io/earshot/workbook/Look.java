package io.earshot.workbook;

/** What a cell is to its reader; {@link Styles} says how each looks. */
enum Look {
    TITLE,
    SUBTITLE,
    SECTION,
    HEAD,
    HEAD_NUMBER,
    /** A row that opens a block: the question. */
    LEAD,
    BODY,
    MUTED,
    /** Bases and totals, ruled off above. */
    TOTAL,
    NOTE,
    WARNING,
    LINK,
    DATA,
    DATA_HEAD
}
