package io.earshot.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
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
        double[] sorted = Complete.values(values);
        Arrays.sort(sorted);
        return of(rank -> sorted[rank], sorted.length, values.length - sorted.length, confidence);
    }

    /** The interval of values in ascending order, of which none is missing; undefined if they are too few for the confidence. */
    public static Outcome<MedianInterval> ofSorted(double[] sorted, double confidence) {
        return of(rank -> sorted[rank], sorted.length, 0, confidence);
    }

    /**
     * The interval of values of which there are few different ones.
     *
     * @param points the different values, in any order
     * @param counts how many there are of each, in the same order
     */
    public static Outcome<MedianInterval> ofCounts(double[] points, long[] counts, double confidence) {
        int[] order = IntStream.range(0, points.length)
                .filter(place -> counts[place] > 0)
                .boxed()
                .sorted(Comparator.comparingDouble(place -> points[place]))
                .mapToInt(Integer::intValue)
                .toArray();
        // How many there are up to each.
        long[] ends = new long[order.length];
        long n = 0;
        for (int i = 0; i < order.length; i++) {
            n += counts[order[i]];
            ends[i] = n;
        }
        IntToDoubleFunction ranked = rank -> {
            int found = Arrays.binarySearch(ends, rank + 1L);
            return points[order[found >= 0 ? found : -1 - found]];
        };
        return of(ranked, Math.toIntExact(n), 0, confidence);
    }

    private static Outcome<MedianInterval> of(IntToDoubleFunction ranked, int n, long excluded, double confidence) {
        Interval.requireConfidence(confidence);
        if (n == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered");
        }
        BinomialDistribution ranks = BinomialDistribution.of(n, 0.5);
        int k = ranks.inverseCumulativeProbability((1 - confidence) / 2);
        if (k < 1) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS, "%d answers are too few for a median at confidence %s", n, confidence);
        }
        double median = Quantiles.LINEAR.at(ranked, n, 0.5);
        Interval interval = new Interval(median, ranked.applyAsDouble(k - 1), ranked.applyAsDouble(n - k), confidence);
        return Outcome.of(new MedianInterval(n, excluded, k, interval, 1 - 2 * ranks.cumulativeProbability(k - 1)));
    }
}
