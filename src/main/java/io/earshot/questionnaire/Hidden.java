package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value that the app gives along with the answers and nobody is asked for, such as the order's value.
 *
 * @param unit what a number counts, such as {@code EUR}; absent is nothing
 */
public record Hidden(String name, Kind type, @Nullable String unit) {
    /** What it holds. */
    public enum Kind {
        @JsonProperty("number")
        NUMBER,
        @JsonProperty("text")
        TEXT
    }

    public Hidden {
        VariableName.required(name);
        requireNonNull(type, "type");
    }

    public Variable variable() {
        Measure measure = type == Kind.NUMBER ? Measure.SCALE : Measure.TEXT;
        return Variable.of(name, name, Text.of(name), measure).counting(unit);
    }

    /** What is wrong with a value that was given for it. */
    public Optional<Fault> check(JsonNode value) {
        String pointer = Fault.segment(name);
        if (type == Kind.TEXT) {
            return AnswerFault.inWords(pointer, value, TextQuestion.OPEN_TEXT_MAX_LENGTH);
        }
        return value.isNumber() ? Optional.empty() : Optional.of(AnswerFault.wrongType(pointer, value, "a number"));
    }
}
