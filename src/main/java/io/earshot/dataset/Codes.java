package io.earshot.dataset;

import java.util.Arrays;

/**
 * A growing list of small integers in one, two or four bytes each, as the largest needs. In chunks, so that growing copies little
 * and no array is so large that Java's memory can't be put in order around it.
 */
abstract sealed class Codes {
    private static final int BITS = 16;
    private static final int CHUNK = 1 << BITS;
    private static final int INSIDE = CHUNK - 1;

    int size;

    // Arrays of codes, each but the last of a whole chunk.
    private Object[] chunks = {};
    // The last of them, which is the one that is being filled.
    private Object last = chunks;
    // Codes that there is room for in all of them.
    private int capacity;

    static Codes upTo(int largest) {
        if (largest <= Byte.MAX_VALUE) {
            return new Bytes();
        }
        return largest <= Short.MAX_VALUE ? new Shorts() : new Ints();
    }

    /** The largest code that there is room for. */
    abstract int largest();

    abstract Object array(int length);

    abstract int get(Object array, int at);

    abstract void set(Object array, int at, int code);

    abstract void read(Object array, int from, int size, int[] into, int at);

    final int get(int row) {
        return get(chunks[row >> BITS], row & INSIDE);
    }

    /** Writes the codes of as many rows as {@code size} says, from a row on. */
    final void read(int from, int size, int[] into) {
        for (int done = 0; done < size; ) {
            int inside = from + done & INSIDE;
            int part = Math.min(size - done, CHUNK - inside);
            read(chunks[from + done >> BITS], inside, part, into, done);
            done += part;
        }
    }

    final void add(int code) {
        if (size == capacity) {
            makeRoom(1);
        }
        set(last, size & INSIDE, code);
        size++;
    }

    final void addAll(Codes other) {
        if (other.getClass() != getClass()) {
            for (int row = 0; row < other.size; row++) {
                add(other.get(row));
            }
            return;
        }
        for (int done = 0; done < other.size; ) {
            int from = done & INSIDE;
            int to = size & INSIDE;
            int part = Math.min(other.size - done, CHUNK - Math.max(from, to));
            makeRoom(part);
            System.arraycopy(other.chunks[done >> BITS], from, chunks[size >> BITS], to, part);
            size += part;
            done += part;
        }
    }

    /** Room for some more codes in the last chunk, which are no more than it may have. */
    private void makeRoom(int more) {
        if (size + more <= capacity) {
            return;
        }
        int number = size >> BITS;
        int used = size & INSIDE;
        int room = capacity - (number << BITS);
        int length = Math.min(CHUNK, Math.max(used + more, Math.max(64, room * 2)));
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

    /** The same codes without room to grow; what is added to either later is not in the other, since nothing is written into full chunks. */
    final Codes trimmed() {
        Codes copy = upTo(largest());
        copy.size = size;
        copy.capacity = size;
        copy.chunks = chunks.clone();
        if (size < capacity) {
            int number = chunks.length - 1;
            int used = size - (number << BITS);
            copy.chunks[number] = copy(chunks[number], used, used);
        }
        return copy;
    }

    private static final class Bytes extends Codes {
        @Override
        int largest() {
            return Byte.MAX_VALUE;
        }

        @Override
        Object array(int length) {
            return new byte[length];
        }

        @Override
        int get(Object array, int at) {
            return ((byte[]) array)[at];
        }

        @Override
        void set(Object array, int at, int code) {
            ((byte[]) array)[at] = (byte) code;
        }

        @Override
        void read(Object array, int from, int size, int[] into, int at) {
            byte[] codes = (byte[]) array;
            for (int i = 0; i < size; i++) {
                into[at + i] = codes[from + i];
            }
        }
    }

    private static final class Shorts extends Codes {
        @Override
        int largest() {
            return Short.MAX_VALUE;
        }

        @Override
        Object array(int length) {
            return new short[length];
        }

        @Override
        int get(Object array, int at) {
            return ((short[]) array)[at];
        }

        @Override
        void set(Object array, int at, int code) {
            ((short[]) array)[at] = (short) code;
        }

        @Override
        void read(Object array, int from, int size, int[] into, int at) {
            short[] codes = (short[]) array;
            for (int i = 0; i < size; i++) {
                into[at + i] = codes[from + i];
            }
        }
    }

    private static final class Ints extends Codes {
        @Override
        int largest() {
            return Integer.MAX_VALUE;
        }

        @Override
        Object array(int length) {
            return new int[length];
        }

        @Override
        int get(Object array, int at) {
            return ((int[]) array)[at];
        }

        @Override
        void set(Object array, int at, int code) {
            ((int[]) array)[at] = code;
        }

        @Override
        void read(Object array, int from, int size, int[] into, int at) {
            System.arraycopy((int[]) array, from, into, at, size);
        }
    }
}
