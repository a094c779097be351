package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;

/**
 * A mark from 1 to {@code points}; the answer is the number, whatever it is drawn as.
 *
 * @param points how many marks there are, from 2 to 11
 */
@JsonTypeName(Rating.TYPE)
public record Rating(
        String name,
        Text text,
        boolean required,
        Condition visibleIf,
        int points,
        Shape shape,
        Text lowLabel,
        Text highLabel)
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
        VariableName.required(name);
        requireNonNull(text, "text");
        visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
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
        return List.of(new Variable(name, name, text, Measure.ORDINAL, false, marks().values()));
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        return marks().check(name, answers);
    }

    private Points marks() {
        return new Points(1, points, lowLabel, highLabel);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.rating(this);
    }
}
