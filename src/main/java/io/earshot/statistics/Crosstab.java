package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How often each pair of codes of two variables was given, and whether they are related.
 *
 * <p>Rows and columns are in the questionnaire's order; codes that nobody gave keep their empty line, and are left out of
 * the test. Tables of parts of the responses add up to the table of the whole: {@link #plus}.
 *
 * @param counts   one list per row code, with a count per column code
 * @param n        responses with both answers: the sum of {@code counts}
 * @param excluded responses that lack one or both
 */
public record Crosstab(
        String rowVariable,
        String columnVariable,
        List<String> rowCodes,
        List<String> columnCodes,
        List<List<Long>> counts,
        long n,
        long excluded,
        Outcome<Independence> test) {
    public Crosstab {
        rowCodes = List.copyOf(rowCodes);
        columnCodes = List.copyOf(columnCodes);
        counts = counts.stream().map(List::copyOf).toList();
    }

    /** @throws IllegalArgumentException if the columns differ in their number of rows */
    public static Crosstab of(CodedColumn rows, CodedColumn columns) {
        return of(rows, columns, JointCounts.of(rows, columns));
    }

    /**
     * Each of the first columns by each of the second, in one pass over the responses and in parallel.
     *
     * @return a list for each of the first columns
     * @throws IllegalArgumentException if the columns differ in their number of rows
     */
    public static List<List<Crosstab>> of(List<CodedColumn> rows, List<CodedColumn> columns) {
        List<List<JointCounts>> counts = JointCounts.of(rows, columns);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> IntStream.range(0, columns.size())
                        .mapToObj(j ->
                                of(rows.get(i), columns.get(j), counts.get(i).get(j)))
                        .toList())
                .toList();
    }

    private static Crosstab of(CodedColumn rows, CodedColumn columns, JointCounts counts) {
        return of(rows.name(), columns.name(), rows.codes(), columns.codes(), counts.counts(), counts.excluded());
    }

    /** A table whose counts are known already. */
    public static Crosstab of(
            String rowVariable,
            String columnVariable,
            List<String> rowCodes,
            List<String> columnCodes,
            long[][] counts,
            long excluded) {
        List<List<Long>> lines = new ArrayList<>();
        for (long[] line : counts) {
            lines.add(Arrays.stream(line).boxed().toList());
        }
        long n = Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
        return new Crosstab(
                rowVariable, columnVariable, rowCodes, columnCodes, lines, n, excluded, Independence.of(counts));
    }

    /** The same counts with another test. */
    public Crosstab with(Outcome<Independence> other) {
        return new Crosstab(rowVariable, columnVariable, rowCodes, columnCodes, counts, n, excluded, other);
    }

    /**
     * The table of both tables' responses.
     *
     * @throws IllegalArgumentException if the tables are not of the same variables and codes
     */
    public Crosstab plus(Crosstab other) {
        if (!rowVariable.equals(other.rowVariable)
                || !columnVariable.equals(other.columnVariable)
                || !rowCodes.equals(other.rowCodes)
                || !columnCodes.equals(other.columnCodes)) {
            throw new IllegalArgumentException("tables of different variables or codes: %s by %s, %s by %s"
                    .formatted(rowVariable, columnVariable, other.rowVariable, other.columnVariable));
        }
        long[][] sums = new long[rowCodes.size()][columnCodes.size()];
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < sums[i].length; j++) {
                sums[i][j] = Math.addExact(count(i, j), other.count(i, j));
            }
        }
        return of(rowVariable, columnVariable, rowCodes, columnCodes, sums, excluded + other.excluded);
    }

    /** The counts as an array of their own, row by row. */
    public long[][] countsByRow() {
        return counts.stream()
                .map(line -> line.stream().mapToLong(Long::longValue).toArray())
                .toArray(long[][]::new);
    }

    public long count(int row, int column) {
        return counts.get(row).get(column);
    }

    public long rowTotal(int row) {
        return counts.get(row).stream().mapToLong(Long::longValue).sum();
    }

    public long columnTotal(int column) {
        return counts.stream().mapToLong(line -> line.get(column)).sum();
    }

    /** The cell's share of its row, in [0, 1]; empty if the row is. */
    public OptionalDouble rowShare(int row, int column) {
        return ratio(count(row, column), rowTotal(row));
    }

    /** The cell's share of its column, in [0, 1]; empty if the column is. */
    public OptionalDouble columnShare(int row, int column) {
        return ratio(count(row, column), columnTotal(column));
    }

    /** The cell's share of all, in [0, 1]; empty if the table is. */
    public OptionalDouble totalShare(int row, int column) {
        return ratio(count(row, column), n);
    }

    /** The count to expect if the variables were unrelated: row total × column total / n; empty if the table is. */
    public OptionalDouble expected(int row, int column) {
        return ratio((double) rowTotal(row) * columnTotal(column), n);
    }

    /**
     * (count - expected) / √(expected (1 - row share) (1 - column share)): about standard normal if the variables are
     * unrelated, so that beyond ±2 is worth a look. R: {@code chisq.test(t)$stdres}. Empty if the cell's row or column is
     * empty or is the whole table.
     */
    public OptionalDouble adjustedResidual(int row, int column) {
        double rowTotal = rowTotal(row);
        double columnTotal = columnTotal(column);
        if (rowTotal == 0 || columnTotal == 0 || rowTotal == n || columnTotal == n) {
            return OptionalDouble.empty();
        }
        double expected = rowTotal * columnTotal / n;
        double variance = expected * (1 - rowTotal / n) * (1 - columnTotal / n);
        return OptionalDouble.of((count(row, column) - expected) / Math.sqrt(variance));
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
