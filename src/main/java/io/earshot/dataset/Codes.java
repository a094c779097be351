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

    static Codes upTo(int largest) {
        if (largest <= Byte.MAX_VALUE) {
            return new Bytes();
        }
        return largest <= Short.MAX_VALUE ? new Shorts() : new Ints();
    }

    /** The largest code that there is room for. */
    abstract int largest();

    abstract int get(int row);

    abstract void add(int code);

    /** An array of a chunk's codes, at the beginning full of them. */
    abstract Object chunk(int number);

    /** Codes that there is room for in a chunk; 0 if there is none yet. */
    abstract int room(int number);

    /** Makes a chunk an array of this length, with the codes that it has. */
    abstract void resize(int number, int length);

    abstract void read(Object chunk, int from, int size, int[] into, int at);

    /** Writes the codes of as many rows as {@code size} says, from a row on. */
    final void read(int from, int size, int[] into) {
        for (int done = 0; done < size; ) {
            int inside = from + done & INSIDE;
            int part = Math.min(size - done, CHUNK - inside);
            read(chunk(from + done >> BITS), inside, part, into, done);
            done += part;
        }
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
            System.arraycopy(other.chunk(done >> BITS), from, chunk(size >> BITS), to, part);
            size += part;
            done += part;
        }
    }

    /** Room for some more codes in the last chunk, which are no more than it may have. */
    final void makeRoom(int more) {
        int number = size >> BITS;
        int needed = (size & INSIDE) + more;
        int room = room(number);
        if (needed > room) {
            resize(number, Math.min(CHUNK, Math.max(needed, Math.max(64, room * 2))));
        }
    }

    /** The same codes without room to grow; what is added to either later is not in the other. */
    final Codes trimmed() {
        Codes copy = upTo(largest());
        copy.size = size;
        for (int number = 0; number << BITS < size; number++) {
            copy.share(this, number);
            copy.resize(number, Math.min(CHUNK, size - (number << BITS)));
        }
        return copy;
    }

    abstract void share(Codes of, int number);

    private static final class Bytes extends Codes {
        private byte[][] chunks = {};

        @Override
        int largest() {
            return Byte.MAX_VALUE;
        }

        @Override
        int get(int row) {
            return chunks[row >> BITS][row & INSIDE];
        }

        @Override
        void add(int code) {
            makeRoom(1);
            chunks[size >> BITS][size & INSIDE] = (byte) code;
            size++;
        }

        @Override
        Object chunk(int number) {
            return chunks[number];
        }

        @Override
        int room(int number) {
            return number < chunks.length ? chunks[number].length : 0;
        }

        @Override
        void resize(int number, int length) {
            byte[] chunk = number < chunks.length ? chunks[number] : new byte[0];
            // Nothing is ever written into an array that is full.
            set(number, chunk.length == length ? chunk : Arrays.copyOf(chunk, length));
        }

        @Override
        void share(Codes of, int number) {
            set(number, ((Bytes) of).chunks[number]);
        }

        private void set(int number, byte[] chunk) {
            if (number == chunks.length) {
                chunks = Arrays.copyOf(chunks, number + 1);
            }
            chunks[number] = chunk;
        }

        @Override
        void read(Object chunk, int from, int size, int[] into, int at) {
            byte[] codes = (byte[]) chunk;
            for (int i = 0; i < size; i++) {
                into[at + i] = codes[from + i];
            }
        }
    }

    private static final class Shorts extends Codes {
        private short[][] chunks = {};

        @Override
        int largest() {
            return Short.MAX_VALUE;
        }

        @Override
        int get(int row) {
            return chunks[row >> BITS][row & INSIDE];
        }

        @Override
        void add(int code) {
            makeRoom(1);
            chunks[size >> BITS][size & INSIDE] = (short) code;
            size++;
        }

        @Override
        Object chunk(int number) {
            return chunks[number];
        }

        @Override
        int room(int number) {
            return number < chunks.length ? chunks[number].length : 0;
        }

        @Override
        void resize(int number, int length) {
            short[] chunk = number < chunks.length ? chunks[number] : new short[0];
            // Nothing is ever written into an array that is full.
            set(number, chunk.length == length ? chunk : Arrays.copyOf(chunk, length));
        }

        @Override
        void share(Codes of, int number) {
            set(number, ((Shorts) of).chunks[number]);
        }

        private void set(int number, short[] chunk) {
            if (number == chunks.length) {
                chunks = Arrays.copyOf(chunks, number + 1);
            }
            chunks[number] = chunk;
        }

        @Override
        void read(Object chunk, int from, int size, int[] into, int at) {
            short[] codes = (short[]) chunk;
            for (int i = 0; i < size; i++) {
                into[at + i] = codes[from + i];
            }
        }
    }

    private static final class Ints extends Codes {
        private int[][] chunks = {};

        @Override
        int largest() {
            return Integer.MAX_VALUE;
        }

        @Override
        int get(int row) {
            return chunks[row >> BITS][row & INSIDE];
        }

        @Override
        void add(int code) {
            makeRoom(1);
            chunks[size >> BITS][size & INSIDE] = code;
            size++;
        }

        @Override
        Object chunk(int number) {
            return chunks[number];
        }

        @Override
        int room(int number) {
            return number < chunks.length ? chunks[number].length : 0;
        }

        @Override
        void resize(int number, int length) {
            int[] chunk = number < chunks.length ? chunks[number] : new int[0];
            // Nothing is ever written into an array that is full.
            set(number, chunk.length == length ? chunk : Arrays.copyOf(chunk, length));
        }

        @Override
        void share(Codes of, int number) {
            set(number, ((Ints) of).chunks[number]);
        }

        private void set(int number, int[] chunk) {
            if (number == chunks.length) {
                chunks = Arrays.copyOf(chunks, number + 1);
            }
            chunks[number] = chunk;
        }

        @Override
        void read(Object chunk, int from, int size, int[] into, int at) {
            System.arraycopy((int[]) chunk, from, into, at, size);
        }
    }
}
