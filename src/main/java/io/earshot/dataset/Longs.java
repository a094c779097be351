package io.earshot.dataset;

/** A growing list of whole numbers of eight bytes. */
final class Longs extends Chunked {
    @Override
    Object array(int length) {
        return new long[length];
    }

    long get(int at) {
        return ((long[]) chunks[at >> BITS])[at & INSIDE];
    }

    void add(long value) {
        makeRoom();
        ((long[]) last)[size & INSIDE] = value;
        size++;
    }

    Longs trimmed() {
        Longs copy = new Longs();
        copyTo(copy);
        return copy;
    }
}
