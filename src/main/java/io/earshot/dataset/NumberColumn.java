package io.earshot.dataset;

import io.earshot.questionnaire.Variable;
import java.util.Arrays;
import java.util.Optional;

/** Numbers, eight bytes a row. */
public final class NumberColumn implements ScoredColumn {
    private final Variable variable;
    private final double[] values;
    private final Absences absences;

    private NumberColumn(Variable variable, double[] values, Absences absences) {
        this.variable = variable;
        this.values = values;
        this.absences = absences;
    }

    @Override
    public double score(int row) {
        return values[row];
    }

    @Override
    public double[] scores() {
        return values.clone();
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int rows() {
        return values.length;
    }

    @Override
    public Optional<Missing> missing(int row) {
        return Double.isNaN(values[row]) ? Optional.of(absences.kind(row)) : Optional.empty();
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values[row]);
    }

    @Override
    public long count(Missing kind) {
        return absences.count(kind);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.number(this);
    }

    public static Builder builder(Variable variable) {
        return new Builder(variable);
    }

    /** Takes a column row by row; for one thread. */
    public static final class Builder {
        private final Variable variable;
        private final Absences absences = new Absences();
        private double[] values = {};
        private int size;

        private Builder(Variable variable) {
            this.variable = variable;
        }

        /** @throws IllegalArgumentException if the value is not a finite number */
        public Builder add(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("%s holds finite numbers: %s".formatted(variable.name(), value));
            }
            append(value);
            return this;
        }

        public Builder addMissing(Missing kind) {
            absences.set(size, kind);
            append(Double.NaN);
            return this;
        }

        /** Adds all rows of another column. */
        Builder addAll(NumberColumn other) {
            absences.addAll(other.absences, size);
            for (double value : other.values) {
                append(value);
            }
            return this;
        }

        public NumberColumn build() {
            return new NumberColumn(variable, Arrays.copyOf(values, size), absences.copy());
        }

        private void append(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, Math.max(64, size + (size >> 1)));
            }
            values[size++] = value;
        }
    }
}
