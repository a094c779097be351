package io.earshot.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Responses as columns of equal length, one row per response.
 *
 * @param rows    the number of responses; 0 or more
 * @param columns the variables, in the questionnaire's order; no two of one name
 */
public record Dataset(int rows, List<Column> columns) {
    public Dataset {
        columns = List.copyOf(columns);
        if (rows < 0) {
            throw new IllegalArgumentException("rows must not be negative: " + rows);
        }
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "column %s must have %d rows: %d".formatted(column.name(), rows, column.rows()));
            }
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("two columns are named " + column.name());
            }
        }
    }

    /** @throws IllegalArgumentException if there is no column of this name */
    public Column column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column is named " + name));
    }

    /** @throws IllegalArgumentException if there is no column of this name, or it is of another kind */
    public <C extends Column> C column(String name, Class<C> kind) {
        Column column = column(name);
        if (!kind.isInstance(column)) {
            throw new IllegalArgumentException("column %s is a %s, not a %s"
                    .formatted(name, column.getClass().getSimpleName(), kind.getSimpleName()));
        }
        return kind.cast(column);
    }
}
