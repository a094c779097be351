package io.earshot.dataset;

import java.util.Arrays;
import java.util.List;

/** Distinct strings of bytes, numbered from 0 in the order of their coming. For one thread. */
final class ByteDictionary {
    // An odd number without pattern: 2^64 over the golden ratio.
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private byte[][] entries = new byte[16][];
    // The first eight bytes of each entry.
    private long[] heads = new long[16];
    private int size;
    // Number of an entry plus one; 0 is free. Never more than half full.
    private int[] table = new int[32];

    int size() {
        return size;
    }

    /** The caller doesn't change it. */
    byte[] get(int number) {
        return entries[number];
    }

    /** All of them, by their numbers; the caller doesn't change them. */
    List<byte[]> entries() {
        return Arrays.asList(entries).subList(0, size);
    }

    /** The number of these bytes; negative if they are not there. */
    int find(byte[] bytes, int from, int to) {
        long head = EightBytes.upTo(bytes, from, to);
        for (int slot = slot(head, bytes, from, to); table[slot] != 0; slot = slot + 1 & table.length - 1) {
            int number = table[slot] - 1;
            byte[] entry = entries[number];
            if (heads[number] == head
                    && entry.length == to - from
                    && (entry.length <= Long.BYTES || Arrays.equals(entry, 0, entry.length, bytes, from, to))) {
                return number;
            }
        }
        return -1;
    }

    /** The number of these bytes, which are there afterwards. */
    int add(byte[] bytes, int from, int to) {
        int found = find(bytes, from, to);
        if (found >= 0) {
            return found;
        }
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, size * 2);
            heads = Arrays.copyOf(heads, size * 2);
        }
        heads[size] = EightBytes.upTo(bytes, from, to);
        entries[size++] = Arrays.copyOfRange(bytes, from, to);
        if (size * 2 > table.length) {
            table = new int[table.length * 2];
            for (int number = 0; number < size; number++) {
                place(number);
            }
        } else {
            place(size - 1);
        }
        return size - 1;
    }

    private void place(int number) {
        byte[] entry = entries[number];
        int slot = slot(heads[number], entry, 0, entry.length);
        while (table[slot] != 0) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = number + 1;
    }

    private int slot(long head, byte[] bytes, int from, int to) {
        long hash = (head ^ to - from) * MIX;
        for (int at = from + Long.BYTES; at < to; at += Long.BYTES) {
            hash ^= hash >>> 32;
            hash = (hash ^ EightBytes.upTo(bytes, at, to)) * MIX;
        }
        return (int) (hash >>> 32 ^ hash >>> 17) & table.length - 1;
    }
}
