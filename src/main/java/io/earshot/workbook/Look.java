package io.earshot.workbook;

/** What a cell is to its reader; {@link Styles} says how each looks. */
enum Look {
    TITLE,
    SUBTITLE,
    SECTION,
    HEAD,
    HEAD_NUMBER,
    /** Heads of a table within a sheet that has a head already. */
    SUBHEAD,
    SUBHEAD_NUMBER,
    /** A row that opens a block: the question. */
    LEAD,
    BODY,
    /** A number that stands in a column of text. */
    BODY_LEFT,
    STRONG,
    MUTED,
    MUTED_RIGHT,
    /** Letters of the columns that a value exceeds. */
    LETTERS,
    /** A term that is explained beside it. */
    TERM,
    PROSE,
    /** Something to type into R. */
    CODE,
    /** Bases and totals, ruled off above. */
    TOTAL,
    NOTE,
    WARNING,
    LINK,
    DATA,
    DATA_HEAD
}
