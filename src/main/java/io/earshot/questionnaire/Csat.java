package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Satisfaction from 1 to 5; those who give 4 or 5 count as satisfied.
 *
 * @param shape  what the marks are drawn as
 * @param expect the mark that an attentive person gives; absent checks nobody
 */
@JsonTypeName(Csat.TYPE)
public record Csat(Asked asked, Rating.Shape shape, Text lowLabel, Text highLabel, @Nullable Expected expect)
        implements Question {
    static final String TYPE = "csat";

    public Csat {
        requireNonNull(asked, "asked");
        shape = requireNonNullElse(shape, Rating.Shape.NUMBERS);
        lowLabel = requireNonNullElse(lowLabel, Text.NONE);
        highLabel = requireNonNullElse(highLabel, Text.NONE);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        return List.of(asked.variable(Measure.ORDINAL).coded(marks().values()));
    }

    @Override
    public Map<String, Expected> expected() {
        return expect == null ? Map.of() : Map.of(name(), expect);
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        return marks().check(name(), answers);
    }

    private Points marks() {
        return new Points(1, 5, lowLabel, highLabel);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.csat(this);
    }
}
