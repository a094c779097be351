package io.earshot.dataset;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Bytes of an array as one number, the first of them the lowest, so that eight are compared at once. */
final class EightBytes {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private EightBytes() {}

    /** Eight bytes, which are all there. */
    static long at(byte[] bytes, int at) {
        return (long) WORD.get(bytes, at);
    }

    /** Those up to a place, eight at most; zeros in place of the others. */
    static long upTo(byte[] bytes, int at, int to) {
        int count = to - at;
        if (count >= Long.BYTES) {
            return at(bytes, at);
        }
        if (count > 0 && at + Long.BYTES <= bytes.length) {
            return at(bytes, at) & first(count);
        }
        long word = 0;
        for (int i = 0; i < count; i++) {
            word |= (bytes[at + i] & 0xFFL) << i * Byte.SIZE;
        }
        return word;
    }

    /** Ones where the first of eight bytes are. @param count 1 to 8 */
    static long first(int count) {
        return -1L >>> (Long.BYTES - count) * Byte.SIZE;
    }
}
