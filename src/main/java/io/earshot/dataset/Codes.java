package io.earshot.dataset;

/** A growing list of small integers in one, two or four bytes each, as the largest needs. */
abstract sealed class Codes extends Chunked {
    static Codes upTo(int largest) {
        if (largest <= Byte.MAX_VALUE) {
            return new Bytes();
        }
        return largest <= Short.MAX_VALUE ? new Shorts() : new Ints();
    }

    /** The largest code that there is room for. */
    abstract int largest();

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
        makeRoom();
        set(last, size & INSIDE, code);
        size++;
    }

    final void addAll(Codes other) {
        if (other.getClass() == getClass()) {
            addChunks(other);
            return;
        }
        for (int row = 0; row < other.size; row++) {
            add(other.get(row));
        }
    }

    final Codes trimmed() {
        Codes copy = upTo(largest());
        copyTo(copy);
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
