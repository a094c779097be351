package io.earshot.dataset;

import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.Variable.CodedValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Nominal or ordinal answers: one code of the variable's list per row, in one byte for lists of up to 127 codes. */
public final class CodedColumn implements ScoredColumn {
    private static final Missing[] KINDS = Missing.values();
    private static final int BLOCK = 1 << 12;

    private final Variable variable;
    private final List<String> codes;
    private final double[] scores;
    private final Codes indices;
    // How many rows are missing for each reason; counted when first asked for, since the column never changes.
    private volatile long @Nullable [] absences;

    private CodedColumn(Variable variable, Codes indices) {
        this.variable = variable;
        this.codes = variable.values().stream().map(CodedValue::code).toList();
        this.scores = scoresOf(codes);
        this.indices = indices;
    }

    /** The codes in the questionnaire's order, those that nobody chose included. */
    public List<String> codes() {
        return codes;
    }

    /** The position of the row's code in {@link #codes()}; negative if the row is missing. */
    public int index(int row) {
        return indices.get(row);
    }

    /** Writes {@link #index} of {@code size} rows from a row on into an array's first places; faster than row by row. */
    public void indices(int from, int size, int[] into) {
        Objects.checkFromIndexSize(from, size, rows());
        Watch.look();
        indices.read(from, size, into);
    }

    /** The row's code; empty if the row is missing. */
    public Optional<String> code(int row) {
        int index = index(row);
        return index < 0 ? Optional.empty() : Optional.of(codes.get(index));
    }

    /** {@link #scoreOf} of all codes, in their order; a copy. */
    public double[] points() {
        return scores.clone();
    }

    /** The number that a code stands for: itself where all codes are decimal numbers, its position from 1 otherwise. */
    public double scoreOf(int index) {
        return scores[index];
    }

    @Override
    public double score(int row) {
        int index = index(row);
        return index < 0 ? Double.NaN : scores[index];
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int rows() {
        return indices.size;
    }

    @Override
    public Optional<Missing> missing(int row) {
        int index = index(row);
        return index < 0 ? Optional.of(KINDS[-1 - index]) : Optional.empty();
    }

    @Override
    public boolean isMissing(int row) {
        return index(row) < 0;
    }

    @Override
    public long count(Missing kind) {
        long[] known = absences;
        if (known == null) {
            known = countAbsences();
            absences = known;
        }
        return known[kind.ordinal()];
    }

    private long[] countAbsences() {
        long[] counts = new long[KINDS.length];
        int[] block = new int[Math.min(BLOCK, indices.size)];
        for (int from = 0; from < indices.size; from += block.length) {
            int size = Math.min(block.length, indices.size - from);
            indices(from, size, block);
            for (int i = 0; i < size; i++) {
                if (block[i] < 0) {
                    counts[-1 - block[i]]++;
                }
            }
        }
        return counts;
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.coded(this);
    }

    public static Builder builder(Variable variable) {
        return new Builder(variable);
    }

    private static double[] scoresOf(List<String> codes) {
        double[] scores = new double[codes.size()];
        boolean numbers = codes.stream().allMatch(code -> code.matches("-?\\d{1,15}(\\.\\d{1,15})?"));
        for (int i = 0; i < scores.length; i++) {
            scores[i] = numbers ? Double.parseDouble(codes.get(i)) : i + 1;
        }
        return scores;
    }

    /** Takes a column row by row; for one thread. */
    public static final class Builder {
        private final Variable variable;
        private final Map<String, Integer> positions = new HashMap<>();
        private final Codes indices;

        private Builder(Variable variable) {
            this.variable = variable;
            for (CodedValue value : variable.values()) {
                positions.put(value.code(), positions.size());
            }
            this.indices = Codes.upTo(positions.size());
        }

        /** @throws IllegalArgumentException if the variable has no such code */
        public Builder add(String code) {
            @Nullable Integer position = positions.get(code);
            if (position == null) {
                throw new IllegalArgumentException(
                        "%s holds one of %s: %s".formatted(variable.name(), positions.keySet(), code));
            }
            indices.add(position);
            return this;
        }

        public Builder addMissing(Missing kind) {
            indices.add(-1 - kind.ordinal());
            return this;
        }

        /** @throws IllegalArgumentException if the variable has no code at this position of its list */
        public Builder addAt(int index) {
            if (index < 0 || index >= positions.size()) {
                throw new IllegalArgumentException(
                        "%s has %d codes, none at %d".formatted(variable.name(), positions.size(), index));
            }
            return addIndex(index);
        }

        /** @param index position of a code of the variable, not checked */
        Builder addIndex(int index) {
            indices.add(index);
            return this;
        }

        /** Adds all rows of another column of the same codes. */
        Builder addAll(CodedColumn other) {
            if (other.codes.size() != positions.size() || !positions.keySet().containsAll(other.codes)) {
                throw new IllegalArgumentException(
                        "%s holds one of %s, not of %s".formatted(variable.name(), positions.keySet(), other.codes));
            }
            indices.addAll(other.indices);
            return this;
        }

        public CodedColumn build() {
            return new CodedColumn(variable, indices.trimmed());
        }
    }
}
