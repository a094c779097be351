package io.earshot.dataset;

import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Responses of several readings, one reading under the other. */
public final class StackedRows {
    private StackedRows() {}

    /**
     * One reading.
     *
     * @param asked names of the columns that its respondents were asked for; the others become {@link Missing#NOT_ASKED}
     */
    public record Part(Extract extract, Set<String> asked) {
        public Part {
            asked = Set.copyOf(asked);
        }
    }

    /** @throws IllegalArgumentException if there is no part, or parts have different answers' or identities' columns */
    public static Extract of(List<Part> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to stack");
        }
        Extract first = parts.get(0).extract();
        int rows = parts.stream().mapToInt(part -> part.extract().rows()).sum();
        List<Column> identity = new ArrayList<>();
        for (int i = 0; i < first.identity().size(); i++) {
            int place = i;
            identity.add(stacked(
                    first.identity().get(i),
                    parts.stream()
                            .map(part -> part.extract().identity().get(place))
                            .toList(),
                    parts.stream().map(part -> true).toList()));
        }
        List<Column> answers = first.answers().columns().stream()
                .map(column -> stacked(
                        column,
                        parts.stream()
                                .map(part -> part.extract().answers().column(column.name()))
                                .toList(),
                        parts.stream()
                                .map(part -> part.asked().contains(column.name()))
                                .toList()))
                .toList();
        return new Extract(identity, new Dataset(rows, answers), attributes(parts));
    }

    private static List<Column> attributes(List<Part> parts) {
        Set<String> names = parts.stream()
                .flatMap(part -> part.extract().attributes().stream())
                .map(Column::name)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Column> all = new ArrayList<>();
        for (String name : names) {
            List<Column> columns = new ArrayList<>();
            for (Part part : parts) {
                columns.add(part.extract().attributes().stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseGet(() -> absent(name, part.extract().rows())));
            }
            Column kind = columns.stream()
                    .filter(TextColumn.class::isInstance)
                    .findFirst()
                    .orElse(columns.get(0));
            all.add(stacked(kind, columns, parts.stream().map(part -> true).toList()));
        }
        return all;
    }

    /** What no response of a part has: numbers, since any other kind of column can hold their absence. */
    private static Column absent(String name, int rows) {
        NumberColumn.Builder builder = NumberColumn.builder(Variable.of(name, name, Text.of(name), Measure.SCALE));
        for (int row = 0; row < rows; row++) {
            builder.addMissing(Missing.NOT_ASKED);
        }
        return builder.build();
    }

    private static Column stacked(Column kind, List<Column> parts, List<Boolean> asked) {
        return kind.cases(new Stack(parts, asked));
    }

    private record Stack(List<Column> parts, List<Boolean> asked) implements Column.Cases<Column> {
        private interface Add {
            void to(Column part, int row);
        }

        private interface AddMissing {
            void of(Missing kind);
        }

        private void each(Add add, AddMissing addMissing) {
            for (int i = 0; i < parts.size(); i++) {
                Column part = parts.get(i);
                for (int row = 0; row < part.rows(); row++) {
                    if (!asked.get(i)) {
                        addMissing.of(Missing.NOT_ASKED);
                    } else if (part.isMissing(row)) {
                        addMissing.of(part.missing(row).orElseThrow());
                    } else {
                        add.to(part, row);
                    }
                }
            }
        }

        @Override
        public Column coded(CodedColumn column) {
            CodedColumn.Builder builder = CodedColumn.builder(column.variable());
            each((part, row) -> builder.add(((CodedColumn) part).code(row).orElseThrow()), builder::addMissing);
            return builder.build();
        }

        @Override
        public Column multiple(MultipleColumn column) {
            MultipleColumn.Builder builder = MultipleColumn.builder(column.variable());
            each((part, row) -> builder.add(((MultipleColumn) part).chosen(row)), builder::addMissing);
            return builder.build();
        }

        @Override
        public Column number(NumberColumn column) {
            NumberColumn.Builder builder = NumberColumn.builder(column.variable());
            each((part, row) -> builder.add(((NumberColumn) part).score(row)), builder::addMissing);
            return builder.build();
        }

        /** An attribute may be numbers in one part and words in another: then it is words. */
        @Override
        public Column text(TextColumn column) {
            TextColumn.Builder builder = TextColumn.builder(column.variable());
            each(
                    (part, row) -> builder.add(
                            part instanceof TextColumn text
                                    ? text.text(row).orElseThrow()
                                    : number(((NumberColumn) part).score(row))),
                    builder::addMissing);
            return builder.build();
        }

        private static String number(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }

        @Override
        public Column date(DateColumn column) {
            DateColumn.Builder builder = DateColumn.builder(column.variable());
            each((part, row) -> builder.add(((DateColumn) part).date(row).orElseThrow()), builder::addMissing);
            return builder.build();
        }

        @Override
        public Column time(TimeColumn column) {
            TimeColumn.Builder builder = TimeColumn.builder(column.variable());
            each((part, row) -> builder.add(((TimeColumn) part).time(row).orElseThrow()), builder::addMissing);
            return builder.build();
        }
    }
}
