package io.earshot.dataset;

import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.Variable.CodedValue;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers of which each is a set of codes, a bit per code; a row that chose none of them is there and is empty. */
public final class MultipleColumn implements Column {
    private final Variable variable;
    private final List<String> codes;
    // Bytes a row.
    private final int width;
    private final Codes bits;
    private final int rows;
    private final Absences absences;

    private MultipleColumn(Builder builder) {
        this.variable = builder.variable;
        this.codes = variable.values().stream().map(CodedValue::code).toList();
        this.width = builder.width;
        this.rows = builder.size;
        this.bits = builder.bits.trimmed();
        this.absences = builder.absences.copy();
    }

    /** The codes in the questionnaire's order, those that nobody chose included. */
    public List<String> codes() {
        return codes;
    }

    /** True if the row chose the code at this position of {@link #codes()}; false for missing rows. */
    public boolean chose(int row, int index) {
        return (bits.get(row * width + (index >> 3)) & 1 << (index & 7)) != 0;
    }

    /** The codes that a row chose, in the questionnaire's order; none for missing rows. */
    public List<String> chosen(int row) {
        return IntStream.range(0, codes.size())
                .filter(index -> chose(row, index))
                .mapToObj(codes::get)
                .toList();
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int rows() {
        return rows;
    }

    @Override
    public Optional<Missing> missing(int row) {
        return isMissing(row) ? Optional.of(absences.kind(row)) : Optional.empty();
    }

    @Override
    public boolean isMissing(int row) {
        return absences.contains(row);
    }

    @Override
    public long count(Missing kind) {
        return absences.count(kind);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.multiple(this);
    }

    public static Builder builder(Variable variable) {
        return new Builder(variable);
    }

    /** Takes a column row by row; for one thread. */
    public static final class Builder {
        private final Variable variable;
        private final Map<String, Integer> positions = new HashMap<>();
        private final int width;
        private final Absences absences = new Absences();
        private final Codes bits = Codes.upTo(Byte.MAX_VALUE);
        // Of the row that is being added.
        private final byte[] chosen;
        private int size;

        private Builder(Variable variable) {
            this.variable = variable;
            for (CodedValue value : variable.values()) {
                positions.put(value.code(), positions.size());
            }
            this.width = Math.max(1, (positions.size() + 7) / 8);
            this.chosen = new byte[width];
        }

        /** @throws IllegalArgumentException if the variable has no such code */
        public Builder add(Collection<String> codes) {
            Arrays.fill(chosen, (byte) 0);
            for (String code : codes) {
                @Nullable Integer position = positions.get(code);
                if (position == null) {
                    throw new IllegalArgumentException(
                            "%s holds codes of %s: %s".formatted(variable.name(), positions.keySet(), code));
                }
                chosen[position >> 3] |= (byte) (1 << (position & 7));
            }
            return addChosen();
        }

        public Builder addMissing(Missing kind) {
            absences.set(size, kind);
            Arrays.fill(chosen, (byte) 0);
            return addChosen();
        }

        /** Adds a row that chose some of the variable's codes; their positions are not checked. */
        Builder addIndices(int[] positions, int count) {
            Arrays.fill(chosen, (byte) 0);
            for (int i = 0; i < count; i++) {
                chosen[positions[i] >> 3] |= (byte) (1 << (positions[i] & 7));
            }
            return addChosen();
        }

        /** Adds all rows of another column of as many codes. */
        Builder addAll(MultipleColumn other) {
            if (other.width != width) {
                throw new IllegalArgumentException(variable.name() + " holds sets of other codes");
            }
            bits.addAll(other.bits);
            absences.addAll(other.absences, size);
            size += other.rows;
            return this;
        }

        public MultipleColumn build() {
            return new MultipleColumn(this);
        }

        private Builder addChosen() {
            for (byte some : chosen) {
                bits.add(some);
            }
            size++;
            return this;
        }
    }
}
