package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Customer effort: how far someone agrees that something was easy, from 1 to 5 or to 7.
 *
 * @param points 5 or 7; absent is 7
 * @param expect the mark that an attentive person gives; absent checks nobody
 */
@JsonTypeName(Ces.TYPE)
public record Ces(Asked asked, @Nullable Integer points, Text lowLabel, Text highLabel, @Nullable Expected expect)
        implements Marked {
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
    public Points marks() {
        return new Points(1, requireNonNullElse(points, DEFAULT_POINTS), lowLabel, highLabel);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.ces(this);
    }
}
