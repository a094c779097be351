package io.earshot.statistics.regression;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The rows that a model can use, and its predictors as columns of numbers: an intercept, numbers as they are, and a
 * column of zeros and ones for every code in use but the first (R's treatment contrasts, unused levels dropped).
 */
public final class ModelFrame {
    public static final String INTERCEPT = "(Intercept)";

    private final int excluded;
    private final List<String> terms;
    private final double[][] columns;
    private final double[][] others;

    private ModelFrame(int excluded, List<String> terms, double[][] columns, double[][] others) {
        this.excluded = excluded;
        this.terms = List.copyOf(terms);
        this.columns = columns;
        this.others = others;
    }

    /**
     * The rows at which all predictors and all other columns have a value.
     *
     * @param others outcome, weights and the like: one number a row, NaN where missing
     * @throws IllegalArgumentException if the columns differ in length
     */
    public static ModelFrame of(List<? extends ScoredColumn> predictors, double[]... others) {
        int all = others.length > 0 ? others[0].length : predictors.get(0).rows();
        for (double[] other : others) {
            requireRows(all, other.length);
        }
        for (ScoredColumn predictor : predictors) {
            requireRows(all, predictor.rows());
        }
        int[] rows = IntStream.range(0, all)
                .filter(row -> Arrays.stream(others).noneMatch(other -> Double.isNaN(other[row])))
                .filter(row -> predictors.stream().noneMatch(predictor -> predictor.isMissing(row)))
                .toArray();
        List<String> terms = new ArrayList<>(List.of(INTERCEPT));
        List<double[]> columns =
                new ArrayList<>(List.of(IntStream.of(rows).mapToDouble(row -> 1).toArray()));
        for (ScoredColumn predictor : predictors) {
            if (predictor instanceof CodedColumn coded) {
                addCodes(coded, rows, terms, columns);
            } else {
                terms.add(predictor.variable().name());
                columns.add(IntStream.of(rows).mapToDouble(predictor::score).toArray());
            }
        }
        double[][] kept = Arrays.stream(others)
                .map(other -> IntStream.of(rows).mapToDouble(row -> other[row]).toArray())
                .toArray(double[][]::new);
        return new ModelFrame(all - rows.length, terms, columns.toArray(double[][]::new), kept);
    }

    private static void requireRows(int rows, int others) {
        if (rows != others) {
            throw new IllegalArgumentException("columns must have equally many rows: %d, %d".formatted(rows, others));
        }
    }

    private static void addCodes(CodedColumn coded, int[] rows, List<String> terms, List<double[]> columns) {
        int[] used = IntStream.of(rows).map(coded::index).distinct().sorted().toArray();
        for (int i = 1; i < used.length; i++) {
            int code = used[i];
            terms.add(coded.variable().name() + coded.codes().get(code));
            columns.add(IntStream.of(rows)
                    .mapToDouble(row -> coded.index(row) == code ? 1 : 0)
                    .toArray());
        }
    }

    /** How many rows have every value. */
    public int rows() {
        return columns[0].length;
    }

    /** How many rows were left out because a value is missing. */
    public int excluded() {
        return excluded;
    }

    /** The names of the columns: the intercept, then variables, or variable and code run together as R writes them. */
    public List<String> terms() {
        return terms;
    }

    /** One array per term; not copied. */
    double[][] columns() {
        return columns;
    }

    /** The rows of the design: one array per row. */
    public double[][] matrix() {
        return IntStream.range(0, rows())
                .mapToObj(row -> Arrays.stream(columns)
                        .mapToDouble(column -> column[row])
                        .toArray())
                .toArray(double[][]::new);
    }

    /** The kept rows of one of the other columns. */
    public double[] other(int which) {
        return others[which].clone();
    }
}
