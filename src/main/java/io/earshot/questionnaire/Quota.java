package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * How many complete, accepted responses of a kind are wanted; test responses don't count.
 *
 * @param when   which responses count ({@code if} in JSON)
 * @param limit  1 or more
 * @param ending the name of the ending shown to those who are too many; absent is the one they would see anyway
 */
public record Quota(String name, @JsonProperty("if") Condition when, int limit, @Nullable String ending) {
    public Quota {
        VariableName.required(name);
        requireNonNull(when, "if");
        if (limit < 1) {
            throw new IllegalArgumentException("limit of " + name + " must be 1 or more: " + limit);
        }
    }
}
