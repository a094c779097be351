package io.earshot.statistics.trend;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;

/**
 * Mann and Kendall's test of a trend, with Sen's slope.
 *
 * @param excluded points in time without a value
 * @param s        later values that are larger less those that are smaller, over all pairs
 * @param variance of s without a trend, corrected for ties
 * @param z        with continuity correction
 * @param p        two-sided
 * @param slope    Sen's: the median of the slopes of all pairs, per step in time
 * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">Sen (1968), JASA 63, 1379-1389</a>
 */
public record MannKendall(long n, long excluded, double s, double variance, double z, double p, double slope) {
    private static final int MOST = 5_000;

    /** Of values in the order of time; undefined for fewer than two or more than 5,000; a series that does not vary has z 0. */
    public static Outcome<MannKendall> of(double... series) {
        double[] x = Complete.values(series);
        int n = x.length;
        if (n < 2) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a trend needs two values: %d", n);
        }
        if (n > MOST) {
            return Outcome.undefined(Reason.TOO_MANY_ANSWERS, "a trend is tested for up to %d values: %d", MOST, n);
        }
        double s = 0;
        double[] slopes = new double[n * (n - 1) / 2];
        int pair = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                s += Math.signum(x[j] - x[i]);
                slopes[pair++] = (x[j] - x[i]) / (j - i);
            }
        }
        double variance = (n * (n - 1.0) * (2.0 * n + 5) - ties(x)) / 18;
        double z = s == 0 ? 0 : (s - Math.signum(s)) / Math.sqrt(variance);
        Arrays.sort(slopes);
        int middle = slopes.length / 2;
        double slope = slopes.length % 2 == 1 ? slopes[middle] : (slopes[middle - 1] + slopes[middle]) / 2;
        return Outcome.of(new MannKendall(n, series.length - n, s, variance, z, Normal.twoSided(z), slope));
    }

    private static double ties(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            for (to = from + 1; to < sorted.length && sorted[to] == sorted[from]; ) {
                to++;
            }
            double t = to - from;
            sum += t * (t - 1) * (2 * t + 5);
        }
        return sum;
    }
}
