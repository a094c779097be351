package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Frequencies;
import java.util.List;
import java.util.Optional;

/**
 * How often each answer was given.
 *
 * @param people the sum of the weights of all responses, whether they answered or not; their number without weights
 * @param scores mean and spread of the codes as numbers; only for ordered answers, and only if there are any
 */
public record FrequencyTable(
        Subject subject, Base base, double people, Frequencies frequencies, Optional<Descriptives> scores)
        implements Finding {
    public FrequencyTable {
        requireNonNull(subject, "subject");
        requireNonNull(base, "base");
        requireNonNull(frequencies, "frequencies");
        requireNonNull(scores, "scores");
    }

    /** All responses of the report, whether they answered this question or not. */
    @JsonProperty
    public long responses() {
        return frequencies.n() + frequencies.missing();
    }

    /** Each row's share of all responses, by weight if there are weights, in [0, 1], in the order of the rows; empty if there are no responses. */
    @JsonProperty
    public List<Double> sharesOfAll() {
        return people == 0
                ? List.of()
                : frequencies.rows().stream()
                        .map(row -> row.weighted() / people)
                        .toList();
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.frequencies(this);
    }
}
