package io.earshot.statistics.scale;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * McDonald's omega total: the share of the sum's variance that one factor behind all items explains.
 *
 * <p>(Σ λ)² / ((Σ λ)² + Σ θ) of loadings λ and residual variances θ, from 0 to 1. Unlike alpha it lets items load
 * differently. The factor is fitted by maximum likelihood on covariances over n, as {@code lavaan::cfa(std.lv = TRUE)}.
 *
 * @param n                 respondents with all items
 * @param excluded          respondents that lack one or more
 * @param loadings          in the items' units; the first isn't negative, as lavaan
 * @param residualVariances of each item, above 0
 * @param minres            omega from loadings by least residuals on correlations, as {@code psych::fa(x, 1)}
 * @param minresLoadings    of the standardised items
 * @see <a href="https://doi.org/10.4324/9781410601087">McDonald (1999), Test Theory: A Unified Treatment</a>
 */
public record OmegaTotal(
        long n,
        long excluded,
        double omega,
        List<Double> loadings,
        List<Double> residualVariances,
        OneFactorFit fit,
        Outcome<Double> minres,
        Outcome<List<Double>> minresLoadings) {
    private static final double LEAST_UNIQUENESS = 1e-6;

    /**
     * Undefined for fewer than three items, where an item is constant or a sum of others, or if the best fit has a
     * residual variance of nothing (a Heywood case).
     */
    public static Outcome<OmegaTotal> of(CoMoments moments) {
        int k = moments.variables();
        if (k < 3) {
            return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "one factor needs three items: %d", k);
        }
        return moments.correlations()
                .flatMap(r -> MaximumLikelihood.of(r, 1, LEAST_UNIQUENESS).flatMap(fit -> of(moments, r, fit)));
    }

    private static Outcome<OmegaTotal> of(CoMoments moments, RealMatrix r, MaximumLikelihood fit) {
        int k = moments.variables();
        double[] uniquenesses = fit.uniquenesses();
        for (int i = 0; i < k; i++) {
            if (uniquenesses[i] < 2 * LEAST_UNIQUENESS) {
                return Outcome.undefined(
                        Reason.IMPROPER, "the fit leaves item %d no variance of its own (a Heywood case)", i + 1);
            }
        }
        double[] sds = IntStream.range(0, k)
                .mapToDouble(i -> Math.sqrt(moments.variance(i) * (moments.n() - 1) / moments.n()))
                .toArray();
        double[] standardised = fit.loadings().getColumn(0);
        double sign = standardised[0] < 0 ? -1 : 1;
        Arrays.setAll(standardised, i -> sign * standardised[i]);
        double[] loadings =
                IntStream.range(0, k).mapToDouble(i -> standardised[i] * sds[i]).toArray();
        double[] residuals = IntStream.range(0, k)
                .mapToDouble(i -> uniquenesses[i] * sds[i] * sds[i])
                .toArray();
        Outcome<List<Double>> minres = MinimumResiduals.of(moments, 1)
                .map(of -> of.loadings().stream().map(row -> row.get(0)).toList());
        return Outcome.of(new OmegaTotal(
                moments.n(),
                moments.excluded(),
                omega(loadings, residuals),
                Loadings.list(loadings),
                Loadings.list(residuals),
                OneFactorFit.of(
                        moments.n(), fit.discrepancy(), r, standardised, new LUDecomposition(r).getDeterminant()),
                minres.map(OmegaTotal::ofStandardised),
                minres));
    }

    private static double ofStandardised(List<Double> loadings) {
        double[] values = loadings.stream().mapToDouble(loading -> loading).toArray();
        return omega(
                values,
                DoubleStream.of(values).map(loading -> 1 - loading * loading).toArray());
    }

    private static double omega(double[] loadings, double[] residuals) {
        double sum = DoubleStream.of(loadings).sum();
        return sum * sum / (sum * sum + DoubleStream.of(residuals).sum());
    }
}
