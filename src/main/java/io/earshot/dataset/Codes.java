package io.earshot.dataset;

import java.util.Arrays;

/** A growing list of small integers in one, two or four bytes each, as the largest needs. */
abstract sealed class Codes {
    int size;

    static Codes upTo(int largest) {
        if (largest <= Byte.MAX_VALUE) {
            return new Bytes();
        }
        return largest <= Short.MAX_VALUE ? new Shorts() : new Ints();
    }

    /** The largest code that there is room for. */
    abstract int largest();

    abstract int get(int row);

    /** Writes the codes of as many rows as {@code size} says, from a row on. */
    abstract void read(int from, int size, int[] into);

    abstract void add(int code);

    void addAll(Codes other) {
        if (other.getClass() == getClass()) {
            makeRoom(size + other.size);
            System.arraycopy(other.array(), 0, array(), size, other.size);
            size += other.size;
            return;
        }
        for (int row = 0; row < other.size; row++) {
            add(other.get(row));
        }
    }

    /** What holds the codes, and room for more. */
    abstract Object array();

    abstract void makeRoom(int needed);

    /** The same codes without room to grow; what is added to either later is not in the other. */
    abstract Codes trimmed();

    /** Of an array that is full: so that adding one by one copies each code a few times at most. */
    static int grown(int length) {
        return Math.max(64, length + (length >> 1));
    }

    private static final class Bytes extends Codes {
        private byte[] codes = {};

        @Override
        int largest() {
            return Byte.MAX_VALUE;
        }

        @Override
        int get(int row) {
            return codes[row];
        }

        @Override
        void read(int from, int size, int[] into) {
            for (int i = 0; i < size; i++) {
                into[i] = codes[from + i];
            }
        }

        @Override
        void add(int code) {
            makeRoom(size + 1);
            codes[size++] = (byte) code;
        }

        @Override
        Object array() {
            return codes;
        }

        @Override
        void makeRoom(int needed) {
            if (needed > codes.length) {
                codes = Arrays.copyOf(codes, Math.max(needed, grown(codes.length)));
            }
        }

        @Override
        Codes trimmed() {
            Bytes copy = new Bytes();
            // Nothing is ever written into an array that is full.
            copy.codes = size == codes.length ? codes : Arrays.copyOf(codes, size);
            copy.size = size;
            return copy;
        }
    }

    private static final class Shorts extends Codes {
        private short[] codes = {};

        @Override
        int largest() {
            return Short.MAX_VALUE;
        }

        @Override
        int get(int row) {
            return codes[row];
        }

        @Override
        void read(int from, int size, int[] into) {
            for (int i = 0; i < size; i++) {
                into[i] = codes[from + i];
            }
        }

        @Override
        void add(int code) {
            makeRoom(size + 1);
            codes[size++] = (short) code;
        }

        @Override
        Object array() {
            return codes;
        }

        @Override
        void makeRoom(int needed) {
            if (needed > codes.length) {
                codes = Arrays.copyOf(codes, Math.max(needed, grown(codes.length)));
            }
        }

        @Override
        Codes trimmed() {
            Shorts copy = new Shorts();
            // Nothing is ever written into an array that is full.
            copy.codes = size == codes.length ? codes : Arrays.copyOf(codes, size);
            copy.size = size;
            return copy;
        }
    }

    private static final class Ints extends Codes {
        private int[] codes = {};

        @Override
        int largest() {
            return Integer.MAX_VALUE;
        }

        @Override
        int get(int row) {
            return codes[row];
        }

        @Override
        void read(int from, int size, int[] into) {
            System.arraycopy(codes, from, into, 0, size);
        }

        @Override
        void add(int code) {
            makeRoom(size + 1);
            codes[size++] = code;
        }

        @Override
        Object array() {
            return codes;
        }

        @Override
        void makeRoom(int needed) {
            if (needed > codes.length) {
                codes = Arrays.copyOf(codes, Math.max(needed, grown(codes.length)));
            }
        }

        @Override
        Codes trimmed() {
            Ints copy = new Ints();
            // Nothing is ever written into an array that is full.
            copy.codes = size == codes.length ? codes : Arrays.copyOf(codes, size);
            copy.size = size;
            return copy;
        }
    }
}
