package io.earshot.questionnaire.flow;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.logic.Unknown;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one respondent going through a questionnaire.
 *
 * @param answers by variable name, hidden fields among them, as they were given
 * @param traits  plain values by name, or {@link Unknown#VALUE}
 * @param context plain values by attribute, or {@link Unknown#VALUE}
 * @param seed    what every drawn order starts from, unsigned, 32 bits; null if it is not known
 * @param now     null if the time of answering is not known
 */
public record Known(
        Map<String, JsonNode> answers, Object traits, Object context, @Nullable Long seed, @Nullable Instant now) {
    public Known {
        requireNonNull(answers, "answers");
        requireNonNull(traits, "traits");
        requireNonNull(context, "context");
    }

    /** Answers, and nothing else. */
    public static Known of(Map<String, JsonNode> answers) {
        return new Known(answers, Unknown.VALUE, Unknown.VALUE, null, null);
    }

    public Known seeded(long seed) {
        return new Known(answers, traits, context, seed, now);
    }
}
