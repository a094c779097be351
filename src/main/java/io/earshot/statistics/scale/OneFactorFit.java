package io.earshot.statistics.scale;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How well one factor describes the items. R: {@code lavaan::fitMeasures}.
 *
 * @param chiSquare n F, on {@code df} = k(k - 3)/2 degrees of freedom
 * @param p         of as large a χ² or larger if one factor is enough; undefined for three items, which one factor
 *     always fits
 * @param cfi       comparative fit index: 1 - (χ² - df) / (χ²₀ - df₀) against unrelated items, from 0 to 1, good from .95
 * @param tli       Tucker-Lewis index, which counts parameters; about 0 to 1
 * @param rmsea     root mean square error of approximation √((χ²/df - 1)/n), at least 0, good up to .06
 * @param srmr      root mean square of the residual correlations, those of items with themselves (0) included; good up
 *     to .08
 * @see <a href="https://doi.org/10.1080/10705519909540118">Hu, Bentler (1999), Structural Equation Modeling 6, 1-55</a>
 */
public record OneFactorFit(
        double chiSquare, long df, Outcome<Double> p, double cfi, double tli, double rmsea, double srmr) {

    static OneFactorFit of(long n, double discrepancy, RealMatrix r, double[] loadings, double determinant) {
        int k = loadings.length;
        long df = (long) k * (k - 3) / 2;
        double chiSquare = df == 0 ? 0 : n * discrepancy;
        long baseDf = (long) k * (k - 1) / 2;
        double base = -n * Math.log(determinant);
        double misfit = Math.max(0, chiSquare - df);
        double worst = Math.max(misfit, base - baseDf);
        return new OneFactorFit(
                chiSquare,
                df,
                df == 0
                        ? Outcome.undefined(Reason.TOO_FEW_VARIABLES, "one factor fits any three items")
                        : Outcome.of(ChiSquaredDistribution.of(df).survivalProbability(chiSquare)),
                worst > 0 ? 1 - misfit / worst : 1,
                df == 0 ? 1 : (base / baseDf - chiSquare / df) / (base / baseDf - 1),
                df == 0 ? 0 : Math.sqrt(Math.max(0, (chiSquare / df - 1) / n)),
                srmr(r, loadings));
    }

    private static double srmr(RealMatrix r, double[] loadings) {
        int k = loadings.length;
        double squares = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < i; j++) {
                double residual = r.getEntry(i, j) - loadings[i] * loadings[j];
                squares += residual * residual;
            }
        }
        return Math.sqrt(squares / (k * (k + 1) / 2.0));
    }
}
