package io.earshot.statistics.scale;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether variables share enough for factors to be looked for.
 *
 * <p>Kaiser-Meyer-Olkin: Σ r² / (Σ r² + Σ q²) over pairs, q the partial correlations given all other variables; from 0 to
 * 1, below 0.5 unacceptable, from 0.8 good. Bartlett's test of no correlation at all: χ² = -ln det R (n - 1 - (2k + 5)/6)
 * on k(k - 1)/2 degrees of freedom. R: {@code psych::KMO, psych::cortest.bartlett}.
 *
 * @param n           respondents with all variables
 * @param excluded    respondents that lack one or more
 * @param kmo         of all variables
 * @param msa         of each variable, in order; undefined for one that correlates with none
 * @param bartlett    χ²
 * @param determinant of the correlation matrix, from 0 to 1
 * @see <a href="https://doi.org/10.1007/BF02291575">Kaiser (1974), Psychometrika 39, 31-36</a>
 * @see <a href="https://doi.org/10.1111/j.2044-8317.1950.tb00285.x">Bartlett (1950), British J. of Psychology 3, 77-85</a>
 */
public record Factorability(
        long n,
        long excluded,
        Outcome<Double> kmo,
        List<Outcome<Double>> msa,
        double bartlett,
        long df,
        double p,
        double determinant) {
    /**
     * Undefined for fewer than two variables or complete rows, where a variable is constant, or if some are sums of
     * others.
     */
    public static Outcome<Factorability> of(CoMoments moments) {
        int k = moments.variables();
        if (k < 2) {
            return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "factorability needs two variables: %d", k);
        }
        return moments.correlations().flatMap(r -> {
            LUDecomposition decomposition = new LUDecomposition(r);
            if (!decomposition.getSolver().isNonSingular()) {
                return Outcome.undefined(Reason.SINGULAR, "some of the %d variables are sums of others", k);
            }
            return Outcome.of(of(moments, r, decomposition));
        });
    }

    private static Factorability of(CoMoments moments, RealMatrix r, LUDecomposition decomposition) {
        int k = moments.variables();
        RealMatrix inverse = decomposition.getSolver().getInverse();
        double correlations = 0;
        double partials = 0;
        List<Outcome<Double>> msa = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            double correlation = 0;
            double partial = 0;
            for (int j = 0; j < k; j++) {
                if (j != i) {
                    correlation += r.getEntry(i, j) * r.getEntry(i, j);
                    double q = inverse.getEntry(i, j);
                    partial += q * q / (inverse.getEntry(i, i) * inverse.getEntry(j, j));
                }
            }
            msa.add(adequacy(correlation, partial));
            correlations += correlation;
            partials += partial;
        }
        double determinant = decomposition.getDeterminant();
        double bartlett = -Math.log(determinant) * (moments.n() - 1 - (2 * k + 5) / 6.0);
        long df = (long) k * (k - 1) / 2;
        return new Factorability(
                moments.n(),
                moments.excluded(),
                adequacy(correlations, partials),
                msa,
                bartlett,
                df,
                ChiSquaredDistribution.of(df).survivalProbability(bartlett),
                determinant);
    }

    private static Outcome<Double> adequacy(double correlations, double partials) {
        return correlations + partials > 0
                ? Outcome.of(correlations / (correlations + partials))
                : Outcome.undefined(Reason.NO_VARIATION, "no variable goes with another");
    }
}
