package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many rows have each pair of codes of two columns. Exact, so that counts of parts merge to those of the whole in any
 * order. R: {@code table(x, y)}.
 */
public final class JointCounts {
    private static final int BLOCK = 1024;
    private static final int LANES = 2;

    private final long[][] counts;
    private final long excluded;

    private JointCounts(long[][] counts, long excluded) {
        this.counts = counts;
        this.excluded = excluded;
    }

    /** @throws IllegalArgumentException if the columns differ in their number of rows */
    public static JointCounts of(CodedColumn rows, CodedColumn columns) {
        return of(List.of(rows), List.of(columns)).get(0).get(0);
    }

    /**
     * Each of the first columns by each of the second, all in one pass and in parallel.
     *
     * @return a list for each of the first columns
     * @throws IllegalArgumentException if the columns differ in their number of rows
     */
    public static List<List<JointCounts>> of(List<CodedColumn> rows, List<CodedColumn> columns) {
        if (rows.isEmpty() || columns.isEmpty()) {
            return rows.stream().map(any -> List.<JointCounts>of()).toList();
        }
        int size = CodeCounts.commonRows(rows);
        if (size != CodeCounts.commonRows(columns)) {
            throw new IllegalArgumentException("%s and %s must have equally many rows: %d, %d"
                    .formatted(
                            rows.get(0).name(),
                            columns.get(0).name(),
                            size,
                            columns.get(0).rows()));
        }
        return Chunks.merged(size, (from, some) -> of(rows, columns, from, some), JointCounts::merged);
    }

    /** Of some rows of the columns. */
    public static List<List<JointCounts>> of(List<CodedColumn> rows, List<CodedColumn> columns, int from, int size) {
        int[][] tables = new int[rows.size() * columns.size()][];
        for (int i = 0; i < rows.size(); i++) {
            for (int j = 0; j < columns.size(); j++) {
                tables[i * columns.size() + j] = new int[LANES * (width(rows.get(i)) * width(columns.get(j)))];
            }
        }
        int[][] places = new int[columns.size()][BLOCK];
        int[] block = new int[BLOCK];
        int[] starts = new int[BLOCK];
        for (int done = 0; done < size; done += BLOCK) {
            int some = Math.min(BLOCK, size - done);
            for (int j = 0; j < places.length; j++) {
                columns.get(j).indices(from + done, some, block);
                scale(block, some, 1, places[j]);
            }
            for (int i = 0; i < rows.size(); i++) {
                rows.get(i).indices(from + done, some, block);
                for (int j = 0; j < places.length; j++) {
                    int width = width(columns.get(j));
                    if (j == 0 || width != width(columns.get(j - 1))) {
                        scale(block, some, width, starts);
                    }
                    count(starts, places[j], some, tables[i * places.length + j]);
                }
            }
        }
        return IntStream.range(0, rows.size())
                .mapToObj(i -> IntStream.range(0, columns.size())
                        .mapToObj(j -> of(tables[i * columns.size() + j], width(rows.get(i)), width(columns.get(j))))
                        .toList())
                .toList();
    }

    /** A place for each code, and the first for what is missing. */
    private static int width(CodedColumn column) {
        return column.codes().size() + 1;
    }

    private static void scale(int[] indices, int size, int by, int[] into) {
        for (int i = 0; i < size; i++) {
            into[i] = (Math.max(indices[i], -1) + 1) * by;
        }
    }

    private static void count(int[] starts, int[] places, int size, int[] table) {
        int half = table.length / LANES;
        int i = 0;
        for (; i < size - 1; i += 2) {
            table[starts[i] + places[i]]++;
            table[half + starts[i + 1] + places[i + 1]]++;
        }
        if (i < size) {
            table[starts[i] + places[i]]++;
        }
    }

    private static JointCounts of(int[] table, int rows, int columns) {
        long[][] counts = new long[rows - 1][columns - 1];
        long excluded = 0;
        for (int place = 0; place < table.length; place++) {
            int cell = place % (rows * columns);
            if (cell < columns || cell % columns == 0) {
                excluded += table[place];
            } else {
                counts[cell / columns - 1][cell % columns - 1] += table[place];
            }
        }
        return new JointCounts(counts, excluded);
    }

    private static List<List<JointCounts>> merged(List<List<JointCounts>> some, List<List<JointCounts>> others) {
        return IntStream.range(0, some.size())
                .mapToObj(i -> IntStream.range(0, some.get(i).size())
                        .mapToObj(j -> some.get(i).get(j).merge(others.get(i).get(j)))
                        .toList())
                .toList();
    }

    /**
     * The counts of both.
     *
     * @throws IllegalArgumentException if the tables differ in size
     */
    public JointCounts merge(JointCounts other) {
        if (counts.length != other.counts.length) {
            throw new IllegalArgumentException(
                    "tables of different sizes: %d, %d rows".formatted(counts.length, other.counts.length));
        }
        long[][] sums = new long[counts.length][];
        for (int i = 0; i < sums.length; i++) {
            long[] line = counts[i];
            long[] more = other.counts[i];
            if (line.length != more.length) {
                throw new IllegalArgumentException(
                        "tables of different sizes: %d, %d columns".formatted(line.length, more.length));
            }
            sums[i] = new long[line.length];
            Arrays.setAll(sums[i], j -> Math.addExact(line[j], more[j]));
        }
        return new JointCounts(sums, Math.addExact(excluded, other.excluded));
    }

    public long count(int row, int column) {
        return counts[row][column];
    }

    /** The counts, row by row; a copy. */
    public long[][] counts() {
        return Arrays.stream(counts).map(long[]::clone).toArray(long[][]::new);
    }

    /** Rows with both codes. */
    public long n() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** Rows that lack one or both. */
    public long excluded() {
        return excluded;
    }
}
