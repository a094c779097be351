package io.earshot.questionnaire.logic;

/** What a condition says of data that may be known in part. */
public enum Truth {
    YES,
    NO,
    /** It hangs on something that is not known. */
    UNDECIDED;

    public static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    /** Surely both, surely not both, or undecided. */
    public Truth and(Truth other) {
        return this == NO || other == NO ? NO : this == YES && other == YES ? YES : UNDECIDED;
    }

    /** Surely one of both, surely none, or undecided. */
    public Truth or(Truth other) {
        return this == YES || other == YES ? YES : this == NO && other == NO ? NO : UNDECIDED;
    }
}
