package io.earshot.statistics.survey;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;

/**
 * The ratio of two totals. R: {@code svyratio}.
 *
 * @param excluded rows of a weight above 0 that lack a value
 * @param nEffective (Σw)² / Σw²
 * @param ratio         Σ w y / Σ w x
 * @param standardError linearised
 */
public record SurveyRatio(
        int n,
        int excluded,
        double nEffective,
        double ratio,
        double standardError,
        int degreesOfFreedom,
        Outcome<Interval> interval) {

    /** Of the rows with both values; undefined if the denominator's total is 0. */
    public static Outcome<SurveyRatio> of(
            SurveyDesign design, double[] numerator, double[] denominator, double confidence) {
        SurveyDesign used = design.where(numerator, denominator);
        double above = 0;
        double below = 0;
        for (int row = 0; row < numerator.length; row++) {
            if (used.weight(row) > 0) {
                above += used.weight(row) * numerator[row];
                below += used.weight(row) * denominator[row];
            }
        }
        if (below == 0) {
            return Outcome.undefined(Reason.NO_WEIGHT, "the denominator's total is 0");
        }
        double ratio = above / below;
        double[] influence = new double[numerator.length];
        for (int row = 0; row < influence.length; row++) {
            influence[row] =
                    used.weight(row) > 0 ? used.weight(row) * (numerator[row] - ratio * denominator[row]) / below : 0;
        }
        double error = Math.sqrt(used.variance(influence));
        int df = design.degreesOfFreedom();
        return Outcome.of(new SurveyRatio(
                used.n(),
                design.n() - used.n(),
                used.nEffective(),
                ratio,
                error,
                df,
                SurveyMean.interval(ratio, error, df, confidence)));
    }
}
