package io.earshot.dataset;

import io.earshot.questionnaire.Variable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** Points in time to the microsecond, eight bytes a row. */
public final class TimeColumn implements Column {
    private final Variable variable;
    private final long[] micros;
    private final Absences absences;

    private TimeColumn(Variable variable, long[] micros, Absences absences) {
        this.variable = variable;
        this.micros = micros;
        this.absences = absences;
    }

    /** The row's time; empty if the row is missing. */
    public Optional<Instant> time(int row) {
        return isMissing(row) ? Optional.empty() : Optional.of(Instant.EPOCH.plus(micros[row], ChronoUnit.MICROS));
    }

    /** The row's time in microseconds since 1970; of no meaning if the row is missing. */
    public long micros(int row) {
        return micros[row];
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int rows() {
        return micros.length;
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
        private long[] micros = {};
        private int size;

        private Builder(Variable variable) {
            this.variable = variable;
        }

        /** @throws ArithmeticException if the time is outside the years -290308 to 294247 */
        public Builder add(Instant time) {
            append(ChronoUnit.MICROS.between(Instant.EPOCH, time));
            return this;
        }

        public Builder addMissing(Missing kind) {
            absences.set(size, kind);
            append(0);
            return this;
        }

        /** @param micros since 1970 */
        Builder add(long micros) {
            append(micros);
            return this;
        }

        /** Adds all rows of another column. */
        Builder addAll(TimeColumn other) {
            absences.addAll(other.absences, size);
            for (long time : other.micros) {
                append(time);
            }
            return this;
        }

        public TimeColumn build() {
            return new TimeColumn(variable, Arrays.copyOf(micros, size), absences.copy());
        }

        private void append(long value) {
            if (size == micros.length) {
                micros = Arrays.copyOf(micros, Math.max(64, size + (size >> 1)));
            }
            micros[size++] = value;
        }
    }
}
