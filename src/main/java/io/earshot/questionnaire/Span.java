package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which days or times a question allows; as they are written, the earlier one comes first in the alphabet too.
 *
 * @param kind  what is written and how, such as {@code a date written YYYY-MM-DD}
 * @param reads whether a string is one
 * @param min   the earliest; absent is none
 * @param max   the latest; absent is none
 */
record Span(String question, String kind, Predicate<String> reads, @Nullable String min, @Nullable String max) {
    Span {
        if (min != null && !reads.test(min)) {
            throw new IllegalArgumentException("min of " + question + " must be " + kind + ": " + min);
        }
        if (max != null && !reads.test(max)) {
            throw new IllegalArgumentException("max of " + question + " must be " + kind + ": " + max);
        }
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException("min of " + question + " must not be after max: " + min + " > " + max);
        }
    }

    Optional<Fault> check(String pointer, JsonNode answer) {
        if (!answer.isTextual()) {
            return Optional.of(AnswerFault.wrongType(pointer, answer, kind));
        }
        String given = answer.textValue();
        if (!reads.test(given)) {
            return Optional.of(AnswerFault.badFormat(pointer, answer, kind));
        }
        if (min != null && given.compareTo(min) < 0) {
            return Optional.of(AnswerFault.outOfRange(pointer, answer, "at " + min + " or later"));
        }
        if (max != null && given.compareTo(max) > 0) {
            return Optional.of(AnswerFault.outOfRange(pointer, answer, "at " + max + " or before"));
        }
        return Optional.empty();
    }
}
