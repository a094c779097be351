package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number.
 *
 * @param min    smallest allowed value; absent is none
 * @param max    largest allowed value; absent is none
 * @param step   distance of allowed values, counted from {@code min} or 0; more than 0; absent allows all
 * @param unit   what is counted, such as {@code EUR}; absent is nothing
 * @param expect the number that an attentive person gives; absent checks nobody
 */
@JsonTypeName(NumberQuestion.TYPE)
public record NumberQuestion(
        Asked asked,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable BigDecimal step,
        @Nullable String unit,
        @Nullable Expected expect)
        implements Question {
    static final String TYPE = "number";

    public NumberQuestion {
        requireNonNull(asked, "asked");
        // Its limits refuse what makes no sense.
        var unused = new Limits(asked.name(), min, max, step);
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
        return cases.number(this);
    }
}
