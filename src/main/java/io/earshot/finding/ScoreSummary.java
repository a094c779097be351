package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Outcome;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A score that the questionnaire defines, such as the System Usability Scale.
 *
 * @param items   the variables that it is worked out from
 * @param low     the least that it can be; empty if its items have no limits
 * @param high    the most that it can be
 * @param bins    how the scores spread over ten parts of equal width from low to high, the last closed; empty without limits
 * @param average what products have on average, where the literature tells: 68 for the System Usability Scale
 */
@JsonTypeName("score")
public record ScoreSummary(
        Subject subject,
        Base base,
        String method,
        List<String> items,
        OptionalDouble low,
        OptionalDouble high,
        Outcome<Descriptives> descriptives,
        List<Bin> bins,
        OptionalDouble average)
        implements ModuleFinding {
    public ScoreSummary {
        requireNonNull(subject, "subject");
        requireNonNull(base, "base");
        requireNonNull(method, "method");
        requireNonNull(descriptives, "descriptives");
        items = List.copyOf(items);
        bins = List.copyOf(bins);
    }

    /** How many scores lie from {@code from} to below {@code to}, and their share in [0, 1], by weight if there are weights. */
    public record Bin(double from, double to, long count, double share) {}

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.score(this);
    }
}
