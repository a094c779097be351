package io.earshot.statistics.correlation;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Pearson's product-moment correlation: how near two variables are to a straight line.
 *
 * <p>r = Σ (x - x̄)(y - ȳ) / √(Σ (x - x̄)² Σ (y - ȳ)²), from -1 to 1; t = r √((n - 2) / (1 - r²)); Fisher's interval
 * tanh(atanh r ± z / √(n - 3)). R: {@code cor.test(x, y)}.
 *
 * @param n        pairs
 * @param excluded rows that lack one or both
 * @param t        on {@code df} degrees of freedom; infinite for a perfect correlation
 * @param df       n - 2
 * @param p        two-sided, of no correlation
 * @param interval of r; undefined for three pairs
 * @see <a href="https://doi.org/10.2307/2331838">Fisher (1915), Biometrika 10, 507-521</a>
 */
public record Pearson(long n, long excluded, double r, double t, long df, double p, Outcome<Interval> interval) {

    /**
     * The correlation of the rows that have both values; undefined for fewer than three, or if one variable is constant.
     *
     * @param x one value per row, NaN where missing
     * @throws IllegalArgumentException if lengths differ, or {@code confidence} is outside (0, 1)
     */
    public static Outcome<Pearson> of(double[] x, double[] y, double confidence) {
        CoMoments moments = Pairs.moments(x, y);
        return Pairs.checked(moments, 3).map(pairs -> {
            double r = pairs.correlation(0, 1);
            long df = pairs.n() - 2;
            double t = t(r, df);
            return new Pearson(pairs.n(), pairs.excluded(), r, t, df, p(t, df), fisher(r, pairs.n(), confidence));
        });
    }

    static double t(double r, double df) {
        return r * Math.sqrt(df / ((1 - r) * (1 + r)));
    }

    static double p(double t, double df) {
        return Double.isInfinite(t) ? 0 : 2 * TDistribution.of(df).survivalProbability(Math.abs(t));
    }

    /** Fisher's interval of a correlation of n pairs; undefined for fewer than four. */
    public static Outcome<Interval> fisher(double r, long n, double confidence) {
        if (n < 4) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "Fisher's interval needs four pairs: %d", n);
        }
        double half = Normal.reach(confidence) / Math.sqrt(n - 3.0);
        // ½ ln((1 + r) / (1 - r)), infinite at ±1, where tanh gives ±1 again.
        double z = (Math.log1p(r) - Math.log1p(-r)) / 2;
        return Outcome.of(new Interval(r, Math.tanh(z - half), Math.tanh(z + half), confidence));
    }
}
