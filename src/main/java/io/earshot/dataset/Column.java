package io.earshot.dataset;

import io.earshot.questionnaire.Variable;
import java.util.Arrays;
import java.util.Optional;

/** One variable's values for all rows: one row per response. Immutable and safe to read from many threads. */
public sealed interface Column permits ScoredColumn, MultipleColumn, TextColumn, DateColumn, TimeColumn {
    Variable variable();

    /** The number of rows, missing ones included. */
    int rows();

    /** Why the value of a row is missing; empty if it is there. */
    Optional<Missing> missing(int row);

    default String name() {
        return variable().name();
    }

    default boolean isMissing(int row) {
        return missing(row).isPresent();
    }

    /** How many rows are missing for a reason. */
    default long count(Missing kind) {
        long count = 0;
        for (int row = 0; row < rows(); row++) {
            Watch.look(row);
            count += missing(row).filter(why -> why == kind).isPresent() ? 1 : 0;
        }
        return count;
    }

    /** How many rows are missing, whatever the reason. */
    default long missing() {
        return Arrays.stream(Missing.values()).mapToLong(this::count).sum();
    }

    <R> R cases(Cases<R> cases);

    /** What to do with each kind of column. */
    interface Cases<R> {
        R coded(CodedColumn column);

        R multiple(MultipleColumn column);

        R number(NumberColumn column);

        R text(TextColumn column);

        R date(DateColumn column);

        R time(TimeColumn column);
    }
}
