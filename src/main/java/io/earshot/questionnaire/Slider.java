package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number on a line between two ends.
 *
 * @param min    the lower end
 * @param max    the upper end, more than {@code min}
 * @param step   distance of allowed values, counted from {@code min}; more than 0; absent is 1
 * @param unit   what is counted, such as {@code km}; absent is nothing
 * @param expect the number that an attentive person gives; absent checks nobody
 */
@JsonTypeName(Slider.TYPE)
public record Slider(
        Asked asked,
        BigDecimal min,
        BigDecimal max,
        BigDecimal step,
        @Nullable String unit,
        Text lowLabel,
        Text highLabel,
        @Nullable Expected expect)
        implements Question {
    static final String TYPE = "slider";

    public Slider {
        requireNonNull(asked, "asked");
        requireNonNull(min, "min");
        requireNonNull(max, "max");
        step = requireNonNullElse(step, BigDecimal.ONE);
        lowLabel = requireNonNullElse(lowLabel, Text.NONE);
        highLabel = requireNonNullElse(highLabel, Text.NONE);
        if (min.compareTo(max) >= 0) {
            throw new IllegalArgumentException("min of " + asked.name() + " must be less than max: " + min);
        }
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("step of " + asked.name() + " must be more than 0: " + step);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        return List.of(asked.variable(Measure.SCALE).counting(unit).within(min, max));
    }

    @Override
    public Map<String, Expected> expected() {
        return expect == null ? Map.of() : Map.of(name(), expect);
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        return Optional.ofNullable(answers.get(name()))
                .flatMap(answer -> new Limits(name(), min, max, step).check(Fault.segment(name()), answer))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.slider(this);
    }
}
