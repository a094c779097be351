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
 * Customer effort: how far someone agrees that something was easy, from 1 to 5 or to 7.
 *
 * @param points 5 or 7; absent is 7
 * @param expect the mark that an attentive person gives; absent checks nobody
 */
@JsonTypeName(Ces.TYPE)
public record Ces(Asked asked, @Nullable Integer points, Text lowLabel, Text highLabel, @Nullable Expected expect)
        implements Question {
    static final String TYPE = "ces";

    private static final int DEFAULT_POINTS = 7;

    public Ces {
        requireNonNull(asked, "asked");
        points = requireNonNullElse(points, DEFAULT_POINTS);
        if (points != 5 && points != 7) {
            throw new IllegalArgumentException("points must be 5 or 7: " + points);
        }
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
        return new Points(1, requireNonNullElse(points, DEFAULT_POINTS), lowLabel, highLabel);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.ces(this);
    }
}
