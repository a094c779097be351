package io.earshot.statistics;

/**
 * An estimate with its confidence interval, both in the estimate's own unit.
 *
 * @param estimate   the point estimate; need not be the interval's middle
 * @param low        lower end, at most {@code high}
 * @param high       upper end
 * @param confidence share of such intervals that hold the true value, in (0, 1)
 */
public record Interval(double estimate, double low, double high, double confidence) {
    public Interval {
        requireConfidence(confidence);
        if (Double.isNaN(estimate) || !(low <= high)) {
            throw new IllegalArgumentException(
                    "an interval goes from low to high: %s in [%s, %s]".formatted(estimate, low, high));
        }
    }

    static double requireConfidence(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence must be in (0, 1): " + confidence);
        }
        return confidence;
    }
}
