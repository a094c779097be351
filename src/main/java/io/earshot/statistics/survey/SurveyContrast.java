package io.earshot.statistics.survey;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;

/**
 * The difference of a mean, or of a share as the mean of 0 and 1, between two groups that may share respondents:
 * Σ w (a (y - m_a) / W_a - b (y - m_b) / W_b) linearised. R: {@code svycontrast(svytotal(~ay + a + by + b, d), quote(ay / a
 * - by / b))}.
 *
 * @param n                rows with a value in either group and a weight above 0
 * @param excluded         rows of a weight above 0 that are in neither, or lack a value
 * @param nEffective       (Σw)² / Σw² of the n rows
 * @param difference       first less second
 * @param degreesOfFreedom n less 2 (units less strata, less 1)
 */
public record SurveyContrast(
        int n,
        int excluded,
        double nEffective,
        double first,
        double second,
        double difference,
        double standardError,
        int degreesOfFreedom) {
    /** What is left of a variance of 0 by rounding, in squares of the mean. */
    private static final double ROUNDING = 1e-28;

    /**
     * @param values one a row of the design, NaN where missing
     * @param a      whether a row is in the first group
     * @param b      whether a row is in the second group
     */
    public static Outcome<SurveyContrast> of(SurveyDesign design, double[] values, boolean[] a, boolean[] b) {
        SurveyDesign used = design.where(values);
        double weightOfA = 0;
        double weightOfB = 0;
        double sumOfA = 0;
        double sumOfB = 0;
        boolean[] either = new boolean[values.length];
        for (int row = 0; row < values.length; row++) {
            double weight = used.weight(row);
            if (weight > 0) {
                either[row] = a[row] || b[row];
                weightOfA += a[row] ? weight : 0;
                weightOfB += b[row] ? weight : 0;
                sumOfA += a[row] ? weight * values[row] : 0;
                sumOfB += b[row] ? weight * values[row] : 0;
            }
        }
        if (weightOfA == 0 || weightOfB == 0) {
            return Outcome.undefined(Reason.NO_WEIGHT, "a group has no weight: %s, %s", weightOfA, weightOfB);
        }
        double first = sumOfA / weightOfA;
        double second = sumOfB / weightOfB;
        double[] influence = new double[values.length];
        for (int row = 0; row < values.length; row++) {
            double weight = used.weight(row);
            if (weight > 0) {
                influence[row] = a[row] ? weight * (values[row] - first) / weightOfA : 0;
                influence[row] -= b[row] ? weight * (values[row] - second) / weightOfB : 0;
            }
        }
        double variance = used.variance(influence);
        double scale = Math.max(first * first, second * second);
        if (!(variance > ROUNDING * scale)) {
            return Outcome.undefined(Reason.NO_VARIATION, "the groups' values don't vary: %s, %s", first, second);
        }
        SurveyDesign both = used.domain(either);
        return Outcome.of(new SurveyContrast(
                both.n(),
                design.n() - both.n(),
                both.nEffective(),
                first,
                second,
                first - second,
                Math.sqrt(variance),
                both.degreesOfFreedom() - 1));
    }
}
