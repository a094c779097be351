package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The answer that an attentive person gives; another one is flagged and never refused.
 *
 * @param json a code, an array of codes, a number, or words
 */
public record Expected(@JsonValue JsonNode json) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Expected {
        requireNonNull(json, "json");
    }

    /** Whether an answer is this one: codes compare as sets, numbers by value, words stripped and without regard to case. */
    public boolean isMetBy(JsonNode answer, Variable variable) {
        if (!variable.values().isEmpty()) {
            return codes(json).equals(codes(answer));
        }
        if (json.isNumber() && answer.isNumber()) {
            return json.decimalValue().compareTo(answer.decimalValue()) == 0;
        }
        return json.isTextual() && answer.isTextual() && words(json).equals(words(answer));
    }

    private static Set<String> codes(JsonNode json) {
        Set<String> codes = new HashSet<>();
        Iterable<JsonNode> items = json.isArray() ? json : List.of(json);
        items.forEach(item -> codes.add(Code.in(item).orElse("")));
        return codes;
    }

    private static String words(JsonNode json) {
        return json.textValue().strip().toLowerCase(Locale.ROOT);
    }
}
