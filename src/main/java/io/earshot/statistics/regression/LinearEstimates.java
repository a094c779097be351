package io.earshot.statistics.regression;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import java.util.Arrays;
import java.util.List;

/**
 * The coefficients of a linear regression, which exist even where no degrees of freedom are left to estimate their errors
 * from. R: {@code coef(lm(y ~ x))}.
 *
 * @param n                rows with every value and, if there are weights, one above 0
 * @param excluded         rows left out
 * @param degreesOfFreedom of the residuals; 0 if the model goes through every point
 * @param terms            the intercept first; those of {@code aliased} left out
 * @param estimates        one for each term
 * @param aliased          terms left out because earlier ones explain them
 * @param rSquared         share of the outcome's variance that the model explains; 1 without degrees of freedom
 * @param inference        errors, tests and fit; undefined with the reason
 */
public record LinearEstimates(
        int n,
        int excluded,
        int degreesOfFreedom,
        List<String> terms,
        List<Double> estimates,
        List<String> aliased,
        double rSquared,
        Outcome<LinearRegression> inference) {
    public LinearEstimates {
        terms = List.copyOf(terms);
        estimates = List.copyOf(estimates);
        aliased = List.copyOf(aliased);
    }

    /** @see LinearRegression#of */
    public static Outcome<LinearEstimates> of(
            double[] outcome, List<? extends ScoredColumn> predictors, double confidence) {
        double[] ones = new double[outcome.length];
        Arrays.fill(ones, 1);
        return LinearRegression.estimates(ModelFrame.of(predictors, outcome, ones), false, confidence);
    }

    /** @see LinearRegression#weighted */
    public static Outcome<LinearEstimates> weighted(
            double[] outcome, double[] weights, List<? extends ScoredColumn> predictors, double confidence) {
        for (double weight : weights) {
            if (weight < 0 || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weights must be at least 0 and finite: " + weight);
            }
        }
        return LinearRegression.estimates(ModelFrame.of(predictors, outcome, weights), true, confidence);
    }
}
