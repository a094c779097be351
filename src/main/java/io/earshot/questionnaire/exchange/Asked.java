package io.earshot.questionnaire.exchange;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A variable as conditions of other tools see it: what it is called here and how the file's values are written here.
 *
 * @param codes the file's values of options to codes; empty for numbers and words
 */
public record Asked(String variable, Kind kind, OptionCodes codes) {
    /** What an answer is. */
    public enum Kind {
        CODE,
        SET,
        YES_NO,
        NUMBER,
        TEXT
    }

    public Asked {
        requireNonNull(variable, "variable");
        requireNonNull(kind, "kind");
        requireNonNull(codes, "codes");
    }

    public Asked(String variable, Kind kind) {
        this(variable, kind, new OptionCodes());
    }

    public JsonNode var() {
        return Logic.var(variable);
    }

    /** Our code for a value of the file; words and numbers as they are. */
    public JsonNode value(JsonNode theirs) {
        if (theirs.isNull() || theirs.isContainerNode()) {
            return theirs;
        }
        return codes.of(theirs.asText()).orElse(theirs);
    }

    /** Whether an answer is, or holds, the value. */
    public JsonNode has(JsonNode theirs) {
        JsonNode code = value(theirs);
        return kind == Kind.SET ? Logic.op("in", code, var()) : Logic.op("==", var(), code);
    }
}
