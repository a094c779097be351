package io.earshot.dataset;

import java.util.Arrays;

/**
 * A growing list of whole numbers of eight bytes. In chunks, so that growing copies little and no array is so large that Java's
 * memory can't be put in order around it. For one thread while it grows.
 */
final class Longs {
    private static final int FIRST = 64;
    private static final int BITS = 15;
    private static final int CHUNK = 1 << BITS;
    private static final int INSIDE = CHUNK - 1;

    private int size;
    // Each but the last of a whole chunk.
    private long[][] chunks = {};
    private long[] last = {};

    int size() {
        return size;
    }

    long get(int at) {
        return chunks[at >> BITS][at & INSIDE];
    }

    void add(long value) {
        int inside = size & INSIDE;
        if (inside == 0) {
            begin(new long[size == 0 ? FIRST : CHUNK]);
        } else if (inside == last.length) {
            replace(Arrays.copyOf(last, Math.min(CHUNK, 2 * inside)));
        }
        last[inside] = value;
        size++;
    }

    void addAll(Longs other) {
        for (int done = 0; done < other.size; ) {
            int from = done & INSIDE;
            int to = size & INSIDE;
            int part = Math.min(other.size - done, CHUNK - Math.max(from, to));
            if (to == 0) {
                begin(new long[size == 0 ? part : CHUNK]);
            } else if (last.length < to + part) {
                replace(Arrays.copyOf(last, CHUNK));
            }
            System.arraycopy(other.chunks[done >> BITS], from, last, to, part);
            size += part;
            done += part;
        }
    }

    /** The same numbers without room to grow; what is added to either later is not in the other, since nothing is written into full chunks. */
    Longs trimmed() {
        Longs copy = new Longs();
        copy.size = size;
        copy.chunks = chunks.clone();
        if (size > 0) {
            copy.last = last;
            copy.replace(Arrays.copyOf(last, size - (chunks.length - 1 << BITS)));
        }
        return copy;
    }

    private void begin(long[] chunk) {
        chunks = Arrays.copyOf(chunks, chunks.length + 1);
        replace(chunk);
    }

    private void replace(long[] chunk) {
        chunks[chunks.length - 1] = chunk;
        last = chunk;
    }
}
