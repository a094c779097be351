package io.earshot.dataset;

import io.earshot.questionnaire.Variable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Days of the calendar without a time zone, four bytes a row. */
public final class DateColumn implements Column {
    private final Variable variable;
    private final int[] days;
    private final Absences absences;

    private DateColumn(Variable variable, int[] days, Absences absences) {
        this.variable = variable;
        this.days = days;
        this.absences = absences;
    }

    /** The row's day; empty if the row is missing. */
    public Optional<LocalDate> date(int row) {
        return isMissing(row) ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(days[row]));
    }

    /** The row's day since 1970; of no meaning if the row is missing. */
    int day(int row) {
        return days[row];
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int rows() {
        return days.length;
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
        return cases.date(this);
    }

    public static Builder builder(Variable variable) {
        return new Builder(variable);
    }

    /** Takes a column row by row; for one thread. */
    public static final class Builder {
        private final Variable variable;
        private final Absences absences = new Absences();
        private int[] days = {};
        private int size;

        private Builder(Variable variable) {
            this.variable = variable;
        }

        /** @throws ArithmeticException if the day is millions of years away */
        public Builder add(LocalDate day) {
            append(Math.toIntExact(day.toEpochDay()));
            return this;
        }

        /** @param day since 1970 */
        Builder addDay(int day) {
            append(day);
            return this;
        }

        public Builder addMissing(Missing kind) {
            absences.set(size, kind);
            append(0);
            return this;
        }

        /** Adds all rows of another column. */
        Builder addAll(DateColumn other) {
            absences.addAll(other.absences, size);
            for (int day : other.days) {
                append(day);
            }
            return this;
        }

        public DateColumn build() {
            return new DateColumn(variable, Arrays.copyOf(days, size), absences.copy());
        }

        private void append(int day) {
            if (size == days.length) {
                days = Arrays.copyOf(days, Math.max(64, size + (size >> 1)));
            }
            days[size++] = day;
        }
    }
}
