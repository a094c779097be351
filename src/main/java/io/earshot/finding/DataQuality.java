package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.quality.Speed;
import java.util.List;

/**
 * Signs of answers given without reading, and what the results would be without them. Nobody is left out of any other
 * number of the report for it.
 *
 * @param responses  of the report
 * @param flagged    of them with one sign or more: faster than a third of the median, or the same answer to all items of
 *     a scale of five items or more
 * @param speed      of durations in seconds, from the first question shown to the last answer
 * @param scales     each likert question's
 * @param items      every variable's item nonresponse, in the questionnaire's order
 * @param robustness key results with and without the flagged responses, by weight if there are weights
 */
@JsonTypeName("data-quality")
public record DataQuality(
        Base base,
        long responses,
        long flagged,
        Outcome<Speed> speed,
        List<ScaleSigns> scales,
        List<ItemMissing> items,
        List<Robustness> robustness)
        implements ModuleFinding {
    public DataQuality {
        requireNonNull(base, "base");
        requireNonNull(speed, "speed");
        scales = List.copyOf(scales);
        items = List.copyOf(items);
        robustness = List.copyOf(robustness);
    }

    /**
     * A likert question's.
     *
     * @param n          responses that answered any of its items
     * @param straight   of them with the same answer to all items, of those that answered all
     * @param complete   of them that answered all items
     * @param duplicates of those that answered all items, with the same answers as an earlier one; usual where items are few
     * @param outlying   of those that answered all items, unusual together: Mahalanobis distance beyond chi-square's 0.999
     */
    public record ScaleSigns(
            String scale,
            String label,
            int items,
            long n,
            long complete,
            long straight,
            long duplicates,
            long outlying) {}

    /** How many were asked and did not answer; not known to be asked counts as not asked. */
    public record ItemMissing(Subject subject, long asked, long missing, Outcome<Interval> share) {}

    /**
     * A key result twice.
     *
     * @param measure {@code nps} or {@code mean}
     */
    public record Robustness(Subject subject, String measure, Outcome<Interval> all, Outcome<Interval> without) {}

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.quality(this);
    }
}
