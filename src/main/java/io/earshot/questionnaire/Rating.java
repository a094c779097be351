package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * A mark from 1 to {@code points}; the answer is the number, whatever it is drawn as.
 *
 * @param points how many marks there are, from 2 to 11
 * @param expect the mark that an attentive person gives; absent checks nobody
 */
@JsonTypeName(Rating.TYPE)
public record Rating(Asked asked, int points, Shape shape, Text lowLabel, Text highLabel, @Nullable Expected expect)
        implements Marked {
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
    public Points marks() {
        return new Points(1, points, lowLabel, highLabel);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.rating(this);
    }
}
