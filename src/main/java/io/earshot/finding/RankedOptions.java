package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.rank.Friedman;
import java.util.List;

/**
 * How options were ranked.
 *
 * @param base     responses that ranked anything
 * @param places   how many options a response ranks
 * @param friedman whether all options are ranked alike; undefined where only the first places were asked for, or
 *     if there are weights
 */
@JsonTypeName("ranking")
public record RankedOptions(
        String question, String label, Base base, int places, List<Option> options, Outcome<Friedman> friedman)
        implements ModuleFinding {
    public RankedOptions {
        requireNonNull(question, "question");
        requireNonNull(label, "label");
        requireNonNull(base, "base");
        requireNonNull(friedman, "friedman");
        options = List.copyOf(options);
    }

    /**
     * One option.
     *
     * @param ranked how many ranked it
     * @param first  how many put it first
     * @param share  that put it first, of the base, by weight if there are weights; in [0, 1]
     * @param ranks  of those who ranked it; 1 is best
     */
    public record Option(
            String code, String label, long ranked, long first, Outcome<Interval> share, Outcome<Descriptives> ranks) {}

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.ranking(this);
    }
}
