package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which numbers a question allows.
 *
 * @param min  smallest allowed value; absent is none
 * @param max  largest allowed value; absent is none
 * @param step distance of allowed values, counted from {@code min} or 0; more than 0; absent allows all
 */
record Limits(String question, @Nullable BigDecimal min, @Nullable BigDecimal max, @Nullable BigDecimal step) {
    /** Beyond this many decimal digits either side of the point a number is an attack and not an answer. */
    private static final int DIGITS = 32;

    Limits {
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException("min of " + question + " must not exceed max: " + min + " > " + max);
        }
        if (step != null && step.signum() <= 0) {
            throw new IllegalArgumentException("step of " + question + " must be more than 0: " + step);
        }
    }

    Optional<Fault> check(String pointer, JsonNode answer) {
        if (!answer.isNumber() || (answer.isFloatingPointNumber() && !Double.isFinite(answer.doubleValue()))) {
            return Optional.of(AnswerFault.wrongType(pointer, answer, "a number"));
        }
        BigDecimal value = answer.decimalValue();
        if (Math.abs((long) value.scale()) > DIGITS || value.precision() > DIGITS) {
            return Optional.of(AnswerFault.outOfRange(pointer, answer, "a number of at most " + DIGITS + " digits"));
        }
        if ((min != null && value.compareTo(min) < 0) || (max != null && value.compareTo(max) > 0)) {
            return Optional.of(AnswerFault.outOfRange(pointer, answer, range(min, max)));
        }
        BigDecimal from = min == null ? BigDecimal.ZERO : min;
        if (step != null && value.subtract(from).remainder(step).signum() != 0) {
            String rule = from + " plus a whole number of steps of " + step;
            return Optional.of(new Fault(pointer, "off-step", "The answer must be " + rule + ": " + value + "."));
        }
        return Optional.empty();
    }

    private static String range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min == null) {
            return "at most " + max;
        }
        return max == null ? "at least " + min : "from " + min + " to " + max;
    }
}
