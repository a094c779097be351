package io.earshot.statistics.quality;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Quantiles;
import io.earshot.statistics.Reason;
import java.util.Arrays;

/**
 * How many respondents were too fast to have read the questions.
 *
 * @param excluded respondents without a duration
 * @param median     of the durations, in their unit
 * @param belowThird respondents under a third of the median
 * @param belowHalf  respondents under half of it
 * @param outliers   respondents whose logarithm lies more than 2.5 MAD (times 1.4826) below the median logarithm
 */
public record Speed(long n, long excluded, double median, long belowThird, long belowHalf, long outliers) {

    /** Of durations, NaN where unknown; undefined if none is known. */
    public static Outcome<Speed> of(double[] durations) {
        double[] known = Complete.values(durations);
        if (known.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "no duration is known");
        }
        double median = median(known);
        double[] logs = Arrays.stream(known).map(Math::log).toArray();
        double middle = median(logs);
        double mad = 1.4826
                * median(Arrays.stream(logs).map(log -> Math.abs(log - middle)).toArray());
        return Outcome.of(new Speed(
                known.length,
                durations.length - known.length,
                median,
                Arrays.stream(known).filter(duration -> duration < median / 3).count(),
                Arrays.stream(known).filter(duration -> duration < median / 2).count(),
                Arrays.stream(logs).filter(log -> log < middle - 2.5 * mad).count()));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Quantiles.LINEAR.of(sorted, 0.5)[0];
    }
}
