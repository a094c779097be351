package io.earshot.statistics.distribution;

import io.earshot.statistics.Normal;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * Student's t around an effect: (Z + noncentrality) / √(χ²/df). R: {@code pt(t, df, ncp)}.
 *
 * <p>For t ≥ 0, with x = t²/(df + t²) and Poisson weights of mean δ²/2:
 * P(T > t) = ½ Σ (p_j I'(j + ½) + q_j I'(j + 1)), I' the upper regularized beta function of x and df/2.
 *
 * @param degreesOfFreedom above 0
 * @see <a href="https://doi.org/10.2307/2347693">Lenth (1989), Algorithm AS 243, Applied Statistics 38, 185-189</a>
 */
public record NoncentralT(double degreesOfFreedom, double noncentrality) {
    public NoncentralT {
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("degreesOfFreedom must be above 0: " + degreesOfFreedom);
        }
    }

    /** Probability of a value up to {@code t}. */
    public double cumulative(double t) {
        return t < 0
                ? new NoncentralT(degreesOfFreedom, -noncentrality).survival(-t)
                : Normal.lower(-noncentrality) + half(t, false);
    }

    /** Probability of a value above {@code t}. */
    public double survival(double t) {
        return t < 0 ? new NoncentralT(degreesOfFreedom, -noncentrality).cumulative(-t) : half(t, true);
    }

    /** Half the mixture of lower, or upper, beta probabilities. */
    private double half(double t, boolean upper) {
        double x = t * t / (degreesOfFreedom + t * t);
        double rest = degreesOfFreedom / (degreesOfFreedom + t * t);
        double b = degreesOfFreedom / 2;
        double mean = noncentrality * noncentrality / 2;
        double whole = PoissonMixture.of(mean, j -> beta(x, rest, j + 0.5, b, upper));
        double halves = noncentrality == 0
                ? 0
                : noncentrality / Math.sqrt(2) * PoissonMixture.of(mean, 1.5, j -> beta(x, rest, j + 1.0, b, upper));
        return Math.max(0, (whole + halves) / 2);
    }

    private static double beta(double x, double rest, double a, double b, boolean upper) {
        // The smaller argument keeps all its digits.
        if (x <= 0.5) {
            return upper ? RegularizedBeta.complement(x, a, b) : RegularizedBeta.value(x, a, b);
        }
        return upper ? RegularizedBeta.value(rest, b, a) : RegularizedBeta.complement(rest, b, a);
    }
}
