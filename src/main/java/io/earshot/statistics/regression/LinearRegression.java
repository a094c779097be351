package io.earshot.statistics.regression;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Ordinary or weighted least squares. R: {@code lm(y ~ x, weights = w)} with {@code confint}, {@code AIC}, {@code BIC}.
 *
 * @param n                 rows with every value, those of weight 0 included
 * @param excluded          rows left out because a value is missing
 * @param degreesOfFreedom  of the residuals: rows of positive weight less coefficients, at least 1
 * @param coefficients      the intercept first; terms that earlier ones explain are left out
 * @param aliased           the terms left out: sums of earlier ones, or the same for everybody
 * @param rSquared          share of the outcome's (weighted) variance that the model explains, in [0, 1]
 * @param adjustedRSquared  1 - (1 - R²)(n - 1) / df; may be negative
 * @param sigma             standard deviation of the residuals, √(rss / df), in units of the outcome
 * @param rss               Σ w residual²
 * @param logLikelihood     of normal residuals; infinite for a perfect fit
 * @param overall           F test of all terms at once; empty if only the intercept is left
 * @param diagnostics       of the unweighted model; why there are none otherwise
 */
public record LinearRegression(
        int n,
        int excluded,
        int degreesOfFreedom,
        List<Coefficient> coefficients,
        List<String> aliased,
        double rSquared,
        double adjustedRSquared,
        double sigma,
        double rss,
        double logLikelihood,
        Optional<OverallTest> overall,
        Outcome<LinearDiagnostics> diagnostics) {
    private static final double LM_TOLERANCE = 1e-7;

    /** F = (explained / df1) / sigma². */
    public record OverallTest(double f, int numeratorDegreesOfFreedom, int denominatorDegreesOfFreedom, double p) {}

    public LinearRegression {
        coefficients = List.copyOf(coefficients);
        aliased = List.copyOf(aliased);
    }

    /** -2 log likelihood + 2 (coefficients + 1 for sigma). */
    public double aic() {
        return -2 * logLikelihood + 2 * (coefficients.size() + 1);
    }

    /** As {@link #aic()} with log n for 2; n counts rows of positive weight. */
    public double bic() {
        return -2 * logLikelihood + Math.log(degreesOfFreedom + coefficients.size()) * (coefficients.size() + 1);
    }

    /**
     * @param outcome    one number a row, NaN where missing
     * @param predictors numbers as they are, codes by treatment contrasts against the first one in use
     * @param confidence of the coefficients' intervals, in (0, 1)
     */
    public static Outcome<LinearRegression> of(
            double[] outcome, List<? extends ScoredColumn> predictors, double confidence) {
        return LinearEstimates.of(outcome, predictors, confidence).flatMap(LinearEstimates::inference);
    }

    /**
     * Each row counts as much as its weight: its residual's variance is taken as sigma² / weight. For survey weights see
     * the survey methods, whose standard errors hold for them.
     *
     * @param weights at least 0, NaN where missing
     */
    public static Outcome<LinearRegression> weighted(
            double[] outcome, double[] weights, List<? extends ScoredColumn> predictors, double confidence) {
        return LinearEstimates.weighted(outcome, weights, predictors, confidence)
                .flatMap(LinearEstimates::inference);
    }

    static Outcome<LinearEstimates> estimates(ModelFrame frame, boolean weighted, double confidence) {
        double[] weights = frame.other(1);
        int[] rows =
                IntStream.range(0, frame.rows()).filter(row -> weights[row] > 0).toArray();
        if (rows.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered all of the model's questions");
        }
        double[] y = pick(frame.other(0), rows);
        if (Arrays.stream(y).allMatch(value -> value == y[0])) {
            return Outcome.undefined(
                    Reason.NO_VARIATION, "all %d outcomes are %s: there is nothing to explain", y.length, y[0]);
        }
        double[] w = pick(weights, rows);
        double[][] columns =
                Arrays.stream(frame.columns()).map(column -> pick(column, rows)).toArray(double[][]::new);
        double[] roots = Arrays.stream(w).map(Math::sqrt).toArray();
        LeastSquares fit = LeastSquares.of(
                Arrays.stream(columns).map(column -> times(column, roots)).toArray(double[][]::new),
                times(y, roots),
                LM_TOLERANCE);
        int df = rows.length - fit.rank();
        Outcome<LinearRegression> inference = df < 1
                ? Outcome.undefined(
                        Reason.TOO_FEW_ANSWERS,
                        "%d answers for %d coefficients leave nothing to estimate their error from",
                        rows.length,
                        fit.rank())
                : Outcome.of(summary(frame, fit, columns, y, w, weighted, confidence));
        List<String> aliased = new ArrayList<>(frame.terms());
        List<String> terms =
                IntStream.of(fit.kept()).mapToObj(frame.terms()::get).toList();
        terms.forEach(aliased::remove);
        return Outcome.of(new LinearEstimates(
                frame.rows(),
                frame.excluded(),
                df,
                terms,
                Arrays.stream(fit.coefficients()).boxed().toList(),
                aliased,
                df < 1 ? 1 : inference.orElseThrow().rSquared(),
                inference));
    }

    private static LinearRegression summary(
            ModelFrame frame,
            LeastSquares fit,
            double[][] columns,
            double[] y,
            double[] w,
            boolean weighted,
            double confidence) {
        int n = y.length;
        int df = n - fit.rank();
        double rss = fit.residualSumOfSquares();
        double sigma2 = rss / df;
        double mean = weightedSum(y, w) / Arrays.stream(w).sum();
        double[] residuals = fit.residuals();
        double explained = 0;
        for (int i = 0; i < n; i++) {
            double above = y[i] - residuals[i] / Math.sqrt(w[i]) - mean;
            explained += w[i] * above * above;
        }
        double r2 = explained / (explained + rss);
        double[][] covariance = fit.unscaledCovariance();
        int[] kept = fit.kept();
        List<Coefficient> coefficients = new ArrayList<>();
        for (int j = 0; j < kept.length; j++) {
            coefficients.add(Coefficient.byT(
                    frame.terms().get(kept[j]),
                    fit.coefficients()[j],
                    Math.sqrt(sigma2 * covariance[j][j]),
                    df,
                    confidence));
        }
        List<String> aliased = new ArrayList<>(frame.terms());
        IntStream.of(kept).mapToObj(frame.terms()::get).forEach(aliased::remove);
        double logWeights = Arrays.stream(w).map(Math::log).sum();
        int df1 = kept.length - 1;
        double f = explained / df1 / sigma2;
        return new LinearRegression(
                frame.rows(),
                frame.excluded(),
                df,
                coefficients,
                aliased,
                r2,
                1 - (1 - r2) * (n - 1) / df,
                Math.sqrt(sigma2),
                rss,
                0.5 * (logWeights - n * (Math.log(2 * Math.PI) + 1 - Math.log(n) + Math.log(rss))),
                df1 == 0
                        ? Optional.empty()
                        : Optional.of(new OverallTest(
                                f, df1, df, FDistribution.of(df1, df).survivalProbability(f))),
                weighted
                        ? Outcome.undefined(Reason.NO_VARIATION, "diagnostics are given for unweighted models")
                        : LinearDiagnostics.of(frame, fit, columns, y));
    }

    private static double weightedSum(double[] values, double[] weights) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * weights[i])
                .sum();
    }

    private static double[] pick(double[] values, int[] rows) {
        return IntStream.of(rows).mapToDouble(row -> values[row]).toArray();
    }

    private static double[] times(double[] values, double[] factors) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * factors[i])
                .toArray();
    }
}
