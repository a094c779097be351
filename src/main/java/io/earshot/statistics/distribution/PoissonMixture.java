package io.earshot.statistics.distribution;

import java.util.function.IntToDoubleFunction;
import org.apache.commons.numbers.gamma.LogGamma;

/** Sums Σ Poisson(j; mean) term(j) outward from the largest weight, so that large means lose nothing. */
final class PoissonMixture {
    private static final double NEGLIGIBLE = 1e-18;

    private PoissonMixture() {}

    /** The mixture of terms that lie in [0, 1]. */
    static double of(double mean, IntToDoubleFunction term) {
        return of(mean, 1, term);
    }

    /**
     * The same with the weights e^-mean mean^j / Γ(j + shift): 1 for Poisson's.
     *
     * @param shift 1, or 1.5 for the half steps of the noncentral t
     */
    static double of(double mean, double shift, IntToDoubleFunction term) {
        if (mean == 0) {
            return term.applyAsDouble(0) / Math.exp(LogGamma.value(shift));
        }
        int mode = (int) mean;
        double sum = 0;
        for (int j = mode; j >= 0; j--) {
            double weight = weight(mean, shift, j);
            sum += weight * term.applyAsDouble(j);
            if (weight < NEGLIGIBLE) {
                break;
            }
        }
        for (int j = mode + 1; ; j++) {
            double weight = weight(mean, shift, j);
            sum += weight * term.applyAsDouble(j);
            if (weight < NEGLIGIBLE) {
                return sum;
            }
        }
    }

    private static double weight(double mean, double shift, int j) {
        return Math.exp(j * Math.log(mean) - mean - LogGamma.value(j + shift));
    }
}
