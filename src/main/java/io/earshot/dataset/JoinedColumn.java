package io.earshot.dataset;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A column put together of parts that come in the order of their rows. An attribute may be numbers in one part and words in
 * another: then it is words. For one thread.
 */
final class JoinedColumn {
    private @Nullable Sink sink;
    private int rows;

    /** Takes parts of one kind of column. */
    private record Sink(Taking taking, Skipping skipping, boolean numbers, Supplier<Column> build) {}

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
        Sink sink = fitting(part);
        sink.taking.take(part);
        rows += part.rows();
    }

    /** Adds rows that were not asked for it, to a column that is like another one. */
    void appendMissing(Column like, int count) {
        Sink sink = fitting(like);
        for (int i = 0; i < count; i++) {
            sink.skipping.skip(Missing.NOT_ASKED);
        }
        rows += count;
    }

    /** Once, since it leaves nothing behind; empty if there was no part. */
    Optional<Column> build() {
        Sink all = sink;
        sink = null;
        return Optional.ofNullable(all).map(sink -> sink.build.get());
    }

    private Sink fitting(Column part) {
        Sink now = sink;
        if (now == null) {
            now = part.cases(SINKS);
        } else if (now.numbers && part instanceof TextColumn) {
            Column numbers = now.build.get();
            now = part.cases(SINKS);
            now.taking.take(numbers);
        }
        sink = now;
        return now;
    }

    private static final Column.Cases<Sink> SINKS = new Column.Cases<>() {
        @Override
        public Sink coded(CodedColumn column) {
            CodedColumn.Builder builder = CodedColumn.builder(column.variable());
            return new Sink(part -> builder.addAll((CodedColumn) part), builder::addMissing, false, builder::build);
        }

        @Override
        public Sink multiple(MultipleColumn column) {
            MultipleColumn.Builder builder = MultipleColumn.builder(column.variable());
            return new Sink(part -> builder.addAll((MultipleColumn) part), builder::addMissing, false, builder::build);
        }

        @Override
        public Sink number(NumberColumn column) {
            NumberColumn.Builder builder = NumberColumn.builder(column.variable());
            return new Sink(part -> builder.addAll((NumberColumn) part), builder::addMissing, true, builder::build);
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
                    false,
                    builder::build);
        }

        @Override
        public Sink date(DateColumn column) {
            DateColumn.Builder builder = DateColumn.builder(column.variable());
            return new Sink(part -> builder.addAll((DateColumn) part), builder::addMissing, false, builder::build);
        }

        @Override
        public Sink time(TimeColumn column) {
            TimeColumn.Builder builder = TimeColumn.builder(column.variable());
            return new Sink(part -> builder.addAll((TimeColumn) part), builder::addMissing, false, builder::build);
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
