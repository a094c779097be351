package io.earshot.questionnaire.check;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a reviewer would say about a questionnaire.
 *
 * @param code    a stable word that programs can rely on, such as {@code duplicate-name}
 * @param pointer a JSON Pointer into the questionnaire
 * @param message what is wrong and what to do, as a sentence
 */
public record Finding(Severity severity, String code, String pointer, String message) {
    /** Errors stand in the way of publishing, advice doesn't. */
    public enum Severity {
        @JsonProperty("error")
        ERROR,
        @JsonProperty("advice")
        ADVICE
    }

    public Finding {
        requireNonNull(severity, "severity");
        requireNonNull(code, "code");
        requireNonNull(pointer, "pointer");
        requireNonNull(message, "message");
    }

    public static Finding error(String code, String pointer, String message) {
        return new Finding(Severity.ERROR, code, pointer, message);
    }

    public static Finding advice(String code, String pointer, String message) {
        return new Finding(Severity.ADVICE, code, pointer, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }
}
