package io.earshot.workbook;

/** What a cell is to its reader; {@link Styles} says how each looks. */
enum Look {
    TITLE,
    SUBTITLE,
    SECTION,
    HEAD,
    HEAD_NUMBER,
    /** A head over several columns, ruled off below. */
    HEAD_GROUP,
    /** Heads of a table within a sheet that has a head already. */
    SUBHEAD,
    SUBHEAD_NUMBER,
    /** A row that opens a block: the question. */
    LEAD,
    /** The question that several blocks are parts of, above the row that opens each. */
    STEM,
    BODY,
    /** A number that stands in a column of text. */
    BODY_LEFT,
    STRONG,
    MUTED,
    /** What the row above says too: in one line, cut off where the next cell begins. */
    REPEATED,
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
    /** Words in a long list, in as many lines as they need. */
    DATA_WORDS,
    DATA_HEAD
}
