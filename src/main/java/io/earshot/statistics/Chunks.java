package io.earshot.statistics;

import io.earshot.dataset.Watch;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.stream.IntStream;

/** Rows in chunks worked on in parallel: the same chunks for any number of threads, so that sums are the same as well. */
public final class Chunks {
    /** Rows of a chunk; the last has what is left. */
    public static final int ROWS = 1 << 16;

    private Chunks() {}

    /** What a chunk gives. */
    public interface Part<T> {
        T of(int from, int size);
    }

    /** What the chunks of all rows give, merged in their order; that of an empty chunk if there are no rows. */
    public static <T> T merged(int rows, Part<T> part, BinaryOperator<T> merge) {
        Watch watch = Watch.current();
        int chunks = rows == 0 ? 1 : (rows - 1) / ROWS + 1;
        List<T> parts = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(chunk -> watch.during(() -> part.of(chunk * ROWS, Math.min(ROWS, rows - chunk * ROWS))))
                .toList();
        return parts.stream().reduce(merge).orElseThrow();
    }
}
