package io.earshot.workbook;

import io.earshot.finding.Base;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A table with its notes and its charts, on whatever it is drawn. For one thread. */
final class Grid {
    private final String title;
    private final List<Head> heads = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private final List<Plot> plots = new ArrayList<>();

    Grid(String title) {
        this.title = title;
    }

    /** A column's head; text where the format is {@link Format#TEXT}. */
    record Head(String text, Format format) {
        boolean isText() {
            return format == Format.TEXT;
        }
    }

    /** A row being filled from left to right; a cell is a {@link String}, a {@link Double} or absent. */
    final class Row {
        private final List<@Nullable Object> cells = new ArrayList<>();
        private boolean drawn = true;

        Row text(String text) {
            cells.add(text);
            return this;
        }

        Row number(double value) {
            cells.add(value);
            return this;
        }

        Row number(OptionalDouble value) {
            cells.add(value.isPresent() ? value.getAsDouble() : null);
            return this;
        }

        Row number(Outcome<? extends Number> value) {
            cells.add(value.toOptional().map(Number::doubleValue).orElse(null));
            return this;
        }

        /** Three cells: the estimate, the lower end and the upper end. */
        Row interval(Outcome<Interval> interval) {
            return number(interval.map(Interval::estimate))
                    .number(interval.map(Interval::low))
                    .number(interval.map(Interval::high));
        }

        /** Leaves the row out of drawings: it sums up rows that are drawn. */
        Row undrawn() {
            drawn = false;
            return this;
        }

        boolean drawn() {
            return drawn;
        }

        Row blank() {
            cells.add(null);
            return this;
        }

        @Nullable
        Object cell(int column) {
            return column < cells.size() ? cells.get(column) : null;
        }
    }

    Grid words(String... names) {
        for (String name : names) {
            heads.add(new Head(name, Format.TEXT));
        }
        return this;
    }

    Grid figures(Format format, String... names) {
        for (String name : names) {
            heads.add(new Head(name, format));
        }
        return this;
    }

    Row row(String label) {
        return row().text(label);
    }

    Row row() {
        Row row = new Row();
        rows.add(row);
        return row;
    }

    /** Says what the grid's figures rest on, where the report has weights. */
    Grid base(Words words, Base base) {
        words.low(base).ifPresent(warnings::add);
        words.base(base).ifPresent(notes::add);
        return this;
    }

    Grid note(String text) {
        notes.add(text);
        return this;
    }

    Grid warning(String text) {
        warnings.add(text);
        return this;
    }

    /** Says why an outcome is not there; nothing where it is. */
    Grid warning(Words words, Outcome<?> outcome) {
        outcome.cases(defined -> notes, undefined -> {
            String why = words.lacking(undefined);
            // Several figures of a table may lack for one reason.
            if (!warnings.contains(why)) {
                warnings.add(why);
            }
            return notes;
        });
        return this;
    }

    Grid plot(Plot plot) {
        plots.add(plot);
        return this;
    }

    String title() {
        return title;
    }

    List<Head> heads() {
        return heads;
    }

    List<Row> rows() {
        return rows;
    }

    /** How many rows there are up to the last one that is drawn. */
    int drawn() {
        int end = rows.size();
        while (end > 0 && !rows.get(end - 1).drawn()) {
            end--;
        }
        return end;
    }

    List<String> notes() {
        return notes;
    }

    List<String> warnings() {
        return warnings;
    }

    List<Plot> plots() {
        return plots;
    }
}
