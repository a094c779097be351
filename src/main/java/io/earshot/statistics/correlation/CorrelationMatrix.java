package io.earshot.statistics.correlation;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Complete;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The correlations of several variables with each other. R: {@code cor(x, use, method)}.
 *
 * <p>Listwise leaves out every respondent who lacks any of the variables, so that all correlations speak of the same
 * people; pairwise takes for each the respondents who have both, so that the matrix may fit nobody and need not be
 * positive definite.
 *
 * @param r row by row in the order of the variables; undefined where one of both is constant or too few have both; the
 *     diagonal is 1, but under pairwise undefined for a constant, as in R
 * @param n respondents behind each correlation
 */
public record CorrelationMatrix(List<String> variables, List<List<Outcome<Double>>> r, List<List<Long>> n) {
    /** Which correlation. */
    public enum Kind {
        PEARSON,
        SPEARMAN,
        KENDALL
    }

    public CorrelationMatrix {
        variables = List.copyOf(variables);
        r = r.stream().map(List::copyOf).toList();
        n = n.stream().map(List::copyOf).toList();
    }

    /**
     * Of the respondents who have all variables.
     *
     * @param rows one per respondent, NaN where missing
     */
    public static CorrelationMatrix listwise(List<String> variables, double[][] rows, Kind kind) {
        double[][] complete = Complete.rows(rows);
        double[][] columns = columns(complete, variables.size());
        return switch (kind) {
            case KENDALL ->
                filled(
                        variables,
                        (i, j) -> i == j ? Outcome.of(1.0) : Kendall.tau(columns[i], columns[j]),
                        complete.length);
            case SPEARMAN -> listwise(variables, CoMoments.of(transposed(ranked(columns), complete.length)));
            case PEARSON -> listwise(variables, CoMoments.of(complete));
        };
    }

    /** Pearson's correlations of what has been summed up already. */
    public static CorrelationMatrix listwise(List<String> variables, CoMoments moments) {
        return filled(
                variables,
                (i, j) -> i == j && moments.n() > 1
                        ? Outcome.of(1.0)
                        : Pairs.defined(moments.correlation(i, j), moments.n()),
                moments.n());
    }

    /**
     * Of the respondents who have both variables, pair by pair.
     *
     * @param rows one per respondent, NaN where missing
     */
    public static CorrelationMatrix pairwise(List<String> variables, double[][] rows, Kind kind) {
        int size = variables.size();
        double[][] columns = columns(rows, size);
        List<List<Outcome<Double>>> r = new ArrayList<>();
        List<List<Long>> n = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            List<Outcome<Double>> line = new ArrayList<>();
            List<Long> counts = new ArrayList<>();
            for (int j = 0; j < size; j++) {
                if (j < i) {
                    line.add(r.get(j).get(i));
                    counts.add(n.get(j).get(i));
                } else {
                    double[][] pairs = Complete.columns(columns[i], columns[j]);
                    line.add(correlation(pairs[0], pairs[1], kind));
                    counts.add((long) pairs[0].length);
                }
            }
            r.add(line);
            n.add(counts);
        }
        return new CorrelationMatrix(variables, r, n);
    }

    private static Outcome<Double> correlation(double[] x, double[] y, Kind kind) {
        if (x.length < 2) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a correlation needs two pairs: %d", x.length);
        }
        return switch (kind) {
            case PEARSON -> Pairs.defined(Pairs.moments(x, y).correlation(0, 1), x.length);
            case SPEARMAN -> Pairs.defined(Spearman.ranked(x, y).correlation(0, 1), x.length);
            case KENDALL -> Kendall.tau(x, y);
        };
    }

    private interface Cell {
        Outcome<Double> at(int row, int column);
    }

    private static CorrelationMatrix filled(List<String> variables, Cell cell, long n) {
        List<List<Outcome<Double>>> r = new ArrayList<>();
        List<List<Long>> counts = new ArrayList<>();
        for (int i = 0; i < variables.size(); i++) {
            List<Outcome<Double>> line = new ArrayList<>();
            for (int j = 0; j < variables.size(); j++) {
                line.add(j < i ? r.get(j).get(i) : cell.at(i, j));
            }
            r.add(line);
            counts.add(variables.stream().map(variable -> n).toList());
        }
        return new CorrelationMatrix(variables, r, counts);
    }

    private static double[][] columns(double[][] rows, int size) {
        double[][] columns = new double[size][rows.length];
        for (int row = 0; row < rows.length; row++) {
            for (int i = 0; i < size; i++) {
                columns[i][row] = rows[row][i];
            }
        }
        return columns;
    }

    private static double[][] ranked(double[][] columns) {
        return Arrays.stream(columns).map(Spearman::ranks).toArray(double[][]::new);
    }

    private static double[][] transposed(double[][] columns, int rows) {
        double[][] transposed = new double[rows][columns.length];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns.length; i++) {
                transposed[row][i] = columns[i][row];
            }
        }
        return transposed;
    }
}
