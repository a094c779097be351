package io.earshot.finding;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a response counts for in a finding. */
public enum Counting {
    /** One, since the report has no weights. */
    ONCE(""),
    /** Its weight. */
    BY_WEIGHT(""),
    /** One though the report has weights: it is about responses. */
    RESPONSES("How responses were given is told of responses, not of the people that they stand for;"
            + " key results with and without the flagged are by weight."),
    /** One though the report has weights: it is about prompts, some of which nobody answered. */
    PROMPTS("Prompts that nobody answered have no weight, so the funnel counts every prompt once.");

    private final String because;

    Counting(String because) {
        this.because = because;
    }

    /** Why weights don't count though the report has some; empty otherwise. */
    String because() {
        return because;
    }

    /** Its word in JSON, such as {@code by-weight}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
