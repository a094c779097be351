package io.earshot.statistics.advice;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Normal;
import io.earshot.statistics.distribution.NoncentralChiSquared;
import io.earshot.statistics.distribution.NoncentralF;
import io.earshot.statistics.distribution.NoncentralT;
import io.earshot.statistics.distribution.Root;
import java.util.function.DoubleUnaryOperator;

/**
 * Intervals of effect sizes: the noncentralities under which what was seen would be just too large, and just too small.
 *
 * @see <a href="https://doi.org/10.4135/9781412983761">Smithson (2003), Confidence Intervals</a>
 */
final class EffectIntervals {
    private EffectIntervals() {}

    /** Of V = √(noncentrality / (n min(rows - 1, columns - 1))), at most 1. */
    static Interval cramersV(double v, double chiSquare, int df, double n, int shorter, double confidence) {
        DoubleUnaryOperator below = ncp -> new NoncentralChiSquared(df, ncp).cumulative(chiSquare);
        double tail = (1 - confidence) / 2;
        double whole = n * (shorter - 1);
        return new Interval(
                v,
                Math.min(1, Math.sqrt(noncentrality(below, 1 - tail, chiSquare) / whole)),
                Math.min(1, Math.sqrt(noncentrality(below, tail, chiSquare) / whole)),
                confidence);
    }

    /** Of eta² = noncentrality / (noncentrality + n). R: {@code effectsize::eta_squared(alternative = "two.sided")}. */
    static Interval etaSquared(double eta, double f, double numerator, double denominator, double confidence) {
        DoubleUnaryOperator below = ncp -> new NoncentralF(numerator, denominator, ncp).cumulative(f);
        double tail = (1 - confidence) / 2;
        double n = numerator + denominator + 1;
        double low = noncentrality(below, 1 - tail, f * numerator);
        double high = noncentrality(below, tail, f * numerator);
        return new Interval(eta, low / (low + n), high / (high + n), confidence);
    }

    /** The noncentrality at which a probability, which falls with it, is as given; 0 if it is less even there. */
    private static double noncentrality(DoubleUnaryOperator below, double probability, double near) {
        DoubleUnaryOperator more = ncp -> below.applyAsDouble(ncp) - probability;
        return more.applyAsDouble(0) <= 0 ? 0 : Root.ofDecreasing(more, 0, Math.max(1, near));
    }

    /** Of the mean of differences in their standard deviations, t = d √n. */
    static Interval meanOfDifferences(double d, double t, long n, double confidence) {
        double tail = (1 - confidence) / 2;
        double root = Math.sqrt(n);
        return new Interval(
                d,
                Root.ofIncreasing(ncp -> 1 - tail - new NoncentralT(n - 1.0, ncp).cumulative(t), t, 2) / root,
                Root.ofIncreasing(ncp -> tail - new NoncentralT(n - 1.0, ncp).cumulative(t), t, 2) / root,
                confidence);
    }

    /** tanh(atanh r ± z error); R's effectsize does so for rank-biserial correlations. */
    static Interval byFisher(double r, double error, double confidence) {
        double half = Normal.reach(confidence) * error;
        double z = (Math.log1p(r) - Math.log1p(-r)) / 2;
        return new Interval(r, Math.tanh(z - half), Math.tanh(z + half), confidence);
    }

    /** The error of two groups' rank-biserial correlation under Fisher's transformation. */
    static double rankError(double first, double second) {
        return Math.sqrt((first + second + 1) / (3 * first * second));
    }

    /** The same of n pairs that differ. */
    static double signedRankError(double n) {
        return Math.sqrt((2 * n * n * n + 3 * n * n + n) / 6) / ((n * n + n) / 2);
    }

    /** Of rho: √((1 + rho² / 2) / (n - 3)), Bonett and Wright (2000), Psychometrika 65, 23-28. */
    static double spearmanError(double rho, double n) {
        return Math.sqrt((1 + rho * rho / 2) / (n - 3));
    }
}
