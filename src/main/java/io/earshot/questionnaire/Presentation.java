package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a choice is drawn where there is room for it. */
public enum Presentation {
    @JsonProperty("list")
    LIST,
    @JsonProperty("buttons")
    BUTTONS,
    @JsonProperty("dropdown")
    DROPDOWN,
    @JsonProperty("pictures")
    PICTURES
}
