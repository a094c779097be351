package io.earshot.dataset;

import java.util.Arrays;

/**
 * A growing list of numbers in chunks, so that growing copies little and no array is so large that Java's memory can't be put in
 * order around it. For one thread while it grows.
 */
abstract sealed class Chunked permits Codes, Longs {
    static final int BITS = 15;
    static final int CHUNK = 1 << BITS;
    static final int INSIDE = CHUNK - 1;
    private static final int FIRST = 64;

    int size;

    // Arrays of numbers, each but the last of a whole chunk.
    Object[] chunks = {};
    // The last of them, which is the one that is being filled.
    Object last = chunks;
    // Numbers that there is room for in all of them.
    private int capacity;

    abstract Object array(int length);

    /** Adds all of a list of the same class. */
    final void addChunks(Chunked other) {
        for (int done = 0; done < other.size; ) {
            int from = done & INSIDE;
            int to = size & INSIDE;
            int part = Math.min(other.size - done, CHUNK - Math.max(from, to));
            makeRoom(part);
            System.arraycopy(other.chunks[done >> BITS], from, last, to, part);
            size += part;
            done += part;
        }
    }

    /** Has room for one number more. */
    final void makeRoom() {
        if (size == capacity) {
            makeRoom(1);
        }
    }

    /** Room for some more numbers in the last chunk, which are no more than it may have. */
    private void makeRoom(int more) {
        if (size + more <= capacity) {
            return;
        }
        int number = size >> BITS;
        int used = size & INSIDE;
        int room = capacity - (number << BITS);
        int length = Math.min(CHUNK, Math.max(used + more, Math.max(FIRST, room * 2)));
        chunks = Arrays.copyOf(chunks, number + 1);
        last = used == 0 ? array(length) : copy(chunks[number], used, length);
        chunks[number] = last;
        capacity = (number << BITS) + length;
    }

    private Object copy(Object array, int used, int length) {
        Object copy = array(length);
        System.arraycopy(array, 0, copy, 0, used);
        return copy;
    }

    /**
     * Makes an empty list of the same class have the same numbers without room to grow; what is added to either later is not in the
     * other, since nothing is written into full chunks.
     */
    final void copyTo(Chunked copy) {
        copy.size = size;
        copy.capacity = size;
        copy.chunks = chunks.clone();
        if (size < capacity) {
            int number = chunks.length - 1;
            int used = size - (number << BITS);
            copy.chunks[number] = copy(chunks[number], used, used);
        }
    }
}
