package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.quality.ResponseRates;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * What became of those who could have been asked, as far as the service was told.
 *
 * @param base  prompts granted
 * @param zone  whose days they are
 * @param days  every day on which something happened, in order
 * @param rates AAPOR's, with the seen prompts as sample: completed is I, partial is P, seen and closed or left is R, granted
 *     and never seen is NC; nobody's eligibility is unknown
 * @param steps each step's share of the one before
 */
@JsonTypeName("response-rates")
public record ResponseFunnel(
        Base base, ZoneId zone, List<Day> days, Counts total, List<Step> steps, ResponseRates rates, long unprompted)
        implements ModuleFinding {
    public ResponseFunnel {
        requireNonNull(base, "base");
        requireNonNull(zone, "zone");
        requireNonNull(total, "total");
        requireNonNull(rates, "rates");
        days = List.copyOf(days);
        steps = List.copyOf(steps);
    }

    /**
     * How many went how far.
     *
     * @param eligible  asked whether the prompt might show
     * @param granted   were let
     * @param seen      had the prompt on their screen
     * @param dismissed closed it without an answer
     * @param started   gave a first answer
     * @param partial   gave some answers and did not finish
     * @param complete  finished
     */
    public record Counts(
            long eligible, long granted, long seen, long dismissed, long started, long partial, long complete) {
        public Counts plus(Counts other) {
            return new Counts(
                    eligible + other.eligible,
                    granted + other.granted,
                    seen + other.seen,
                    dismissed + other.dismissed,
                    started + other.started,
                    partial + other.partial,
                    complete + other.complete);
        }
    }

    /** One day's. */
    public record Day(LocalDate day, Counts counts) {}

    /**
     * From one step to the next.
     *
     * @param name  granted, seen, started or complete
     * @param share of the step before, with Wilson's interval; undefined if nobody got that far
     */
    public record Step(String name, long count, Outcome<Interval> share) {}

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.funnel(this);
    }
}
