package io.earshot.dataset;

import io.earshot.questionnaire.Variable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Points in time to the microsecond, in four bytes a row where neighbours are near each other, and eight elsewhere. */
public final class TimeColumn implements Column {
    private final Variable variable;
    private final Times times;
    private final Absences absences;

    private TimeColumn(Variable variable, Times times, Absences absences) {
        this.variable = variable;
        this.times = times;
        this.absences = absences;
    }

    /** The row's time; empty if the row is missing. */
    public Optional<Instant> time(int row) {
        return isMissing(row) ? Optional.empty() : Optional.of(Instant.EPOCH.plus(times.get(row), ChronoUnit.MICROS));
    }

    /** The row's time in microseconds since 1970; of no meaning if the row is missing. */
    public long micros(int row) {
        return times.get(row);
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int rows() {
        return times.size();
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
        return cases.time(this);
    }

    public static Builder builder(Variable variable) {
        return new Builder(variable);
    }

    /** Takes a column row by row; for one thread. */
    public static final class Builder {
        private final Variable variable;
        private final Absences absences = new Absences();
        private final Times times = new Times();

        private Builder(Variable variable) {
            this.variable = variable;
        }

        /** @throws ArithmeticException if the time is outside the years -290308 to 294247 */
        public Builder add(Instant time) {
            return add(ChronoUnit.MICROS.between(Instant.EPOCH, time));
        }

        public Builder addMissing(Missing kind) {
            absences.set(times.size(), kind);
            times.addAny();
            return this;
        }

        /** @param micros since 1970 */
        Builder add(long micros) {
            times.add(micros);
            return this;
        }

        /** Adds all rows of another column. */
        Builder addAll(TimeColumn other) {
            absences.addAll(other.absences, times.size());
            for (int row = 0; row < other.rows(); row++) {
                times.add(other.times.get(row));
            }
            return this;
        }

        public TimeColumn build() {
            return new TimeColumn(variable, times.trimmed(), absences.copy());
        }
    }
}
