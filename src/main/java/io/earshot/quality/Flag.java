package io.earshot.quality;

import java.util.Locale;

/** A sign that a response was not given with care. A sign is no proof: whoever reports decides what to leave out. */
public enum Flag {
    /** Took less than a third of the questionnaire's median time; told once 30 complete responses have a time. */
    SPEEDER,
    /** Gave one and the same answer to every row of a likert of five or more rows. */
    STRAIGHT_LINING,
    /** Failed a question that says what to answer. */
    ATTENTION,
    /** The same installation, or the same long text, has completed this questionnaire before. */
    DUPLICATE,
    /** A program: by its user agent, by an answer that nobody can see to give, or by an impossible speed. */
    BOT,
    /** A text that is no language. */
    NONSENSE,
    /** The client's times contradict each other, or its clock is off by a day or more. */
    CLOCK;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
