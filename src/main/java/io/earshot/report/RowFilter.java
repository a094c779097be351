package io.earshot.report;

import io.earshot.dataset.ChosenRows;
import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.DateColumn;
import io.earshot.dataset.Extract;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.TimeColumn;
import io.earshot.dataset.Watch;
import io.earshot.questionnaire.Condition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Keeps the responses that a condition holds for. It sees answers by variable name, what came with a response under
 * {@code context} (dots nest, as in {@code context.device.os}) and the response's own id, language, status and times under
 * {@code response}; what a response lacks is null.
 */
final class RowFilter {
    private final Condition condition;

    RowFilter(Condition condition) {
        this.condition = condition;
    }

    Extract of(Extract extract) {
        List<Entry> entries = entries(extract);
        Predicate<Map<String, Object>> holds = condition::holds;
        int[] kept = IntStream.range(0, extract.rows())
                .peek(Watch::look)
                .filter(row -> holds.test(data(entries, row)))
                .toArray();
        return ChosenRows.of(extract, kept);
    }

    private record Entry(List<String> path, Column column, IntFunction<Object> value) {}

    /** Only what the condition looks at. */
    private List<Entry> entries(Extract extract) {
        List<Entry> entries = new ArrayList<>();
        for (Column column : extract.answers().columns()) {
            if (condition.names().contains(column.name())) {
                entries.add(entry(List.of(column.name()), column));
            }
        }
        if (condition.names().contains("context")) {
            extract.attributes().forEach(column -> entries.add(entry(path("context", column), column)));
        }
        if (condition.names().contains("response")) {
            extract.identity().forEach(column -> entries.add(entry(path("response", column), column)));
        }
        return entries;
    }

    private static List<String> path(String root, Column column) {
        List<String> path = new ArrayList<>(List.of(root));
        path.addAll(List.of(column.name().split("\\.")));
        return path;
    }

    private static Entry entry(List<String> path, Column column) {
        return new Entry(path, column, column.cases(new Value()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> data(List<Entry> entries, int row) {
        Map<String, Object> data = new HashMap<>();
        for (Entry entry : entries) {
            if (entry.column.isMissing(row)) {
                continue;
            }
            Map<String, Object> at = data;
            for (String step : entry.path.subList(0, entry.path.size() - 1)) {
                // A name that is both a value and the start of others, as a and a.b, keeps the others.
                Object inner = at.get(step);
                if (!(inner instanceof Map)) {
                    inner = new HashMap<String, Object>();
                    at.put(step, inner);
                }
                at = (Map<String, Object>) inner;
            }
            at.put(entry.path.get(entry.path.size() - 1), entry.value.apply(row));
        }
        return data;
    }

    /** Values as JSON has them: codes that are whole numbers as numbers, sets as lists, days and times as ISO text. */
    private static final class Value implements Column.Cases<IntFunction<Object>> {
        @Override
        public IntFunction<Object> coded(CodedColumn column) {
            List<Object> codes = column.codes().stream().map(Value::code).toList();
            return row -> codes.get(column.index(row));
        }

        @Override
        public IntFunction<Object> multiple(MultipleColumn column) {
            return row -> column.chosen(row).stream().map(Value::code).toList();
        }

        @Override
        public IntFunction<Object> number(NumberColumn column) {
            return column::score;
        }

        @Override
        public IntFunction<Object> text(TextColumn column) {
            return row -> column.text(row).orElseThrow();
        }

        @Override
        public IntFunction<Object> date(DateColumn column) {
            return row -> column.date(row).orElseThrow().toString();
        }

        @Override
        public IntFunction<Object> time(TimeColumn column) {
            return row -> column.time(row).orElseThrow().toString();
        }

        private static Object code(String code) {
            return code.matches("-?\\d{1,15}") ? Double.valueOf(code) : code;
        }
    }
}
