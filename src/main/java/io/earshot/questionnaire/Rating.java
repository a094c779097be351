package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mark from 1 to {@code points}; the answer is the number, whatever it is drawn as.
 *
 * @param points how many marks there are, from 2 to 11
 * @param expect the mark that an attentive person gives; absent checks nobody
 */
@JsonTypeName(Rating.TYPE)
public record Rating(Asked asked, int points, Shape shape, Text lowLabel, Text highLabel, @Nullable Expected expect)
        implements Question {
    static final String TYPE = "rating";

    /** What the marks are drawn as. */
    public enum Shape {
        @JsonProperty("numbers")
        NUMBERS,
        @JsonProperty("stars")
        STARS,
        @JsonProperty("hearts")
        HEARTS,
        @JsonProperty("smileys")
        SMILEYS,
        @JsonProperty("thumbs")
        THUMBS
    }

    public Rating {
        requireNonNull(asked, "asked");
        if (points < 2 || points > 11) {
            throw new IllegalArgumentException("points must be from 2 to 11: " + points);
        }
        shape = requireNonNullElse(shape, Shape.NUMBERS);
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
        return new Points(1, points, lowLabel, highLabel);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.rating(this);
    }
}
