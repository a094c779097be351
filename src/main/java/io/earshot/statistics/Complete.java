package io.earshot.statistics;

import io.earshot.dataset.Watch;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Leaves out what is missing: NaN. */
public final class Complete {
    private Complete() {}

    /** The values that are there, in order. */
    public static double[] values(double... values) {
        return values(values.length, row -> values[row]);
    }

    /** The values of some rows that are there, in order, in an array of no more than these; each row is asked twice. */
    public static double[] values(int rows, IntToDoubleFunction value) {
        int size = 0;
        for (int row = 0; row < rows; row++) {
            Watch.look(row);
            size += Double.isNaN(value.applyAsDouble(row)) ? 0 : 1;
        }
        double[] complete = new double[size];
        int at = 0;
        for (int row = 0; row < rows; row++) {
            Watch.look(row);
            double each = value.applyAsDouble(row);
            if (!Double.isNaN(each)) {
                complete[at++] = each;
            }
        }
        return complete;
    }

    /** The rows that have every value, in order; the arrays themselves, not copies. */
    public static double[][] rows(double[][] rows) {
        Watch.look();
        return Arrays.stream(rows)
                .filter(row -> Arrays.stream(row).noneMatch(Double::isNaN))
                .toArray(double[][]::new);
    }

    /**
     * The rows at which all columns have a value: one array per column.
     *
     * @throws IllegalArgumentException if the columns differ in length
     */
    public static double[][] columns(double[]... columns) {
        int rows = columns.length == 0 ? 0 : columns[0].length;
        int[] kept = new int[rows];
        int size = 0;
        for (int row = 0; row < rows; row++) {
            Watch.look(row);
            boolean complete = true;
            for (double[] column : columns) {
                if (column.length != rows) {
                    throw new IllegalArgumentException(
                            "columns must have equally many rows: %d, %d".formatted(rows, column.length));
                }
                complete &= !Double.isNaN(column[row]);
            }
            if (complete) {
                kept[size++] = row;
            }
        }
        int[] rowsKept = Arrays.copyOf(kept, size);
        return Arrays.stream(columns)
                .map(column ->
                        Arrays.stream(rowsKept).mapToDouble(row -> column[row]).toArray())
                .toArray(double[][]::new);
    }
}
