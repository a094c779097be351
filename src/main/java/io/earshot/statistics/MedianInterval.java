package io.earshot.statistics;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * An interval of the median that assumes no distribution: from the k-th smallest value to the k-th largest, with k the
 * binomial quantile of (1 - confidence) / 2. R: {@code k <- qbinom(alpha / 2, n, .5); sort(x)[c(k, n - k + 1)]}.
 *
 * @param excluded answers left out because they are missing
 * @param k        rank of the lower end, from 1
 * @param interval around the median, at the confidence asked for
 * @param achieved the confidence that the interval really has: the one asked for, or somewhat more or less, since ranks
 *     are whole numbers
 */
public record MedianInterval(long n, long excluded, int k, Interval interval, double achieved) {

    /** The interval of the values that are there; undefined if they are too few for the confidence. */
    public static Outcome<MedianInterval> of(double[] values, double confidence) {
        Interval.requireConfidence(confidence);
        double[] sorted = Complete.values(values);
        Arrays.sort(sorted);
        int n = sorted.length;
        if (n == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered");
        }
        BinomialDistribution ranks = BinomialDistribution.of(n, 0.5);
        int k = ranks.inverseCumulativeProbability((1 - confidence) / 2);
        if (k < 1) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS, "%d answers are too few for a median at confidence %s", n, confidence);
        }
        double median = Quantiles.LINEAR.of(sorted, 0.5)[0];
        Interval interval = new Interval(median, sorted[k - 1], sorted[n - k], confidence);
        return Outcome.of(
                new MedianInterval(n, values.length - n, k, interval, 1 - 2 * ranks.cumulativeProbability(k - 1)));
    }
}
