package io.earshot.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A column put together of parts that come in the order of their rows. An attribute may be numbers in one part and words in
 * another: then it is words. For one thread.
 */
final class JoinedColumn {
    private final List<@Nullable Part> parts = new ArrayList<>();
    private int rows;

    /**
     * Some rows.
     *
     * @param asked false if they are no rows of the column, but rows that were not asked for one like it
     */
    private record Part(Column column, boolean asked, int rows) {}

    /** Takes parts of one kind of column. */
    private record Sink(Taking taking, Skipping skipping, Supplier<Column> build) {}

    private interface Taking {
        void take(Column part);
    }

    private interface Skipping {
        void skip(Missing kind);
    }

    int rows() {
        return rows;
    }

    void append(Column part) {
        parts.add(new Part(part, true, part.rows()));
        rows += part.rows();
    }

    /** Adds rows that were not asked for it, to a column that is like another one. */
    void appendMissing(Column like, int count) {
        parts.add(new Part(like, false, count));
        rows += count;
    }

    /** Once, since it leaves nothing behind; empty if there was no part. */
    Optional<Column> build() {
        Optional<Column> kind = kind();
        if (kind.isEmpty()) {
            return kind;
        }
        Sink sink = kind.orElseThrow().cases(SINKS);
        for (int i = 0; i < parts.size(); i++) {
            Watch.look();
            Part part = parts.set(i, null);
            if (part != null && part.asked) {
                sink.taking.take(part.column);
            }
            for (int row = 0; part != null && !part.asked && row < part.rows; row++) {
                sink.skipping.skip(Missing.NOT_ASKED);
            }
        }
        parts.clear();
        return Optional.of(sink.build.get());
    }

    private Optional<Column> kind() {
        Optional<Column> first = Optional.empty();
        for (Part part : parts) {
            if (part != null && part.column instanceof TextColumn) {
                return Optional.of(part.column);
            }
            first = first.isPresent() || part == null ? first : Optional.of(part.column);
        }
        return first;
    }

    private static final Column.Cases<Sink> SINKS = new Column.Cases<>() {
        @Override
        public Sink coded(CodedColumn column) {
            CodedColumn.Builder builder = CodedColumn.builder(column.variable());
            return new Sink(part -> builder.addAll((CodedColumn) part), builder::addMissing, builder::build);
        }

        @Override
        public Sink multiple(MultipleColumn column) {
            MultipleColumn.Builder builder = MultipleColumn.builder(column.variable());
            return new Sink(part -> builder.addAll((MultipleColumn) part), builder::addMissing, builder::build);
        }

        @Override
        public Sink number(NumberColumn column) {
            NumberColumn.Builder builder = NumberColumn.builder(column.variable());
            return new Sink(part -> builder.addAll((NumberColumn) part), builder::addMissing, builder::build);
        }

        @Override
        public Sink text(TextColumn column) {
            TextColumn.Builder builder = TextColumn.builder(column.variable());
            return new Sink(
                    part -> {
                        if (part instanceof TextColumn text) {
                            builder.addAll(text);
                        } else {
                            addWords(builder, (NumberColumn) part);
                        }
                    },
                    builder::addMissing,
                    builder::build);
        }

        @Override
        public Sink date(DateColumn column) {
            DateColumn.Builder builder = DateColumn.builder(column.variable());
            return new Sink(part -> builder.addAll((DateColumn) part), builder::addMissing, builder::build);
        }

        @Override
        public Sink time(TimeColumn column) {
            TimeColumn.Builder builder = TimeColumn.builder(column.variable());
            return new Sink(part -> builder.addAll((TimeColumn) part), builder::addMissing, builder::build);
        }
    };

    private static void addWords(TextColumn.Builder builder, NumberColumn part) {
        for (int row = 0; row < part.rows(); row++) {
            Optional<Missing> missing = part.missing(row);
            if (missing.isPresent()) {
                builder.addMissing(missing.orElseThrow());
            } else {
                builder.add(word(part.score(row)));
            }
        }
    }

    private static String word(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
