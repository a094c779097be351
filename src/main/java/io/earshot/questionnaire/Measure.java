package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What may be done with a variable's values: count, order, or compute. */
public enum Measure {
    /** Categories without order. */
    NOMINAL,
    /** Categories in order. */
    ORDINAL,
    /** Numbers with meaningful distances. */
    SCALE,
    /** Free text. */
    TEXT,
    /** Dates. */
    DATE;

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
