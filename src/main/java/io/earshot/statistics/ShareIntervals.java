package io.earshot.statistics;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The usual intervals of one share, side by side. Which one to take: Wilson's; Clopper and Pearson's where the confidence
 * must never be less than stated.
 *
 * @param wald            p ± z √(pq/n): of no width at 0 and 1 and too short near them; to compare with older reports
 * @param wilson          {@link Share#wilson}. R: {@code prop.test(x, n, correct = FALSE)}
 * @param wilsonCorrected with continuity correction. R: {@code prop.test(x, n)}
 * @param agrestiCoull    Wald's after adding z²/2 successes and failures
 * @param clopperPearson  exact, by the beta distribution. R: {@code binom.test(x, n)}
 * @param jeffreys        Bayesian with the prior Beta(½, ½); 0 and 1 as ends where nobody or everybody is counted
 * @see <a href="https://doi.org/10.1214/ss/1009213286">Brown, Cai and DasGupta (2001), Statistical Science 16, 101-133</a>
 */
public record ShareIntervals(
        long n,
        long count,
        Interval wald,
        Interval wilson,
        Interval wilsonCorrected,
        Interval agrestiCoull,
        Interval clopperPearson,
        Interval jeffreys) {

    /**
     * The intervals of {@code count} out of {@code n}; undefined if {@code n} is 0.
     *
     * @throws IllegalArgumentException if {@code confidence} is outside (0, 1), or {@code count} outside [0, n]
     */
    public static Outcome<ShareIntervals> of(long count, long n, double confidence) {
        return Share.wilson(count, n, confidence).map(wilson -> {
            double p = wilson.estimate();
            double z = Normal.reach(confidence);
            double tail = (1 - confidence) / 2;
            double added = n + z * z;
            double middle = (count + z * z / 2) / added;
            return new ShareIntervals(
                    n,
                    count,
                    around(p, p, z * Math.sqrt(p * (1 - p) / n), confidence),
                    wilson,
                    corrected(count, n, p, z, confidence),
                    around(p, middle, z * Math.sqrt(middle * (1 - middle) / added), confidence),
                    beta(p, tail, confidence, count, n - count + 1.0, count + 1.0, n - count),
                    beta(p, tail, confidence, count, n, 0.5));
        });
    }

    private static Interval around(double p, double middle, double half, double confidence) {
        return new Interval(p, middle - half, middle + half, confidence);
    }

    private static Interval corrected(long count, long n, double p, double z, double confidence) {
        double continuity = Math.min(0.5, Math.abs(count - n * 0.5)) / n;
        double zz = z * z / (2 * n);
        double up = p + continuity;
        double down = p - continuity;
        double high = up >= 1 ? 1 : (up + zz + z * Math.sqrt(up * (1 - up) / n + zz / (2 * n))) / (1 + 2 * zz);
        double low = down <= 0 ? 0 : (down + zz - z * Math.sqrt(down * (1 - down) / n + zz / (2 * n))) / (1 + 2 * zz);
        return new Interval(p, Math.max(0, low), Math.min(1, high), confidence);
    }

    private static Interval beta(double p, double tail, double confidence, long count, long n, double prior) {
        double a = count + prior;
        double b = n - count + prior;
        return new Interval(
                p, count == 0 ? 0 : quantile(a, b, tail), count == n ? 1 : 1 - quantile(b, a, tail), confidence);
    }

    private static Interval beta(
            double p, double tail, double confidence, double a, double b, double aHigh, double bHigh) {
        double low = a == 0 ? 0 : quantile(a, b, tail);
        double high = bHigh == 0 ? 1 : 1 - quantile(bHigh, aHigh, tail);
        return new Interval(p, low, high, confidence);
    }

    /** The beta quantile, polished by Newton's steps in the logarithm: the library stops at 1e-9, too early near 0. */
    private static double quantile(double a, double b, double probability) {
        double x = BetaDistribution.of(a, b).inverseCumulativeProbability(probability);
        if (x <= 0) {
            x = Math.exp((Math.log(probability) + Math.log(a) + LogBeta.value(a, b)) / a);
        }
        for (int step = 0; step < 20; step++) {
            double logDensity = (a - 1) * Math.log(x) + (b - 1) * Math.log1p(-x) - LogBeta.value(a, b);
            double change = (RegularizedBeta.value(x, a, b) - probability) / (Math.exp(logDensity) * x);
            double next = x * Math.exp(-Math.max(-1, Math.min(1, change)));
            if (!(next > 0 && next < 1)) {
                return x;
            }
            if (Math.abs(next - x) <= 1e-15 * x) {
                return next;
            }
            x = next;
        }
        return x;
    }
}
