package io.earshot.statistics.regression;

import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether a linear model's assumptions hold. R: {@code car::vif, sandwich::vcovHC, lmtest::bptest, cooks.distance}.
 *
 * @param terms          the model's terms without the intercept, in the order of {@code betas} and {@code vif}
 * @param betas          standardised coefficients: b sd(x) / sd(y)
 * @param vif            variance inflation of each term, 1 / (1 - R² on the other terms); from 5 or 10 on, terms overlap
 * @param hc1            standard errors that hold under unequal variances, HC1, the intercept's first
 * @param robust         HC3 and Cook's distances; undefined if a row alone decides a coefficient
 * @param breuschPagan   n R² of the squared residuals on the terms: unequal variances if large
 * @param breuschPaganP  its probability under equal variances
 * @param durbinWatson   Σ (e_i - e_(i-1))² / Σ e_i² in the rows' order, in [0, 4]; about 2 without autocorrelation
 * @param largestLeverage the largest share that a row has in its own fitted value, in (0, 1]
 */
public record LinearDiagnostics(
        List<String> terms,
        List<Double> betas,
        List<Double> vif,
        List<Double> hc1,
        Outcome<Robust> robust,
        double breuschPagan,
        double breuschPaganP,
        double durbinWatson,
        double largestLeverage) {

    /**
     * @param hc3          standard errors by squared residuals / (1 - leverage)², the intercept's first
     * @param largestCooks the largest of e² h / (p sigma² (1 - h)²)
     */
    public record Robust(List<Double> hc3, double largestCooks) {
        public Robust {
            hc3 = List.copyOf(hc3);
        }
    }

    public LinearDiagnostics {
        terms = List.copyOf(terms);
        betas = List.copyOf(betas);
        vif = List.copyOf(vif);
        hc1 = List.copyOf(hc1);
    }

    static Outcome<LinearDiagnostics> of(ModelFrame frame, LeastSquares fit, double[][] all, double[] y) {
        double rss = fit.residualSumOfSquares();
        if (fit.rank() < 2 || rss == 0) {
            return Outcome.undefined(
                    Reason.NO_VARIATION, rss == 0 ? "the model fits without error" : "the model has no predictor");
        }
        int[] kept = fit.kept();
        double[][] columns = IntStream.of(kept).mapToObj(j -> all[j]).toArray(double[][]::new);
        int n = y.length;
        int p = kept.length;
        double[] e = fit.residuals();
        double[] leverage = IntStream.range(0, n)
                .mapToDouble(i -> fit.leverage(
                        Arrays.stream(columns).mapToDouble(column -> column[i]).toArray()))
                .toArray();
        double[][] covariance = fit.unscaledCovariance();
        List<String> terms = new ArrayList<>();
        List<Double> betas = new ArrayList<>();
        List<Double> vif = new ArrayList<>();
        for (int j = 1; j < p; j++) {
            double variance = Moments.variance(columns[j]);
            terms.add(frame.terms().get(kept[j]));
            betas.add(fit.coefficients()[j] * Math.sqrt(variance / Moments.variance(y)));
            vif.add(covariance[j][j] * variance * (n - 1));
        }
        double[] squares = Arrays.stream(e).map(one -> one * one).toArray();
        double breuschPagan =
                n * (1 - LeastSquares.of(columns, squares, 1e-12).residualSumOfSquares() / about(squares));
        double jumps = 0;
        for (int i = 1; i < n; i++) {
            jumps += (e[i] - e[i - 1]) * (e[i] - e[i - 1]);
        }
        double largest = Arrays.stream(leverage).max().orElseThrow();
        return Outcome.of(new LinearDiagnostics(
                terms,
                betas,
                vif,
                sandwich(columns, covariance, squares, (double) n / (n - p)),
                robust(columns, covariance, squares, leverage, rss / (n - p)),
                breuschPagan,
                ChiSquaredDistribution.of(p - 1).survivalProbability(breuschPagan),
                jumps / rss,
                largest));
    }

    private static Outcome<Robust> robust(
            double[][] columns, double[][] covariance, double[] squares, double[] leverage, double sigma2) {
        double[] inflated = new double[squares.length];
        double largestCooks = 0;
        for (int i = 0; i < squares.length; i++) {
            double rest = 1 - leverage[i];
            if (rest < 1e-12) {
                return Outcome.undefined(
                        Reason.SINGULAR, "row %d of the model alone decides a coefficient: its leverage is 1", i + 1);
            }
            inflated[i] = squares[i] / (rest * rest);
            largestCooks = Math.max(largestCooks, inflated[i] * leverage[i] / (columns.length * sigma2));
        }
        return Outcome.of(new Robust(sandwich(columns, covariance, inflated, 1), largestCooks));
    }

    private static List<Double> sandwich(double[][] columns, double[][] bread, double[] squares, double factor) {
        List<Double> errors = new ArrayList<>();
        for (double[] row : bread) {
            double variance = 0;
            for (int i = 0; i < squares.length; i++) {
                double influence = 0;
                for (int j = 0; j < row.length; j++) {
                    influence += row[j] * columns[j][i];
                }
                variance += influence * influence * squares[i];
            }
            errors.add(Math.sqrt(variance * factor));
        }
        return errors;
    }

    private static double about(double[] values) {
        return Moments.variance(values) * (values.length - 1);
    }
}
