package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import java.util.Arrays;

/**
 * Weights of the rows that have each code of a column, or each pair of codes of two. Sums keep what rounding takes from
 * them, so that the order of rows and how they were chunked shows in the last digit at most; weights that are whole
 * numbers, such as all 1, give exact sums. R: {@code xtabs(w ~ x + y)}.
 */
public final class WeightedCounts {
    private final int columns;
    private final long[] counts;
    private final double[] weights;
    private final double[] lost;
    private final double[] squares;
    private final long excluded;

    private WeightedCounts(
            int columns, long[] counts, double[] weights, double[] lost, double[] squares, long excluded) {
        this.columns = columns;
        this.counts = counts;
        this.weights = weights;
        this.lost = lost;
        this.squares = squares;
        this.excluded = excluded;
    }

    /** Of the codes of one column: a table with a single column. */
    public static WeightedCounts of(CodedColumn column, double[] weights) {
        requireWeights(column, weights);
        return Chunks.merged(
                weights.length,
                (from, size) ->
                        part(column.codes().size(), 1, weights, from, size, (row) -> Math.max(-1, column.index(row))),
                WeightedCounts::merge);
    }

    /**
     * Of the pairs of codes of two columns.
     *
     * @param weights one a row, finite and at least 0
     * @throws IllegalArgumentException if they are not, or their number is not that of the columns' rows
     */
    public static WeightedCounts of(CodedColumn rows, CodedColumn columns, double[] weights) {
        requireWeights(rows, weights);
        requireWeights(columns, weights);
        int width = columns.codes().size();
        return Chunks.merged(
                weights.length,
                (from, size) -> part(rows.codes().size(), width, weights, from, size, row -> {
                    int i = rows.index(row);
                    int j = columns.index(row);
                    return i < 0 || j < 0 ? -1 : i * width + j;
                }),
                WeightedCounts::merge);
    }

    private interface Cell {
        int of(int row);
    }

    private static WeightedCounts part(int rows, int columns, double[] weights, int from, int size, Cell cell) {
        int cells = rows * columns;
        long excluded = 0;
        WeightedCounts part = new WeightedCounts(
                columns, new long[cells], new double[cells], new double[cells], new double[cells], 0);
        for (int row = from; row < from + size; row++) {
            int place = cell.of(row);
            if (place < 0) {
                excluded++;
            } else {
                part.add(place, weights[row]);
                part.counts[place]++;
                part.squares[place] += weights[row] * weights[row];
            }
        }
        return new WeightedCounts(columns, part.counts, part.weights, part.lost, part.squares, excluded);
    }

    private void add(int cell, double weight) {
        double sum = weights[cell] + weight;
        double taken = sum - weights[cell];
        lost[cell] += weights[cell] - (sum - taken) + (weight - taken);
        weights[cell] = sum;
    }

    private static void requireWeights(CodedColumn column, double... weights) {
        if (weights.length != column.rows()) {
            throw new IllegalArgumentException("%s must have as many rows as weights: %d, %d"
                    .formatted(column.name(), column.rows(), weights.length));
        }
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weights must be finite and at least 0: " + weight);
            }
        }
    }

    /**
     * The weights of both.
     *
     * @throws IllegalArgumentException if the tables differ in size
     */
    public WeightedCounts merge(WeightedCounts other) {
        if (columns != other.columns || counts.length != other.counts.length) {
            throw new IllegalArgumentException("tables of different sizes: %d by %d, %d by %d"
                    .formatted(rows(), columns, other.rows(), other.columns));
        }
        WeightedCounts sum = new WeightedCounts(
                columns, counts.clone(), weights.clone(), lost.clone(), squares.clone(), excluded + other.excluded);
        for (int cell = 0; cell < counts.length; cell++) {
            sum.counts[cell] = Math.addExact(sum.counts[cell], other.counts[cell]);
            sum.add(cell, other.weights[cell]);
            sum.lost[cell] += other.lost[cell];
            sum.squares[cell] += other.squares[cell];
        }
        return sum;
    }

    public int rows() {
        return counts.length / columns;
    }

    public int columns() {
        return columns;
    }

    /** Rows in a cell, weighted or not. */
    public long count(int row, int column) {
        return counts[row * columns + column];
    }

    /** The sum of a cell's weights. */
    public double weight(int row, int column) {
        return weights[row * columns + column] + lost[row * columns + column];
    }

    /** The sum of all weights. */
    public double weight() {
        return Arrays.stream(weights).sum() + Arrays.stream(lost).sum();
    }

    /** Rows in cells. */
    public long n() {
        return Arrays.stream(counts).sum();
    }

    /** Rows that lack a code. */
    public long excluded() {
        return excluded;
    }

    /** Kish's (Σw)² / Σw²: the unweighted rows that would be as precise; 0 if there is no weight. */
    public double nEffective() {
        double all = Arrays.stream(squares).sum();
        return all > 0 ? weight() * weight() / all : 0;
    }
}
