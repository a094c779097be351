package io.earshot.statistics.distribution;

import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * The ratio of a noncentral chi-square to a central one, each over its degrees of freedom: a Poisson mixture of betas.
 * R: {@code pf(x, df1, df2, ncp)}.
 *
 * @param numerator     degrees of freedom, above 0
 * @param denominator   degrees of freedom, above 0
 * @param noncentrality 0 or more
 */
public record NoncentralF(double numerator, double denominator, double noncentrality) {
    public NoncentralF {
        if (!(numerator > 0) || !(denominator > 0) || !(noncentrality >= 0)) {
            throw new IllegalArgumentException(
                    "degrees of freedom must be above 0 and noncentrality not below: %s, %s, %s"
                            .formatted(numerator, denominator, noncentrality));
        }
    }

    /**
     * Probability of a value up to {@code x}, its series ended where less than 1e-9 is left, which is where R ends it: so
     * that it equals R's rather than the truth beyond the ninth decimal.
     */
    public double cumulative(double x) {
        if (x <= 0) {
            return 0;
        }
        double y = numerator * x / (numerator * x + denominator);
        double a = numerator / 2;
        double b = denominator / 2;
        double mean = noncentrality / 2;
        int j = (int) Math.max(mean - 7 * Math.sqrt(mean), 0);
        double below = RegularizedBeta.value(y, a + j, b);
        double step = Math.exp((a + j) * Math.log(y) + b * Math.log1p(-y) - LogBeta.value(a + j, b) - Math.log(a + j));
        double weight = Math.exp(-mean + (j == 0 ? 0 : j * Math.log(mean) - LogGamma.value(j + 1.0)));
        double left = 1 - weight;
        double sum = weight * below;
        do {
            j++;
            below -= step;
            step *= y * (a + b + j - 1) / (a + j);
            weight *= mean / j;
            left -= weight;
            sum += weight * below;
        } while ((below - step) * left > 1e-9);
        return Math.min(1, sum);
    }

    /** Probability of a value above {@code x}. */
    public double survival(double x) {
        if (x <= 0) {
            return 1;
        }
        double rest = denominator / (numerator * x + denominator);
        return PoissonMixture.of(
                noncentrality / 2, j -> RegularizedBeta.value(rest, denominator / 2, numerator / 2 + j));
    }
}
