package io.earshot.statistics.survey;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a variable, or the share of a code, in the population that a design stands for. R: {@code svymean(deff =
 * TRUE), svytotal, svyby, confint(df = degf)}.
 *
 * @param n                rows with a value and a weight above 0
 * @param excluded rows of a weight above 0 that lack a value
 * @param sumOfWeights     of these rows: the people they stand for
 * @param nEffective       (Σw)² / Σw² of these rows
 * @param mean             Σ w y / Σ w
 * @param standardError    linearised; 0 if all values are the same
 * @param degreesOfFreedom sampling units less strata
 * @param interval         mean ± t · standard error; undefined without degrees of freedom
 * @param designEffect     variance over that of a simple random sample of n without replacement; infinite where the weights
 *                         say that everybody was asked, undefined where they stand for fewer people than were asked
 * @param total            Σ w y
 * @param totalError       its standard error
 */
public record SurveyMean(
        int n,
        int excluded,
        double sumOfWeights,
        double nEffective,
        double mean,
        double standardError,
        int degreesOfFreedom,
        Outcome<Interval> interval,
        Outcome<Double> designEffect,
        double total,
        double totalError) {
    /** Squares that are only what is lost in the mean's last digits. */
    private static final double ROUNDING = 1e-28;

    /**
     * @param values     one a row of the design, NaN where missing
     * @param confidence of the interval, in (0, 1)
     */
    public static Outcome<SurveyMean> of(SurveyDesign design, double[] values, double confidence) {
        SurveyDesign used = design.where(values);
        double people = used.sumOfWeights();
        if (people == 0) {
            return Outcome.undefined(Reason.NO_WEIGHT, "no row with a value has a weight above 0");
        }
        int rows = values.length;
        double mean = 0;
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            if (used.weight(row) > 0) {
                mean += used.weight(row) / people * values[row];
                squares += used.weight(row) / people * (used.weight(row) / people);
            }
        }
        double[] influence = new double[rows];
        double[] totals = new double[rows];
        double about = 0;
        double total = 0;
        for (int row = 0; row < rows; row++) {
            double weight = used.weight(row);
            if (weight > 0) {
                influence[row] = weight * (values[row] - mean) / people;
                about += weight * (values[row] - mean) * (values[row] - mean) / people;
                totals[row] = weight * values[row];
                total += totals[row];
            }
        }
        double[][] covariance = used.covariance(new double[][] {influence, totals});
        double error = Math.sqrt(covariance[0][0]);
        int df = design.degreesOfFreedom();
        int n = used.n();
        return Outcome.of(new SurveyMean(
                n,
                design.n() - n,
                people,
                1 / squares,
                mean,
                error,
                df,
                interval(mean, error, df, confidence),
                designEffect(covariance[0][0], about <= ROUNDING * mean * mean ? 0 : about, n, people),
                total,
                Math.sqrt(covariance[1][1])));
    }

    private static Outcome<Double> designEffect(double variance, double about, int n, double people) {
        if (n < 2 || about == 0) {
            return Outcome.undefined(Reason.NO_VARIATION, "%d values don't vary", n);
        }
        if (people < n) {
            return Outcome.undefined(
                    Reason.NO_WEIGHT, "the weights stand for %s people, fewer than the %d asked", people, n);
        }
        double simple = about * n / (n - 1) * (people - n) / (people * n);
        return simple == 0 && variance == 0
                ? Outcome.undefined(Reason.NO_VARIATION, "everybody was asked")
                : Outcome.of(variance / simple);
    }

    static Outcome<Interval> interval(double estimate, double error, int degreesOfFreedom, double confidence) {
        if (degreesOfFreedom < 1) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS, "an interval needs more sampling units than strata: %d", degreesOfFreedom);
        }
        double half = TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2) * error;
        return Outcome.of(new Interval(estimate, estimate - half, estimate + half, confidence));
    }

    /** Of each code, the share of people who chose it. */
    public static Map<String, Outcome<SurveyMean>> shares(SurveyDesign design, CodedColumn column, double confidence) {
        Map<String, Outcome<SurveyMean>> shares = new LinkedHashMap<>();
        for (int code = 0; code < column.codes().size(); code++) {
            shares.put(column.codes().get(code), of(design, indicator(column, code), confidence));
        }
        return shares;
    }

    /** Of each code, the mean of a variable among those who chose it. */
    public static Map<String, Outcome<SurveyMean>> by(
            SurveyDesign design, double[] values, CodedColumn groups, double confidence) {
        Map<String, Outcome<SurveyMean>> means = new LinkedHashMap<>();
        for (int code = 0; code < groups.codes().size(); code++) {
            boolean[] inside = new boolean[values.length];
            for (int row = 0; row < inside.length; row++) {
                inside[row] = groups.index(row) == code;
            }
            means.put(groups.codes().get(code), of(design.domain(inside), values, confidence));
        }
        return means;
    }

    /** 1 where the row has the code, 0 where another one, NaN where none. */
    static double[] indicator(CodedColumn column, int code) {
        return IntStream.range(0, column.rows())
                .mapToDouble(row -> column.isMissing(row) ? Double.NaN : column.index(row) == code ? 1 : 0)
                .toArray();
    }
}
