package io.earshot.dataset;

import java.util.Arrays;
import java.util.Optional;

/**
 * A growing list of numbers, each of them exactly, in what takes the least room for all: whole numbers or hundredths in one, two
 * or four bytes, or doubles. NaN stands for no number. For one thread while it grows.
 */
abstract sealed class Numbers permits Numbers.Counted, Numbers.Doubles {
    private static final int[] UNITS = {1, 100};
    private static final int[] LARGEST = {Byte.MAX_VALUE, Short.MAX_VALUE, Integer.MAX_VALUE};

    static Numbers none() {
        return new Counted(0);
    }

    abstract int size();

    abstract double get(int row);

    /** Adds a number; returns the list that has it, which may be another than this. */
    abstract Numbers with(double value);

    /** Adds all of another list; returns the list that has them. */
    Numbers withAll(Numbers other) {
        Numbers all = this;
        for (int row = 0; row < other.size(); row++) {
            all = all.with(other.get(row));
        }
        return all;
    }

    /** A list that has no room to grow. */
    abstract Numbers trimmed();

    /** How many of a part of one each number is. */
    static final class Counted extends Numbers {
        private static final int KINDS = UNITS.length * LARGEST.length;

        private final int kind;
        // How many of it make one.
        private final double unit;
        private final int largest;
        private final int missing;
        private final Codes counts;

        private Counted(int kind) {
            this(kind, Codes.upTo(LARGEST[kind % LARGEST.length]));
        }

        private Counted(int kind, Codes counts) {
            this.kind = kind;
            this.unit = UNITS[kind / LARGEST.length];
            this.largest = LARGEST[kind % LARGEST.length];
            this.missing = -largest - 1;
            this.counts = counts;
        }

        @Override
        int size() {
            return counts.size;
        }

        @Override
        double get(int row) {
            int count = counts.get(row);
            return count == missing ? Double.NaN : count / unit;
        }

        @Override
        Numbers with(double value) {
            if (Double.isNaN(value)) {
                counts.add(missing);
                return this;
            }
            if (!holds(value)) {
                return wider(value).withAll(this).with(value);
            }
            counts.add((int) Math.rint(value * unit));
            return this;
        }

        @Override
        Numbers withAll(Numbers other) {
            if (other instanceof Counted same && same.kind == kind) {
                counts.addAll(same.counts);
                return this;
            }
            return super.withAll(other);
        }

        /** The numbers that there is room for, in ascending order; empty if there are more than two bytes can tell apart. */
        Optional<double[]> points() {
            if (largest > Short.MAX_VALUE) {
                return Optional.empty();
            }
            double[] points = new double[2 * largest + 1];
            Arrays.setAll(points, place -> (place - largest) / unit);
            return Optional.of(points);
        }

        /** Writes the places among {@link #points} of some rows' numbers; -1 for no number. */
        void places(int from, int size, int[] into) {
            counts.read(from, size, into);
            for (int i = 0; i < size; i++) {
                into[i] += largest;
            }
        }

        /** Whether exactly this number comes out again; not -0, which is a double of its own. */
        private boolean holds(double value) {
            double count = Math.rint(value * unit);
            return Math.abs(count) <= largest
                    && Double.doubleToRawLongBits((int) count / unit) == Double.doubleToRawLongBits(value);
        }

        private Numbers wider(double value) {
            for (int wider = kind + 1; wider < KINDS; wider++) {
                Counted candidate = new Counted(wider);
                if (candidate.holds(value)) {
                    return candidate;
                }
            }
            return new Doubles();
        }

        @Override
        Numbers trimmed() {
            return new Counted(kind, counts.trimmed());
        }
    }

    static final class Doubles extends Numbers {
        private final Longs bits;

        private Doubles() {
            this(new Longs());
        }

        private Doubles(Longs bits) {
            this.bits = bits;
        }

        @Override
        int size() {
            return bits.size;
        }

        @Override
        double get(int row) {
            return Double.longBitsToDouble(bits.get(row));
        }

        @Override
        Numbers with(double value) {
            bits.add(Double.doubleToRawLongBits(value));
            return this;
        }

        @Override
        Numbers withAll(Numbers other) {
            if (other instanceof Doubles same) {
                bits.addChunks(same.bits);
                return this;
            }
            return super.withAll(other);
        }

        @Override
        Numbers trimmed() {
            return new Doubles(bits.trimmed());
        }
    }
}
