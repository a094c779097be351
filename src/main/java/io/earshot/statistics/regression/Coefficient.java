package io.earshot.statistics.regression;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Normal;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * One term of a model with its test against 0.
 *
 * @param term          as R writes it: the variable, or variable and code run together
 * @param estimate      in units of the outcome (linear) or of the log odds per unit of the term
 * @param standardError at least 0
 * @param statistic     estimate / standardError: t or z; 0 for an estimate of exactly 0, infinite where only the error is 0
 * @param p             two-sided, in [0, 1]
 * @param interval      estimate ± quantile · standardError
 */
public record Coefficient(
        String term, double estimate, double standardError, double statistic, double p, Interval interval) {

    /** Tested by t with the degrees of freedom of the residuals, at least 1. */
    public static Coefficient byT(
            String term, double estimate, double standardError, double degreesOfFreedom, double confidence) {
        TDistribution t = TDistribution.of(degreesOfFreedom);
        double statistic = ratio(estimate, standardError);
        double half = t.inverseSurvivalProbability((1 - confidence) / 2) * standardError;
        return new Coefficient(
                term,
                estimate,
                standardError,
                statistic,
                Math.min(1, 2 * t.survivalProbability(Math.abs(statistic))),
                new Interval(estimate, estimate - half, estimate + half, confidence));
    }

    /** Tested by z, as for models fitted by maximum likelihood (Wald). */
    public static Coefficient byZ(String term, double estimate, double standardError, double confidence) {
        double statistic = ratio(estimate, standardError);
        return new Coefficient(
                term,
                estimate,
                standardError,
                statistic,
                Normal.twoSided(statistic),
                Normal.interval(estimate, standardError, confidence));
    }

    /** exp of estimate and interval: an odds ratio where the estimate is a difference of log odds. */
    public Interval oddsRatio() {
        return new Interval(
                Math.exp(estimate), Math.exp(interval.low()), Math.exp(interval.high()), interval.confidence());
    }

    private static double ratio(double estimate, double standardError) {
        return estimate == 0 ? 0 : estimate / standardError;
    }
}
