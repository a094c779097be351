package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Missing;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many rows have each code of a column. Exact, so that counts of parts merge to those of the whole in any order.
 * R: {@code table(x)}.
 */
public final class CodeCounts {
    private static final int KINDS = Missing.values().length;
    private static final int BLOCK = 4096;
    private static final int LANES = 4;

    private final List<String> codes;
    /** The kinds of missing, the last first, as negative positions have them; then the codes. */
    private final long[] counts;

    private CodeCounts(List<String> codes, long[] counts) {
        this.codes = codes;
        this.counts = counts;
    }

    public static CodeCounts of(CodedColumn column) {
        return of(List.of(column)).get(0);
    }

    /** Of some rows of a column. */
    public static CodeCounts of(CodedColumn column, int from, int size) {
        int width = KINDS + column.codes().size();
        // Neighbours often have the same code, and a count can't grow twice at once: each has four places.
        int[] lanes = new int[width * LANES];
        int[] block = new int[Math.min(size, BLOCK)];
        for (int done = 0; done < size; done += BLOCK) {
            int rows = Math.min(BLOCK, size - done);
            column.indices(from + done, rows, block);
            count(block, rows, lanes, width);
        }
        long[] counts = new long[width];
        for (int place = 0; place < lanes.length; place++) {
            counts[place % width] += lanes[place];
        }
        return new CodeCounts(column.codes(), counts);
    }

    /**
     * Of several columns, in parallel.
     *
     * @throws IllegalArgumentException if they differ in their number of rows
     */
    public static List<CodeCounts> of(List<CodedColumn> columns) {
        return columns.isEmpty()
                ? List.of()
                : Chunks.merged(
                        commonRows(columns),
                        (from, size) -> columns.stream()
                                .map(column -> of(column, from, size))
                                .toList(),
                        (some, others) -> IntStream.range(0, some.size())
                                .mapToObj(i -> some.get(i).merge(others.get(i)))
                                .toList());
    }

    private static void count(int[] block, int rows, int[] lanes, int width) {
        int second = KINDS + width;
        int third = second + width;
        int fourth = third + width;
        int row = 0;
        for (; row <= rows - LANES; row += LANES) {
            lanes[KINDS + block[row]]++;
            lanes[second + block[row + 1]]++;
            lanes[third + block[row + 2]]++;
            lanes[fourth + block[row + 3]]++;
        }
        for (; row < rows; row++) {
            lanes[KINDS + block[row]]++;
        }
    }

    static int commonRows(List<CodedColumn> columns) {
        int rows = columns.get(0).rows();
        for (CodedColumn column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "%s must have %d rows, as the first column: %d".formatted(column.name(), rows, column.rows()));
            }
        }
        return rows;
    }

    /**
     * The counts of both.
     *
     * @throws IllegalArgumentException if the codes differ
     */
    public CodeCounts merge(CodeCounts other) {
        if (!codes.equals(other.codes)) {
            throw new IllegalArgumentException("counts of different codes: %s, %s".formatted(codes, other.codes));
        }
        long[] sums = counts.clone();
        Arrays.setAll(sums, place -> Math.addExact(sums[place], other.counts[place]));
        return new CodeCounts(codes, sums);
    }

    public List<String> codes() {
        return codes;
    }

    /** Rows with the code at a position. */
    public long count(int code) {
        return counts[KINDS + code];
    }

    /** Rows by the positions of their codes; a copy. */
    public long[] counts() {
        return Arrays.copyOfRange(counts, KINDS, counts.length);
    }

    /** Rows with a code. */
    public long n() {
        return Arrays.stream(counts, KINDS, counts.length).sum();
    }

    /** Rows without a code. */
    public long missing() {
        return Arrays.stream(counts, 0, KINDS).sum();
    }

    public long missing(Missing kind) {
        return counts[KINDS - 1 - kind.ordinal()];
    }
}
