package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What is said after the last page.
 *
 * @param when which respondents it is for ({@code if} in JSON); the first ending that holds is shown
 */
public record Ending(String name, Text text, @JsonProperty("if") Condition when) {
    public Ending {
        VariableName.required(name);
        requireNonNull(text, "text");
        when = requireNonNullElse(when, Condition.ALWAYS);
    }
}
