package io.earshot.dataset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Distinct strings of bytes, numbered from 0 in the order of their coming. For one thread. */
final class ByteDictionary {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    // An odd number without pattern: 2^64 over the golden ratio.
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private byte[][] entries = new byte[16][];
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

    /** The number of these bytes; negative if they are not there. */
    int find(byte[] bytes, int from, int to) {
        for (int slot = slot(bytes, from, to); table[slot] != 0; slot = slot + 1 & table.length - 1) {
            byte[] entry = entries[table[slot] - 1];
            if (entry.length == to - from && Arrays.equals(entry, 0, entry.length, bytes, from, to)) {
                return table[slot] - 1;
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
        }
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
        int slot = slot(entry, 0, entry.length);
        while (table[slot] != 0) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = number + 1;
    }

    private int slot(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = (hash ^ (long) EIGHT_BYTES.get(bytes, at)) * MIX;
            hash ^= hash >>> 32;
        }
        for (; at < to; at++) {
            hash = (hash ^ bytes[at]) * MIX;
        }
        return (int) (hash >>> 32 ^ hash >>> 17) & table.length - 1;
    }
}
