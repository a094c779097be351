package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.MultipleColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How often each code was given.
 *
 * @param variable   the variable's name
 * @param rows       one per code in the questionnaire's order, codes that nobody gave included
 * @param n          responses with a valid answer: the base of the shares; for a multiple response a response, not a choice
 * @param missing    responses without a valid answer
 * @param weighted   the sum of the weights of the n; n without weights
 * @param nEffective (Σw)² / Σw²; n without weights
 * @param confidence of the shares' intervals, in (0, 1)
 */
public record Frequencies(
        String variable, List<Row> rows, long n, long missing, double weighted, double nEffective, double confidence) {
    public Frequencies {
        rows = List.copyOf(rows);
    }

    /**
     * One code's line.
     *
     * @param weighted     the sum of the weights of those who gave it; {@code count} without weights
     * @param share        share of {@code n} in [0, 1] with its Wilson interval; undefined if {@code n} is 0
     * @param simultaneous the same share with an interval of Goodman's, all of which hold together at the stated confidence:
     *     (A + 2c ± √(A (A + 4c (n - c) / n))) / (2 (n + A)), A the chi-square quantile at 1 - (1 - confidence) / codes
     * @see <a href="https://doi.org/10.1080/00401706.1965.10490252">Goodman (1965), Technometrics 7, 247-254</a>
     */
    public record Row(
            String code, long count, double weighted, Outcome<Interval> share, Outcome<Interval> simultaneous) {}

    /**
     * Counts of codes with Wilson's interval for each share.
     *
     * @throws IllegalArgumentException if {@code confidence} is outside (0, 1)
     */
    public static Frequencies of(CodedColumn column, double confidence) {
        return of(column.name(), CodeCounts.of(column), confidence);
    }

    /**
     * Counts of several columns' codes, in parallel.
     *
     * @throws IllegalArgumentException if the columns differ in their number of rows, or {@code confidence} is outside
     *     (0, 1)
     */
    public static List<Frequencies> of(List<CodedColumn> columns, double confidence) {
        List<CodeCounts> counts = CodeCounts.of(columns);
        return IntStream.range(0, columns.size())
                .mapToObj(i -> of(columns.get(i).name(), counts.get(i), confidence))
                .toList();
    }

    /** Of counts that are known already, such as those of parts merged. */
    public static Frequencies of(String variable, CodeCounts counts, double confidence) {
        return of(variable, counts.codes(), counts.counts(), counts.n(), counts.missing(), confidence);
    }

    /**
     * Counts of codes of a multiple response; shares are of responses, so that they may add up to more than 1.
     *
     * @throws IllegalArgumentException if {@code confidence} is outside (0, 1)
     */
    public static Frequencies of(MultipleColumn column, double confidence) {
        long[] counts = new long[column.codes().size()];
        long missing = 0;
        for (int row = 0; row < column.rows(); row++) {
            if (column.isMissing(row)) {
                missing++;
                continue;
            }
            for (int index = 0; index < counts.length; index++) {
                if (column.chose(row, index)) {
                    counts[index]++;
                }
            }
        }
        return of(column.name(), column.codes(), counts, column.rows() - missing, missing, confidence);
    }

    private static Frequencies of(
            String variable, List<String> codes, long[] counts, long n, long missing, double confidence) {
        Interval.requireConfidence(confidence);
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < counts.length; index++) {
            Outcome<Interval> share = Share.wilson(counts[index], n, confidence);
            long count = counts[index];
            rows.add(new Row(
                    codes.get(index),
                    count,
                    count,
                    share,
                    share.map(unused -> goodman((double) count / n, n, counts.length, confidence))));
        }
        return new Frequencies(variable, rows, n, missing, n, n, confidence);
    }

    /**
     * Shares by weight: of the sum of the weights of those who answered. Both intervals are at the effective base, which need
     * not be a whole number.
     *
     * @param column  coded, once or several times
     * @param weights one a row, at least 0
     * @throws IllegalArgumentException if the column is of numbers, words, dates or times
     */
    public static Frequencies weighted(Column column, double[] weights, double confidence) {
        Interval.requireConfidence(confidence);
        Choices choices = Choices.of(column);
        long[] counts = new long[choices.codes().size()];
        double[] sums = new double[counts.length];
        long n = 0;
        double people = 0;
        double squares = 0;
        for (int row = 0; row < column.rows(); row++) {
            if (column.isMissing(row)) {
                continue;
            }
            n++;
            people += weights[row];
            squares += weights[row] * weights[row];
            for (int index = 0; index < counts.length; index++) {
                if (choices.chose(row, index)) {
                    counts[index]++;
                    sums[index] += weights[row];
                }
            }
        }
        double effective = squares == 0 ? 0 : people * people / squares;
        List<Row> rows = new ArrayList<>();
        for (int index = 0; index < counts.length; index++) {
            Outcome<Double> share = people > 0
                    ? Outcome.of(Math.min(1, sums[index] / people))
                    : Outcome.undefined(Reason.NO_WEIGHT, "nobody with a weight answered %s", column.name());
            rows.add(new Row(
                    choices.codes().get(index),
                    counts[index],
                    sums[index],
                    share.map(p -> Share.wilsonOfEffective(p, effective, confidence)),
                    share.map(p -> goodman(p, effective, counts.length, confidence))));
        }
        return new Frequencies(column.name(), rows, n, column.rows() - n, people, effective, confidence);
    }

    /** Which codes a row chose. */
    private record Choices(List<String> codes, Chosen chosen) {
        private interface Chosen {
            boolean in(int row, int index);
        }

        static Choices of(Column column) {
            if (column instanceof CodedColumn coded) {
                return new Choices(coded.codes(), (row, index) -> coded.index(row) == index);
            }
            if (column instanceof MultipleColumn multiple) {
                return new Choices(multiple.codes(), multiple::chose);
            }
            throw new IllegalArgumentException(column.name() + " has no codes to count");
        }

        boolean chose(int row, int index) {
            return chosen.in(row, index);
        }
    }

    private static Interval goodman(double share, double n, int codes, double confidence) {
        double count = share * n;
        double a = ChiSquaredDistribution.of(1).inverseSurvivalProbability((1 - confidence) / codes);
        double half = Math.sqrt(a * (a + 4 * count * (n - count) / n));
        double low = (a + 2 * count - half) / (2 * (n + a));
        return new Interval(share, low, (a + 2 * count + half) / (2 * (n + a)), confidence);
    }
}
