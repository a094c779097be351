package io.earshot.statistics;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/** Means and variances of samples without missing values, in two passes so that large means cost no digits. */
public final class Moments {
    private Moments() {}

    /** NaN for an empty sample. */
    public static double mean(double... values) {
        return Mean.of(values).getAsDouble();
    }

    /** With n - 1; NaN for fewer than two values. */
    public static double variance(double... values) {
        return values.length < 2 ? Double.NaN : Variance.of(values).getAsDouble();
    }

    /** With n - 1; NaN for fewer than two values. */
    public static double sd(double... values) {
        return Math.sqrt(variance(values));
    }
}
