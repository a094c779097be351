package io.earshot.statistics.group;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A t statistic with what follows from it.
 *
 * @param p        two-sided
 * @param pLess    of the true value being below
 * @param pGreater of the true value being above
 * @param interval of the mean or difference
 */
public record Student(double t, double degreesOfFreedom, double p, double pLess, double pGreater, Interval interval) {
    // R calls data constant whose standard error is below this share of their mean.
    private static final double CONSTANT = 10 * Math.ulp(1.0);

    /**
     * (estimate - hypothesis) / standard error.
     *
     * @param scale the largest mean that went into the estimate, to tell variation from rounding
     */
    static Outcome<Student> of(
            double estimate,
            double hypothesis,
            double error,
            double degreesOfFreedom,
            double scale,
            double confidence) {
        if (!(error > CONSTANT * Math.abs(scale)) || !(degreesOfFreedom > 0)) {
            return Outcome.undefined(
                    Reason.NO_VARIATION, "the answers do not vary, so there is nothing to hold them against");
        }
        double t = (estimate - hypothesis) / error;
        TDistribution distribution = TDistribution.of(degreesOfFreedom);
        double half = distribution.inverseSurvivalProbability((1 - confidence) / 2) * error;
        return Outcome.of(new Student(
                t,
                degreesOfFreedom,
                2 * distribution.survivalProbability(Math.abs(t)),
                distribution.cumulativeProbability(t),
                distribution.survivalProbability(t),
                new Interval(estimate, estimate - half, estimate + half, confidence)));
    }
}
