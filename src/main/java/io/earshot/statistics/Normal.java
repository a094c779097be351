package io.earshot.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, exact in both tails. R: {@code pnorm, qnorm, dnorm}. */
public final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private Normal() {}

    /** Probability of a value up to {@code z}. */
    public static double lower(double z) {
        return STANDARD.cumulativeProbability(z);
    }

    /** Probability of a value above {@code z}. */
    public static double upper(double z) {
        return STANDARD.survivalProbability(z);
    }

    /** Probability of a value as far from 0 as {@code z} on either side, or farther. */
    public static double twoSided(double z) {
        return 2 * upper(Math.abs(z));
    }

    public static double density(double z) {
        return STANDARD.density(z);
    }

    /** The value that the probability {@code p}, in [0, 1], lies below. */
    public static double quantile(double p) {
        return STANDARD.inverseCumulativeProbability(p);
    }

    /** The z such that a share {@code confidence} of values lies between -z and z: 1.96 for 0.95. */
    public static double reach(double confidence) {
        return STANDARD.inverseSurvivalProbability((1 - confidence) / 2);
    }

    /** The interval estimate ± z standard error. */
    public static Interval interval(double estimate, double standardError, double confidence) {
        double half = reach(confidence) * standardError;
        return new Interval(estimate, estimate - half, estimate + half, confidence);
    }
}
