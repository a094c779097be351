package io.earshot.workspace;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fills a statement's parameters one after the other, each with an array of one value a row: what {@code unnest} makes a
 * table of again, so that one statement serves any number of rows.
 */
public final class RowParameters<T> {
    private final PreparedStatement statement;
    private final List<T> rows;
    private int last;

    public RowParameters(PreparedStatement statement, List<T> rows) {
        this(statement, 1, rows);
    }

    /** @param first the parameter to begin with, from 1 */
    public RowParameters(PreparedStatement statement, int first, List<T> rows) {
        this.statement = statement;
        this.rows = rows;
        this.last = first - 1;
    }

    /** @param type PostgreSQL's name of the elements' type, such as {@code uuid} */
    public RowParameters<T> add(String type, Function<T, @Nullable Object> value) throws SQLException {
        @Nullable Object[] values = array(type, rows.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = value.apply(rows.get(i));
        }
        statement.setArray(++last, statement.getConnection().createArrayOf(type, values));
        return this;
    }

    // The driver sends arrays of these classes in binary, which both sides read and write faster than text.
    private static @Nullable Object[] array(String type, int size) {
        return switch (type) {
            case "text" -> new @Nullable String[size];
            case "int4" -> new @Nullable Integer[size];
            case "int8" -> new @Nullable Long[size];
            case "bool" -> new @Nullable Boolean[size];
            default -> new @Nullable Object[size];
        };
    }
}
