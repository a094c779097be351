package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whether options keep their order; pinned options always do. */
public enum Shuffle {
    @JsonProperty("none")
    NONE,
    /** Any order, drawn from the exposure's seed. */
    @JsonProperty("options")
    OPTIONS,
    /** As given for half of the respondents, the other way round for the others. */
    @JsonProperty("reverse")
    REVERSE
}
