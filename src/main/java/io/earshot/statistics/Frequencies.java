package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.MultipleColumn;
import java.util.ArrayList;
import java.util.List;

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
     * @param share share of {@code n} in [0, 1] with its Wilson interval; undefined if {@code n} is 0
     */
    public record Row(String code, long count, Outcome<Interval> share) {}

    /**
     * Counts of codes with Wilson's interval for each share.
     *
     * @throws IllegalArgumentException if {@code confidence} is outside (0, 1)
     */
    public static Frequencies of(CodedColumn column, double confidence) {
        long[] counts = new long[column.codes().size()];
        long missing = 0;
        for (int row = 0; row < column.rows(); row++) {
            int index = column.index(row);
            if (index < 0) {
                missing++;
            } else {
                counts[index]++;
            }
        }
        return of(column.name(), column.codes(), counts, column.rows() - missing, missing, confidence);
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
            rows.add(new Row(codes.get(index), counts[index], Share.wilson(counts[index], n, confidence)));
        }
        return new Frequencies(variable, rows, n, missing, confidence);
    }
}
