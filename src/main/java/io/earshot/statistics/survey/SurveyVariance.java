package io.earshot.statistics.survey;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;

/**
 * The variance of a variable in the population. R: {@code svyvar}.
 *
 * @param excluded rows of a weight above 0 that lack a value
 * @param nEffective (Σw)² / Σw²
 * @param variance      n / (n - 1) · Σ w (y - mean)² / Σ w
 * @param standardError of the variance, linearised with the mean taken as known
 */
public record SurveyVariance(int n, int excluded, double nEffective, double variance, double standardError) {

    /** Undefined for fewer than two rows of positive weight. */
    public static Outcome<SurveyVariance> of(SurveyDesign design, double[] values) {
        return SurveyMean.of(design, values, 0.95).flatMap(mean -> {
            int n = mean.n();
            if (n < 2) {
                return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "%d answers don't vary", n);
            }
            double[] squares = new double[values.length];
            for (int row = 0; row < squares.length; row++) {
                double above = values[row] - mean.mean();
                squares[row] = above * above * n / (n - 1);
            }
            return SurveyMean.of(design, squares, 0.95)
                    .map(of ->
                            new SurveyVariance(n, mean.excluded(), mean.nEffective(), of.mean(), of.standardError()));
        });
    }
}
