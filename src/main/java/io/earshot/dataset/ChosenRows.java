package io.earshot.dataset;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Some of the rows, in their order: what a filter keeps. */
public final class ChosenRows implements Column.Cases<Column> {
    private final int[] rows;

    private ChosenRows(int[] rows) {
        this.rows = rows;
    }

    /**
     * @param rows places of the rows to keep
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public static Extract of(Extract extract, int... rows) {
        ChosenRows chosen = new ChosenRows(rows.clone());
        return new Extract(
                chosen.of(extract.identity()),
                new Dataset(rows.length, chosen.of(extract.answers().columns())),
                chosen.of(extract.attributes()));
    }

    private List<Column> of(List<Column> columns) {
        return columns.stream().map(column -> column.cases(this)).toList();
    }

    @Override
    public Column coded(CodedColumn column) {
        CodedColumn.Builder builder = CodedColumn.builder(column.variable());
        for (int i = 0; i < rows.length; i++) {
            Watch.look(i);
            int row = rows[i];
            int index = column.index(row);
            if (index < 0) {
                builder.addMissing(column.missing(row).orElseThrow());
            } else {
                builder.add(column.codes().get(index));
            }
        }
        return builder.build();
    }

    @Override
    public Column multiple(MultipleColumn column) {
        MultipleColumn.Builder builder = MultipleColumn.builder(column.variable());
        each(column, row -> builder.add(column.chosen(row)), builder::addMissing);
        return builder.build();
    }

    @Override
    public Column number(NumberColumn column) {
        NumberColumn.Builder builder = NumberColumn.builder(column.variable());
        each(column, row -> builder.add(column.score(row)), builder::addMissing);
        return builder.build();
    }

    @Override
    public Column text(TextColumn column) {
        TextColumn.Builder builder = TextColumn.builder(column.variable());
        each(column, row -> builder.add(column.text(row).orElseThrow()), builder::addMissing);
        return builder.build();
    }

    @Override
    public Column date(DateColumn column) {
        DateColumn.Builder builder = DateColumn.builder(column.variable());
        each(column, row -> builder.add(column.date(row).orElseThrow()), builder::addMissing);
        return builder.build();
    }

    @Override
    public Column time(TimeColumn column) {
        TimeColumn.Builder builder = TimeColumn.builder(column.variable());
        each(column, row -> builder.add(column.time(row).orElseThrow()), builder::addMissing);
        return builder.build();
    }

    private void each(Column column, IntConsumer add, Consumer<Missing> addMissing) {
        for (int i = 0; i < rows.length; i++) {
            Watch.look(i);
            int row = rows[i];
            Optional<Missing> missing = column.missing(row);
            if (missing.isPresent()) {
                addMissing.accept(missing.orElseThrow());
            } else {
                add.accept(row);
            }
        }
    }
}
