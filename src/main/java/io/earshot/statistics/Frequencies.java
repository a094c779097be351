package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
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
 * @param confidence of the shares' intervals, in (0, 1)
 */
public record Frequencies(String variable, List<Row> rows, long n, long missing, double confidence) {
    public Frequencies {
        rows = List.copyOf(rows);
    }

    /**
     * One code's line.
     *
     * @param share        share of {@code n} in [0, 1] with its Wilson interval; undefined if {@code n} is 0
     * @param simultaneous the same share with an interval of Goodman's, all of which hold together at the stated confidence:
     *     (A + 2c ± √(A (A + 4c (n - c) / n))) / (2 (n + A)), A the chi-square quantile at 1 - (1 - confidence) / codes
     * @see <a href="https://doi.org/10.1080/00401706.1965.10490252">Goodman (1965), Technometrics 7, 247-254</a>
     */
    public record Row(String code, long count, Outcome<Interval> share, Outcome<Interval> simultaneous) {}

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
                    codes.get(index), count, share, share.map(unused -> goodman(count, n, counts.length, confidence))));
        }
        return new Frequencies(variable, rows, n, missing, confidence);
    }

    private static Interval goodman(long count, double n, int codes, double confidence) {
        double a = ChiSquaredDistribution.of(1).inverseSurvivalProbability((1 - confidence) / codes);
        double half = Math.sqrt(a * (a + 4 * count * (n - count) / n));
        double low = (a + 2 * count - half) / (2 * (n + a));
        return new Interval(count / n, low, (a + 2 * count + half) / (2 * (n + a)), confidence);
    }
}
