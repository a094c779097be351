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

    abstract int get(int row);

    /** Writes the codes of as many rows as {@code size} says, from a row on. */
    abstract void read(int from, int size, int[] into);

    abstract void add(int code);

    void addAll(Codes other) {
        for (int row = 0; row < other.size; row++) {
            add(other.get(row));
        }
    }

    /** A copy that nobody adds to. */
    abstract Codes trimmed();

    private static int grown(int length) {
        return Math.max(64, length + (length >> 1));
    }

    private static final class Bytes extends Codes {
        private byte[] codes = {};

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
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, grown(size));
            }
            codes[size++] = (byte) code;
        }

        @Override
        void addAll(Codes other) {
            if (other instanceof Bytes bytes) {
                if (size + bytes.size > codes.length) {
                    codes = Arrays.copyOf(codes, Math.max(size + bytes.size, grown(size)));
                }
                System.arraycopy(bytes.codes, 0, codes, size, bytes.size);
                size += bytes.size;
            } else {
                super.addAll(other);
            }
        }

        @Override
        Codes trimmed() {
            Bytes copy = new Bytes();
            copy.codes = Arrays.copyOf(codes, size);
            copy.size = size;
            return copy;
        }
    }

    private static final class Shorts extends Codes {
        private short[] codes = {};

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
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, grown(size));
            }
            codes[size++] = (short) code;
        }

        @Override
        void addAll(Codes other) {
            if (other instanceof Shorts same) {
                if (size + same.size > codes.length) {
                    codes = Arrays.copyOf(codes, Math.max(size + same.size, grown(size)));
                }
                System.arraycopy(same.codes, 0, codes, size, same.size);
                size += same.size;
            } else {
                super.addAll(other);
            }
        }

        @Override
        Codes trimmed() {
            Shorts copy = new Shorts();
            copy.codes = Arrays.copyOf(codes, size);
            copy.size = size;
            return copy;
        }
    }

    private static final class Ints extends Codes {
        private int[] codes = {};

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
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, grown(size));
            }
            codes[size++] = code;
        }

        @Override
        void addAll(Codes other) {
            if (other instanceof Ints same) {
                if (size + same.size > codes.length) {
                    codes = Arrays.copyOf(codes, Math.max(size + same.size, grown(size)));
                }
                System.arraycopy(same.codes, 0, codes, size, same.size);
                size += same.size;
            } else {
                super.addAll(other);
            }
        }

        @Override
        Codes trimmed() {
            Ints copy = new Ints();
            copy.codes = Arrays.copyOf(codes, size);
            copy.size = size;
            return copy;
        }
    }
}
