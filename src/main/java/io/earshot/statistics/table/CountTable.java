package io.earshot.statistics.table;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Counts in rows and columns with their totals. Immutable. */
public final class CountTable {
    private final long[][] counts;
    private final long[] rowTotals;
    private final long[] columnTotals;
    private final long n;

    private CountTable(long[][] counts, int columns) {
        this.counts = counts;
        this.rowTotals =
                Arrays.stream(counts).mapToLong(row -> Arrays.stream(row).sum()).toArray();
        this.columnTotals = IntStream.range(0, columns)
                .mapToLong(j -> Arrays.stream(counts).mapToLong(row -> row[j]).sum())
                .toArray();
        this.n = Arrays.stream(rowTotals).sum();
    }

    /** @throws IllegalArgumentException if rows differ in length or a count is negative */
    public static CountTable of(long[]... counts) {
        int columns = counts.length == 0 ? 0 : counts[0].length;
        for (long[] row : counts) {
            if (row.length != columns) {
                throw new IllegalArgumentException("rows must have %d counts: %d".formatted(columns, row.length));
            }
            for (long count : row) {
                if (count < 0) {
                    throw new IllegalArgumentException("a count must not be negative: " + count);
                }
            }
        }
        return new CountTable(Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new), columns);
    }

    public int rows() {
        return rowTotals.length;
    }

    public int columns() {
        return columnTotals.length;
    }

    public long count(int row, int column) {
        return counts[row][column];
    }

    public long rowTotal(int row) {
        return rowTotals[row];
    }

    public long columnTotal(int column) {
        return columnTotals[column];
    }

    /** The sum of all counts. */
    public long n() {
        return n;
    }

    /** The count to expect of unrelated rows and columns. */
    public double expected(int row, int column) {
        return (double) rowTotals[row] * columnTotals[column] / n;
    }

    /** The places of rows that are not empty. */
    public List<Integer> usedRows() {
        return IntStream.range(0, rows()).filter(i -> rowTotals[i] > 0).boxed().toList();
    }

    /** The places of columns that are not empty. */
    public List<Integer> usedColumns() {
        return IntStream.range(0, columns())
                .filter(j -> columnTotals[j] > 0)
                .boxed()
                .toList();
    }

    /** The table without its empty rows and columns. */
    public CountTable trimmed() {
        List<Integer> kept = usedColumns();
        long[][] trimmed = usedRows().stream()
                .map(i -> kept.stream().mapToLong(j -> counts[i][j]).toArray())
                .toArray(long[][]::new);
        return new CountTable(trimmed, kept.size());
    }

    public CountTable transposed() {
        long[][] turned = IntStream.range(0, columns())
                .mapToObj(j -> Arrays.stream(counts).mapToLong(row -> row[j]).toArray())
                .toArray(long[][]::new);
        return new CountTable(turned, rows());
    }

    /** The counts, row by row; a copy. */
    public long[][] toArray() {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }
}
