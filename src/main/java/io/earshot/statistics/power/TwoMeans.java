package io.earshot.statistics.power;

import io.earshot.statistics.distribution.NoncentralT;
import io.earshot.statistics.distribution.Root;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Power of the two-sided t test of two means with equally large groups. R: {@code power.t.test}, which like this leaves
 * out the chance of an effect in the wrong direction.
 *
 * @param alpha error probability, in (0, 1)
 */
public record TwoMeans(double alpha) {
    public TwoMeans {
        if (!(alpha > 0 && alpha < 1)) {
            throw new IllegalArgumentException("alpha must be in (0, 1): " + alpha);
        }
    }

    /**
     * Power with {@code n} respondents a group.
     *
     * @param effect the difference in standard deviations
     */
    public double power(double n, double effect) {
        double degreesOfFreedom = Math.max(1e-7, n - 1) * 2;
        double critical = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability(alpha / 2);
        return new NoncentralT(degreesOfFreedom, Math.sqrt(n / 2) * Math.abs(effect)).survival(critical);
    }

    /** Respondents a group for a power in (0, 1). */
    public double sampleSize(double effect, double power) {
        if (effect == 0) {
            throw new IllegalArgumentException("no sample finds an effect of 0");
        }
        return Root.ofDecreasing(n -> power - power(n, effect), 2, 50);
    }

    /** The smallest effect, in standard deviations, that {@code n} respondents a group find with a power. */
    public double detectable(double n, double power) {
        return Root.ofDecreasing(effect -> power - power(n, effect), 0, 1);
    }
}
