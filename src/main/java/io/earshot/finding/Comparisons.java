package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import io.earshot.statistics.Adjustment;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Every comparison of two columns that stands behind the letters of a report's banner tables, the smallest p first.
 *
 * @param made       how many were tested
 * @param notMade    pairs that were not: a base below the minimum, or nothing that varies
 * @param adjustment of the p-values of a line within a block; letters follow it
 * @param alpha      a difference is significant if its adjusted p is below this
 */
public record Comparisons(boolean wave, long made, long notMade, Adjustment adjustment, double alpha, List<Pair> pairs)
        implements Finding {
    public Comparisons {
        requireNonNull(adjustment, "adjustment");
        pairs = List.copyOf(pairs);
    }

    /**
     * The first column less the second.
     *
     * @param block      what tells the columns apart, and within which group
     * @param difference of shares, in [-1, 1], or of means or scores in their own unit
     * @param low        lower end of the difference's interval, not adjusted; empty where the test gives none
     * @param df         degrees of freedom; empty for z
     * @param adjusted   p, adjusted within the line and block
     * @param discovery  p, adjusted over all comparisons of the report by Benjamini and Hochberg
     * @param effect     Cohen's h of shares, Cohen's d of means; empty where
     *                   not defined
     */
    public record Pair(
            String variable,
            String question,
            LineKind kind,
            String code,
            String label,
            String block,
            String firstLetter,
            String first,
            String secondLetter,
            String second,
            ColumnTest test,
            double firstValue,
            double secondValue,
            double difference,
            OptionalDouble low,
            OptionalDouble high,
            double statistic,
            OptionalDouble df,
            double p,
            double adjusted,
            double discovery,
            OptionalDouble effect,
            boolean significant) {
        /** The same with its p adjusted over all comparisons. */
        public Pair discoveredAt(double adjustedOverAll) {
            return new Pair(
                    variable,
                    question,
                    kind,
                    code,
                    label,
                    block,
                    firstLetter,
                    first,
                    secondLetter,
                    second,
                    test,
                    firstValue,
                    secondValue,
                    difference,
                    low,
                    high,
                    statistic,
                    df,
                    p,
                    adjusted,
                    adjustedOverAll,
                    effect,
                    significant);
        }
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.comparisons(this);
    }
}
