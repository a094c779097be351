package io.earshot.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The name of a member of a JSON object as PostgreSQL writes it, with the mark and the colon after it; compared eight bytes at a time. */
final class WrittenName {
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int length;
    private final long[] words;
    // Of the last word's bytes those that count.
    private final long mask;

    /** @param name of a variable, which has no character that JSON writes otherwise */
    WrittenName(String name) {
        byte[] bytes = (name + "\":").getBytes(UTF_8);
        length = bytes.length;
        byte[] padded = Arrays.copyOf(bytes, (length + Long.BYTES - 1) / Long.BYTES * Long.BYTES);
        words = new long[padded.length / Long.BYTES];
        Arrays.setAll(words, i -> (long) EIGHT_BYTES.get(padded, i * Long.BYTES));
        mask = -1L >>> (padded.length - length) * Byte.SIZE;
    }

    /** The place after the colon if the name begins at a place; -1 if another does, or if bytes end too soon to tell. */
    int endAt(byte[] json, int at) {
        int last = words.length - 1;
        if (at + words.length * Long.BYTES > json.length) {
            return -1;
        }
        for (int i = 0; i < last; i++) {
            if ((long) EIGHT_BYTES.get(json, at + i * Long.BYTES) != words[i]) {
                return -1;
            }
        }
        long differing = (long) EIGHT_BYTES.get(json, at + last * Long.BYTES) ^ words[last];
        return (differing & mask) == 0 ? at + length : -1;
    }
}
