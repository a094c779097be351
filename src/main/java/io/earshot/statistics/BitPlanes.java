package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Missing;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Some rows of a scale with whole scores, 64 rows a word: one plane of bits for who answered and one for each binary digit of
 * the score less the lowest. A sum of products is then Σ 2^(a+b) · (rows with digit a of one and digit b of the other), so that
 * an and with a count of bits takes 64 rows at once.
 */
final class BitPlanes {
    /** Rows of a block: its planes of some dozens of columns stay near the processor. */
    static final int BLOCK = 4096;

    private static final int WORD = Long.SIZE;
    private static final int KINDS = Missing.values().length;
    private static final VarHandle EIGHT_BYTES =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    /** One bit of each of eight bytes. */
    private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;
    /** Moves the lowest bits of eight bytes, the first byte's first, into the highest byte. */
    private static final long GATHER = 0x0102_0408_1020_4080L;

    private final CodedColumn column;
    /** For each position of a code, kinds of missing first: 1 for an answer, and above it the digits of its score. */
    private final int[] values;
    /** Who answered, then the digits from the lowest. */
    private final long[][] planes;

    private final int[] indices = new int[BLOCK];
    private final byte[] bytes = new byte[BLOCK];

    /** @param steps each code's score less the lowest, from 0 to 511 */
    BitPlanes(CodedColumn column, int[] steps) {
        this.column = column;
        this.values = new int[KINDS + steps.length];
        int digits = WORD;
        for (int code = 0; code < steps.length; code++) {
            values[KINDS + code] = steps[code] << 1 | 1;
        }
        digits -= Long.numberOfLeadingZeros(Arrays.stream(values).max().orElse(0) >> 1);
        this.planes = new long[1 + digits][BLOCK / WORD];
    }

    /** Takes up rows, at most a block of them; bits beyond are 0. */
    void read(int from, int size) {
        column.indices(from, size, indices);
        int words = words(size);
        for (int first = 0; first < planes.length; first += Byte.SIZE) {
            for (int row = 0; row < size; row++) {
                bytes[row] = (byte) (values[KINDS + indices[row]] >> first);
            }
            Arrays.fill(bytes, size, words * WORD, (byte) 0);
            int last = Math.min(planes.length, first + Byte.SIZE);
            for (int plane = first; plane < last; plane++) {
                gather(bytes, plane - first, words, planes[plane]);
            }
        }
    }

    /** One bit of each byte. */
    private static void gather(byte[] bytes, int bit, int words, long[] into) {
        for (int word = 0; word < words; word++) {
            long bits = 0;
            for (int eight = 0; eight < Byte.SIZE; eight++) {
                long some = (long) EIGHT_BYTES.get(bytes, word * WORD + eight * Byte.SIZE);
                bits |= ((some >>> bit & LOWEST_BITS) * GATHER >>> (WORD - Byte.SIZE)) << (eight * Byte.SIZE);
            }
            into[word] = bits;
        }
    }

    static int words(int rows) {
        return (rows + WORD - 1) / WORD;
    }

    /** Who answered. */
    long[] answered() {
        return planes[0];
    }

    /** Leaves only rows that are in a mask. */
    void keep(long[] mask, int words) {
        for (long[] plane : planes) {
            for (int word = 0; word < words; word++) {
                plane[word] &= mask[word];
            }
        }
    }

    /** Rows of a mask in which there is an answer. */
    long count(long[] mask, int words) {
        return count(planes[0], mask, words);
    }

    /** The sum of scores in the rows of a mask. */
    long sum(long[] mask, int words) {
        long sum = 0;
        for (int digit = 1; digit < planes.length; digit++) {
            sum += count(planes[digit], mask, words) << (digit - 1);
        }
        return sum;
    }

    /** The sum of products with another column's scores, over the rows that have both. */
    long products(BitPlanes other, int words) {
        long sum = 0;
        for (int digit = 1; digit < other.planes.length; digit++) {
            sum += sum(other.planes[digit], words) << (digit - 1);
        }
        return sum;
    }

    private static long count(long[] a, long[] b, int words) {
        int count = 0;
        for (int word = 0; word < words; word++) {
            count += Long.bitCount(a[word] & b[word]);
        }
        return count;
    }
}
