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
        return ofKnown(known, durations.length - known.length);
    }

    /**
     * Of durations of which none is missing; of millions in little memory.
     *
     * @param known    the array is used up
     * @param excluded respondents without a duration
     */
    public static Outcome<Speed> ofKnown(double[] known, long excluded) {
        if (known.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "no duration is known");
        }
        Arrays.sort(known);
        double median = median(known);
        long belowThird = below(known, median / 3);
        long belowHalf = below(known, median / 2);
        // In the same array, since there may be millions, and in order still, since a logarithm grows.
        Arrays.parallelSetAll(known, i -> Math.log(known[i]));
        double middle = median(known);
        double limit = middle - 2.5 * (1.4826 * medianDistance(known, middle));
        return Outcome.of(new Speed(known.length, excluded, median, belowThird, belowHalf, below(known, limit)));
    }

    private static double median(double[] sorted) {
        return Quantiles.LINEAR.of(sorted, 0.5)[0];
    }

    /** The median distance from a value, found by going from there to both sides. */
    private static double medianDistance(double[] sorted, double from) {
        int right = below(sorted, from);
        int left = right - 1;
        double before = 0;
        double distance = 0;
        for (int rank = 0; rank <= sorted.length / 2; rank++) {
            before = distance;
            double toLeft = left < 0 ? Double.POSITIVE_INFINITY : Math.abs(sorted[left] - from);
            double toRight = right >= sorted.length ? Double.POSITIVE_INFINITY : Math.abs(sorted[right] - from);
            if (toLeft < toRight) {
                distance = toLeft;
                left--;
            } else {
                distance = toRight;
                right++;
            }
        }
        return sorted.length % 2 == 1 || before == distance ? distance : 0.5 * before + 0.5 * distance;
    }

    /** How many are below a limit; none if it is no number. */
    private static int below(double[] sorted, double limit) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (sorted[middle] < limit) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
