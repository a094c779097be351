package io.earshot.dataset;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;

/** Which kind of missing a row is, for columns whose storage has no room to say it; a bit per row and kind in use. */
final class Absences {
    private final Map<Missing, BitSet> rows = new EnumMap<>(Missing.class);

    /** The kind of a row that is known to be missing. */
    Missing kind(int row) {
        for (Map.Entry<Missing, BitSet> entry : rows.entrySet()) {
            if (entry.getValue().get(row)) {
                return entry.getKey();
            }
        }
        throw new IllegalArgumentException("row " + row + " is not missing");
    }

    boolean contains(int row) {
        return rows.values().stream().anyMatch(bits -> bits.get(row));
    }

    void set(int row, Missing kind) {
        rows.computeIfAbsent(kind, unused -> new BitSet()).set(row);
    }

    Absences copy() {
        Absences copy = new Absences();
        rows.forEach((kind, bits) -> copy.rows.put(kind, (BitSet) bits.clone()));
        return copy;
    }
}
