package io.earshot.statistics.scale;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Exploratory factor analysis by maximum likelihood, rotated by varimax and by oblimin. R: {@code factanal(x, factors)}.
 *
 * <p>χ² = (n - 1 - (2k + 5)/6 - 2m/3) F of k variables and m factors on ((k - m)² - k - m)/2 degrees of freedom tests
 * whether m factors are enough; large n rejects any m.
 *
 * @param n            respondents with all variables
 * @param excluded     respondents that lack one or more
 * @param uniquenesses the share of each variable that no factor explains, from 0.005 to 1; at 0.005 the fit is pressed
 *     against its limit (a Heywood case) and not to be trusted
 * @param test         undefined if no degree of freedom is left
 * @param loadings     a row per variable, a column per factor: rotated by varimax, by falling sum of squares, each column turned so
 *     that its sum isn't negative
 * @param oblimin      the same factors, free to correlate; undefined for one factor
 * @see <a href="https://doi.org/10.1007/BF02289658">Jöreskog (1967), Psychometrika 32, 443-482</a>
 */
public record FactorAnalysis(
        long n,
        long excluded,
        int factors,
        List<Double> uniquenesses,
        long df,
        Outcome<Test> test,
        List<List<Double>> loadings,
        Outcome<Oblimin> oblimin) {
    /** R's limit. */
    private static final double LEAST_UNIQUENESS = 0.005;

    /** @param p of as large a χ² or larger if the factors are enough */
    public record Test(double chiSquare, double p) {}

    /**
     * Undefined for fewer than three variables or more factors than they can tell apart, where a variable is constant,
     * if some are sums of others, or if the fit doesn't settle.
     *
     * @throws IllegalArgumentException if {@code factors} is less than 1
     */
    public static Outcome<FactorAnalysis> of(CoMoments moments, int factors) {
        requirePositive(factors);
        int k = moments.variables();
        long df = ((long) (k - factors) * (k - factors) - k - factors) / 2;
        if (k < 3 || df < 0 || factors >= k) {
            return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "%d variables can't tell %d factors apart", k, factors);
        }
        return moments.correlations()
                .flatMap(r -> MaximumLikelihood.of(r, factors, LEAST_UNIQUENESS))
                .map(fit -> new FactorAnalysis(
                        moments.n(),
                        moments.excluded(),
                        factors,
                        Loadings.list(fit.uniquenesses()),
                        df,
                        test(fit, moments.n(), k, factors, df),
                        Loadings.rows(Loadings.sorted(Loadings.signed(Varimax.rotated(fit.loadings())))),
                        Oblimin.of(fit.loadings())));
    }

    static void requirePositive(int factors) {
        if (factors < 1) {
            throw new IllegalArgumentException("factors must be at least 1: " + factors);
        }
    }

    private static Outcome<Test> test(MaximumLikelihood fit, long n, int k, int factors, long df) {
        if (df == 0) {
            return Outcome.undefined(
                    Reason.TOO_FEW_VARIABLES, "%d factors fit any %d variables; nothing is left to test", factors, k);
        }
        double chiSquare = (n - 1 - (2 * k + 5) / 6.0 - 2 * factors / 3.0) * fit.discrepancy();
        return Outcome.of(new Test(chiSquare, ChiSquaredDistribution.of(df).survivalProbability(chiSquare)));
    }
}
