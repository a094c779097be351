package io.earshot.dataset;

import io.earshot.questionnaire.Variable;
import java.time.LocalDate;
import java.util.Optional;

/** Days of the calendar without a time zone; in two bytes a row where all are from 1880 to 2059. */
public final class DateColumn implements Column {
    private final Variable variable;
    // Since 1970.
    private final Numbers days;
    private final Absences absences;

    private DateColumn(Variable variable, Numbers days, Absences absences) {
        this.variable = variable;
        this.days = days;
        this.absences = absences;
    }

    /** The row's day; empty if the row is missing. */
    public Optional<LocalDate> date(int row) {
        return isMissing(row) ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day(row)));
    }

    /** The row's day since 1970; of no meaning if the row is missing. */
    int day(int row) {
        return (int) days.get(row);
    }

    @Override
    public Variable variable() {
        return variable;
    }

    @Override
    public int rows() {
        return days.size();
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
        private Numbers days = Numbers.none();

        private Builder(Variable variable) {
            this.variable = variable;
        }

        /** @throws ArithmeticException if the day is millions of years away */
        public Builder add(LocalDate day) {
            return addDay(Math.toIntExact(day.toEpochDay()));
        }

        /** @param day since 1970 */
        Builder addDay(int day) {
            days = days.with(day);
            return this;
        }

        public Builder addMissing(Missing kind) {
            absences.set(days.size(), kind);
            days = days.with(Double.NaN);
            return this;
        }

        /** Adds all rows of another column. */
        Builder addAll(DateColumn other) {
            absences.addAll(other.absences, days.size());
            days = days.withAll(other.days);
            return this;
        }

        public DateColumn build() {
            return new DateColumn(variable, days.trimmed(), absences.copy());
        }
    }
}
