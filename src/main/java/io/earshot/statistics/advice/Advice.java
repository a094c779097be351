package io.earshot.statistics.advice;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import io.earshot.questionnaire.Measure;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;

/**
 * A test that fits two columns, why it does, and what it found: never a p-value without an effect size and its interval.
 *
 * @param why    a sentence
 * @param n      responses that were used
 * @param excluded responses left out because a value, or a weight above 0, is missing
 * @param nEffective (Σw)² / Σw² of those used: n without weights
 * @param p      two-sided, in [0, 1]
 * @param effect how large the difference or relation is
 */
public record Advice(Method method, String why, long n, long excluded, double nEffective, double p, Effect effect) {
    public Advice {
        requireNonNull(method, "method");
        requireNonNull(why, "why");
        requireNonNull(effect, "effect");
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("p must be from 0 to 1: " + p);
        }
    }

    /** Of all rows; the public methods say how many they left out. */
    Advice(Method method, String why, long n, double p, Effect effect) {
        this(method, why, n, 0, n, p, effect);
    }

    private Advice ofRows(int rows) {
        return new Advice(method, why, n, rows - n, nEffective, p, effect);
    }

    /**
     * Whether an outcome differs between groups of different people: categories by chi-square (two by two with few answers
     * by Fisher), ordered answers by ranks, numbers by means; numbers of fewer than 30 in a group that don't look normal
     * by ranks too. Undefined for fewer than two groups, or an outcome that doesn't vary.
     *
     * @param confidence of the effect's interval, in (0, 1)
     * @throws IllegalArgumentException if the columns differ in their number of rows
     */
    public static Outcome<Advice> between(ScoredColumn outcome, CodedColumn groups, double confidence) {
        Interval.requireConfidence(confidence);
        requireSameRows(outcome, groups);
        Outcome<Advice> advice = outcome instanceof CodedColumn coded && isNominal(outcome)
                ? CategoryAdvice.between(coded, groups, confidence)
                : GroupAdvice.between(outcome, groups, confidence);
        return advice.map(of -> of.ofRows(outcome.rows()));
    }

    /**
     * Whether the same people's two answers differ: categories by McNemar or Bowker, ordered answers by signed ranks,
     * numbers by the paired t test.
     *
     * @throws IllegalArgumentException if the columns differ in their number of rows or, being categories, in their codes
     */
    public static Outcome<Advice> paired(ScoredColumn first, ScoredColumn second, double confidence) {
        Interval.requireConfidence(confidence);
        requireSameRows(first, second);
        Outcome<Advice> advice =
                first instanceof CodedColumn one && second instanceof CodedColumn other && isNominal(first)
                        ? CategoryAdvice.paired(one, other, confidence)
                        : PairAdvice.paired(first, second, confidence);
        return advice.map(of -> of.ofRows(first.rows()));
    }

    /**
     * Whether two answers go together: two numbers by Pearson's correlation, ordered answers by Spearman's, categories by
     * chi-square. A number beside unordered categories is compared {@link #between} them.
     *
     * @throws IllegalArgumentException if the columns differ in their number of rows
     */
    public static Outcome<Advice> related(ScoredColumn first, ScoredColumn second, double confidence) {
        Interval.requireConfidence(confidence);
        requireSameRows(first, second);
        if (second instanceof CodedColumn groups && isNominal(second)) {
            return between(first, groups, confidence);
        }
        if (first instanceof CodedColumn groups && isNominal(first)) {
            return between(second, groups, confidence);
        }
        return PairAdvice.related(first, second, confidence).map(of -> of.ofRows(first.rows()));
    }

    /**
     * {@link #between(ScoredColumn, CodedColumn, double)} of respondents with weights: categories by Rao and Scott's corrected
     * chi-square, however small the table, ordered answers and numbers by the tests of surveys. Weights of one choose the
     * {@linkplain Method#unweighted same} tests (but none is exact) and give the same effects.
     *
     * @param weights one a row, finite and at least 0, NaN where missing; rows without a weight above 0 are left out
     */
    public static Outcome<Advice> between(
            ScoredColumn outcome, CodedColumn groups, double[] weights, double confidence) {
        double[] positive = WeightedAdvice.positive(outcome, weights, confidence);
        requireSameRows(outcome, groups);
        Outcome<Advice> advice = outcome instanceof CodedColumn coded && isNominal(outcome)
                ? WeightedCategoryAdvice.between(coded, groups, positive, confidence)
                : WeightedAdvice.between(outcome, groups, positive, confidence);
        return advice.map(of -> of.ofRows(outcome.rows()));
    }

    /** {@link #paired(ScoredColumn, ScoredColumn, double)} of respondents with weights. */
    public static Outcome<Advice> paired(ScoredColumn first, ScoredColumn second, double[] weights, double confidence) {
        double[] positive = WeightedAdvice.positive(first, weights, confidence);
        requireSameRows(first, second);
        Outcome<Advice> advice =
                first instanceof CodedColumn one && second instanceof CodedColumn other && isNominal(first)
                        ? WeightedCategoryAdvice.paired(one, other, positive, confidence)
                        : WeightedAdvice.paired(first, second, positive, confidence);
        return advice.map(of -> of.ofRows(first.rows()));
    }

    /** {@link #related(ScoredColumn, ScoredColumn, double)} of respondents with weights. */
    public static Outcome<Advice> related(
            ScoredColumn first, ScoredColumn second, double[] weights, double confidence) {
        double[] positive = WeightedAdvice.positive(first, weights, confidence);
        requireSameRows(first, second);
        if (second instanceof CodedColumn groups && isNominal(second)) {
            return between(first, groups, positive, confidence);
        }
        if (first instanceof CodedColumn groups && isNominal(first)) {
            return between(second, groups, positive, confidence);
        }
        return WeightedAdvice.related(first, second, positive, confidence).map(of -> of.ofRows(first.rows()));
    }

    static boolean isNominal(ScoredColumn column) {
        return column.variable().measure() == Measure.NOMINAL;
    }

    static boolean isScale(ScoredColumn column) {
        return column.variable().measure() == Measure.SCALE;
    }

    private static void requireSameRows(ScoredColumn one, ScoredColumn other) {
        if (one.rows() != other.rows()) {
            throw new IllegalArgumentException("%s and %s must have equally many rows: %d, %d"
                    .formatted(one.name(), other.name(), one.rows(), other.rows()));
        }
    }
}
