package io.earshot.questionnaire.check;

import java.util.Locale;

/** The words for the kinds of elements, as they stand in the questionnaire's JSON. */
enum Kind {
    STATEMENT,
    SINGLE_CHOICE,
    MULTIPLE_CHOICE,
    YES_NO,
    NPS,
    CSAT,
    CES,
    RATING,
    LIKERT,
    MATRIX_CHOICE,
    RANKING,
    CONSTANT_SUM,
    MAX_DIFF,
    SLIDER,
    NUMBER,
    TEXT,
    DATE,
    TIME,
    FILE,
    CONSENT,
    CONTACT,
    LINK;

    /** @throws IllegalArgumentException if there is no such kind; the schema has refused it before */
    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
