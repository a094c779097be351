package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Satisfaction from 1 to 5; those who give 4 or 5 count as satisfied.
 *
 * @param shape  what the marks are drawn as
 * @param expect the mark that an attentive person gives; absent checks nobody
 */
@JsonTypeName(Csat.TYPE)
public record Csat(Asked asked, Rating.Shape shape, Text lowLabel, Text highLabel, @Nullable Expected expect)
        implements Marked {
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
    public Points marks() {
        return new Points(1, 5, lowLabel, highLabel);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.csat(this);
    }
}
