package io.earshot.dataset;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Which kind of missing a row is, for columns whose storage has no room to say it; a bit per row and kind in use. */
final class Absences {
    private static final Missing[] KINDS = Missing.values();

    private final @Nullable BitSet[] rows = new @Nullable BitSet[KINDS.length];

    /** The kind of a row that is known to be missing. */
    Missing kind(int row) {
        for (Missing kind : KINDS) {
            BitSet bits = rows[kind.ordinal()];
            if (bits != null && bits.get(row)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("row " + row + " is not missing");
    }

    boolean contains(int row) {
        for (BitSet bits : rows) {
            if (bits != null && bits.get(row)) {
                return true;
            }
        }
        return false;
    }

    int count(Missing kind) {
        BitSet bits = rows[kind.ordinal()];
        return bits == null ? 0 : bits.cardinality();
    }

    void set(int row, Missing kind) {
        of(kind).set(row);
    }

    /** The rows of a kind, as {@link BitSet#toLongArray} gives them. */
    long[] words(Missing kind) {
        BitSet bits = rows[kind.ordinal()];
        return bits == null ? new long[0] : bits.toLongArray();
    }

    /** Adds those of another column whose first row is at {@code offset} here. */
    void addAll(Absences other, int offset) {
        for (Missing kind : KINDS) {
            BitSet bits = other.rows[kind.ordinal()];
            for (int row = bits == null ? -1 : bits.nextSetBit(0); row >= 0 && bits != null; ) {
                int end = bits.nextClearBit(row);
                of(kind).set(offset + row, offset + end);
                row = bits.nextSetBit(end);
            }
        }
    }

    void addAll(Missing kind, long[] words) {
        of(kind).or(BitSet.valueOf(words));
    }

    Absences copy() {
        Absences copy = new Absences();
        for (int kind = 0; kind < rows.length; kind++) {
            BitSet bits = rows[kind];
            copy.rows[kind] = bits == null ? null : (BitSet) bits.clone();
        }
        return copy;
    }

    private BitSet of(Missing kind) {
        BitSet bits = rows[kind.ordinal()];
        if (bits == null) {
            bits = new BitSet();
            rows[kind.ordinal()] = bits;
        }
        return bits;
    }
}
