package io.earshot.finding;

/** What a line of a table says of its question. */
public enum LineKind {
    /** The share of one answer. */
    ANSWER,
    /** The share of several answers taken together, such as the two best. */
    NET,
    /** A mean of the answers' numbers. */
    MEAN,
    /** Their standard deviation. */
    DEVIATION,
    /** Their median. */
    MEDIAN,
    /** The Net Promoter Score, from -100 to 100. */
    SCORE
}
