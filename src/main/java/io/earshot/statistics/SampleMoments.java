package io.earshot.statistics;

import io.earshot.dataset.Watch;

/**
 * How many values a sample has, their mean and their variance: what tests of means need of it.
 *
 * @param mean     NaN for an empty sample
 * @param variance with n - 1; NaN for fewer than two values
 */
public record SampleMoments(long n, double mean, double variance) {

    /** Of values of which none is missing. */
    public static SampleMoments of(double... values) {
        Watch.look();
        return new SampleMoments(values.length, Moments.mean(values), Moments.variance(values));
    }

    /**
     * Of values of which there are few different ones.
     *
     * @param points the different values
     * @param counts how many there are of each, in the same order
     * @throws IllegalArgumentException if they are not equally many
     */
    public static SampleMoments ofCounts(double[] points, long[] counts) {
        if (points.length != counts.length) {
            throw new IllegalArgumentException(
                    "points and counts must be equally many: %d, %d".formatted(points.length, counts.length));
        }
        long n = 0;
        double sum = 0;
        for (int i = 0; i < points.length; i++) {
            n += counts[i];
            sum += counts[i] == 0 ? 0 : counts[i] * points[i];
        }
        double mean = sum / n;
        double squares = 0;
        for (int i = 0; i < points.length; i++) {
            double deviation = points[i] - mean;
            squares += counts[i] == 0 ? 0 : counts[i] * deviation * deviation;
        }
        return new SampleMoments(n, n == 0 ? Double.NaN : mean, n < 2 ? Double.NaN : squares / (n - 1));
    }

    public double sd() {
        return Math.sqrt(variance);
    }
}
