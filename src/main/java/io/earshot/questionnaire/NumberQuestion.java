package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number.
 *
 * @param min  smallest allowed value; absent is none
 * @param max  largest allowed value; absent is none
 * @param step distance of allowed values, counted from {@code min} or 0; more than 0; absent allows all
 * @param unit what is counted, such as {@code EUR}; absent is nothing
 */
@JsonTypeName(NumberQuestion.TYPE)
public record NumberQuestion(
        String name,
        Text text,
        boolean required,
        Condition visibleIf,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal step,
        @Nullable String unit)
        implements Question {
    static final String TYPE = "number";

    /** Beyond this many decimal digits either side of the point a number is an attack and not an answer. */
    private static final int DIGITS = 32;

    public NumberQuestion {
        VariableName.required(name);
        requireNonNull(text, "text");
        visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
        if (min != null && max != null && min.compareTo(max) > 0) {
            throw new IllegalArgumentException("min of " + name + " must not exceed max: " + min + " > " + max);
        }
        if (step != null && step.signum() <= 0) {
            throw new IllegalArgumentException("step of " + name + " must be more than 0: " + step);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        return List.of(new Variable(name, name, text, Measure.SCALE, false, List.of()));
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        JsonNode answer = answers.get(name);
        if (answer == null) {
            return List.of();
        }
        String pointer = Fault.segment(name);
        if (!answer.isNumber() || (answer.isFloatingPointNumber() && !Double.isFinite(answer.doubleValue()))) {
            return List.of(AnswerFault.wrongType(pointer, answer, "a number"));
        }
        BigDecimal value = answer.decimalValue();
        if (Math.abs((long) value.scale()) > DIGITS || value.precision() > DIGITS) {
            return List.of(AnswerFault.outOfRange(pointer, answer, "a number of at most " + DIGITS + " digits"));
        }
        if ((min != null && value.compareTo(min) < 0) || (max != null && value.compareTo(max) > 0)) {
            return List.of(AnswerFault.outOfRange(pointer, answer, range(min, max)));
        }
        BigDecimal from = min == null ? BigDecimal.ZERO : min;
        if (step != null && value.subtract(from).remainder(step).signum() != 0) {
            String rule = from + " plus a whole number of steps of " + step;
            return List.of(new Fault(pointer, "off-step", "The answer must be " + rule + ": " + value + "."));
        }
        return List.of();
    }

    private static String range(@Nullable BigDecimal min, @Nullable BigDecimal max) {
        if (min == null) {
            return "at most " + max;
        }
        return max == null ? "at least " + min : "from " + min + " to " + max;
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.number(this);
    }
}
