package io.earshot.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A growing list of times in microseconds, block by block: where a block's times are near each other, or far but of whole
 * milliseconds or seconds, in four bytes each, as those of responses in the order of their receipt nearly always are; otherwise in
 * eight. For one thread while it grows.
 */
final class Times {
    private static final int BITS = 10;
    private static final int ROWS = 1 << BITS;
    private static final int[] UNITS = {1, 1_000, 1_000_000};

    private final List<Block> full;
    private long[] rest = new long[ROWS];
    private int used;
    private long last;

    Times() {
        this(new ArrayList<>());
    }

    private Times(List<Block> full) {
        this.full = full;
    }

    private interface Block {
        long get(int at);
    }

    /** @param steps of a unit, from the least */
    private record Near(long least, long unit, int... steps) implements Block {
        @Override
        public long get(int at) {
            return least + steps[at] * unit;
        }
    }

    private record Far(long... micros) implements Block {
        @Override
        public long get(int at) {
            return micros[at];
        }
    }

    int size() {
        return full.size() * ROWS + used;
    }

    long get(int row) {
        int block = row >> BITS;
        return block < full.size() ? full.get(block).get(row & ROWS - 1) : rest[row & ROWS - 1];
    }

    void add(long micros) {
        rest[used++] = micros;
        last = micros;
        if (used == ROWS) {
            full.add(packed(rest));
            used = 0;
        }
    }

    /** Adds a row of which the time has no meaning: near the one before, so that it takes no room. */
    void addAny() {
        add(last);
    }

    /** A copy that nobody adds to. */
    Times trimmed() {
        Times copy = new Times(List.copyOf(full));
        copy.rest = Arrays.copyOf(rest, used);
        copy.used = used;
        return copy;
    }

    private static Block packed(long[] micros) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (long each : micros) {
            least = Math.min(least, each);
            most = Math.max(most, each);
        }
        long span = most - least;
        for (int unit : UNITS) {
            if (span >= 0 && span / unit <= Integer.MAX_VALUE && isMultiple(micros, least, unit)) {
                int[] steps = new int[micros.length];
                for (int i = 0; i < steps.length; i++) {
                    steps[i] = (int) ((micros[i] - least) / unit);
                }
                return new Near(least, unit, steps);
            }
        }
        return new Far(micros.clone());
    }

    private static boolean isMultiple(long[] micros, long least, int unit) {
        for (long each : micros) {
            if ((each - least) % unit != 0) {
                return false;
            }
        }
        return true;
    }
}
