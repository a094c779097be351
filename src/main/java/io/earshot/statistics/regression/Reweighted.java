package io.earshot.statistics.regression;

import io.earshot.dataset.Watch;
import java.util.Arrays;

/**
 * Logistic regression by iteratively reweighted least squares, from the start and to the end that R's {@code glm} has: the
 * covariance is that of the last step's working weights, which are up to a few millionths off those at the maximum. By a QR
 * decomposition, so that predictors near 1e9 lose nothing.
 *
 * @param estimates  one for each column
 * @param covariance of the estimates
 * @param score      for each row, what it adds to the slope of the likelihood along the linear predictor
 */
record Reweighted(double[] estimates, double[][] covariance, double[] score) {
    private static final double TOLERANCE = 1e-11;
    private static final int MOST_ITERATIONS = 200;

    /**
     * @param columns linearly independent
     * @param change  of the deviance, by which share of itself a step has to change it for another step to follow
     */
    static Reweighted of(double[][] columns, double[] outcome, double[] weights, double change) {
        int n = outcome.length;
        double[] odds = new double[n];
        for (int i = 0; i < n; i++) {
            double start = (weights[i] * outcome[i] + 0.5) / (weights[i] + 1);
            odds[i] = Math.log(start / (1 - start));
        }
        double deviance = deviance(outcome, weights, odds);
        for (int iteration = 1; ; iteration++) {
            Watch.look();
            double[] working = new double[n];
            double[] roots = new double[n];
            for (int i = 0; i < n; i++) {
                double p = BinaryLikelihood.logistic(odds[i]);
                double slope = p * BinaryLikelihood.logistic(-odds[i]);
                roots[i] = Math.sqrt(weights[i] * slope);
                working[i] = odds[i] + (outcome[i] - p) / slope;
            }
            LeastSquares fit = LeastSquares.of(
                    Arrays.stream(columns).map(column -> times(column, roots)).toArray(double[][]::new),
                    times(working, roots),
                    TOLERANCE);
            double[] residuals = fit.residuals();
            for (int i = 0; i < n; i++) {
                odds[i] = working[i] - residuals[i] / roots[i];
            }
            double before = deviance;
            deviance = deviance(outcome, weights, odds);
            if (Math.abs(deviance - before) < change * (Math.abs(deviance) + 0.1) || iteration == MOST_ITERATIONS) {
                double[] score = new double[n];
                for (int i = 0; i < n; i++) {
                    double p = BinaryLikelihood.logistic(odds[i]);
                    double slope = p * BinaryLikelihood.logistic(-odds[i]);
                    score[i] = (outcome[i] - p) / slope * roots[i] * roots[i];
                }
                return new Reweighted(fit.coefficients(), fit.unscaledCovariance(), score);
            }
        }
    }

    private static double deviance(double[] outcome, double[] weights, double[] odds) {
        double sum = 0;
        for (int i = 0; i < outcome.length; i++) {
            sum -= 2 * weights[i] * BinaryLikelihood.logLogistic(outcome[i] == 1 ? odds[i] : -odds[i]);
        }
        return sum;
    }

    static double[] times(double[] values, double[] factors) {
        double[] product = new double[values.length];
        Arrays.setAll(product, i -> values[i] * factors[i]);
        return product;
    }
}
