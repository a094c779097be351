package io.earshot.dataset;

import io.earshot.questionnaire.Variable;
import java.util.Objects;
import java.util.Optional;

/** Numbers as they were given, in one to eight bytes a row. */
public final class NumberColumn implements ScoredColumn {
    private final Variable variable;
    private final Numbers values;
    private final Absences absences;

    private NumberColumn(Variable variable, Numbers values, Absences absences) {
        this.variable = variable;
        this.values = values;
        this.absences = absences;
    }

    @Override
    public double score(int row) {
        return values.get(row);
    }

    /**
     * Numbers of which each row has one, in ascending order, where these are fewer than the rows and so few that counting them
     * is less work than looking at each row; they may be more than occur. Empty for other columns.
     */
    public Optional<double[]> points() {
        return values instanceof Numbers.Counted counted
                ? counted.points().filter(points -> points.length < rows())
                : Optional.empty();
    }

    /**
     * Writes the places among {@link #points} of {@code size} rows from a row on into an array's first places; -1 where missing.
     *
     * @throws IllegalStateException if the column has no points
     */
    public void places(int from, int size, int[] into) {
        Objects.checkFromIndexSize(from, size, rows());
        Watch.look();
        if (!(values instanceof Numbers.Counted counted)) {
            throw new IllegalStateException(variable.name() + " has more different numbers than can be counted");
        }
        counted.places(from, size, into);
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int rows() {
        return values.size();
    }

    @Override
    public Optional<Missing> missing(int row) {
        return Double.isNaN(values.get(row)) ? Optional.of(absences.kind(row)) : Optional.empty();
    }

    @Override
    public boolean isMissing(int row) {
        return Double.isNaN(values.get(row));
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
        private Numbers values = Numbers.none();

        private Builder(Variable variable) {
            this.variable = variable;
        }

        /** @throws IllegalArgumentException if the value is not a finite number */
        public Builder add(double value) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("%s holds finite numbers: %s".formatted(variable.name(), value));
            }
            values = values.with(value);
            return this;
        }

        public Builder addMissing(Missing kind) {
            absences.set(values.size(), kind);
            values = values.with(Double.NaN);
            return this;
        }

        /** Adds all rows of another column. */
        Builder addAll(NumberColumn other) {
            absences.addAll(other.absences, values.size());
            values = values.withAll(other.values);
            return this;
        }

        public NumberColumn build() {
            return new NumberColumn(variable, values.trimmed(), absences.copy());
        }
    }
}
