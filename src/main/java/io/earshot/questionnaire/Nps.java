package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Likelihood to recommend from 0 to 10: 0 to 6 are detractors, 7 and 8 passives, 9 and 10 promoters.
 *
 * @param expect the mark that an attentive person gives; absent checks nobody
 */
@JsonTypeName(Nps.TYPE)
public record Nps(Asked asked, Text lowLabel, Text highLabel, @Nullable Expected expect) implements Marked {
    static final String TYPE = "nps";

    public Nps {
        requireNonNull(asked, "asked");
        lowLabel = requireNonNullElse(lowLabel, Text.NONE);
        highLabel = requireNonNullElse(highLabel, Text.NONE);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Points marks() {
        return new Points(0, 10, lowLabel, highLabel);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.nps(this);
    }
}
