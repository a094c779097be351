package io.earshot.questionnaire.exchange.xlsform;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A sheet with headings in its first row that is not empty.
 *
 * @param headings in the order of their columns, in one spelling: see {@link Headings}
 */
record Sheet(String name, List<String> headings, List<Row> rows) {
    Sheet {
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
    }

    static Sheet none(String name) {
        return new Sheet(name, List.of(), List.of());
    }

    /** @param lines cells by column, from 0; by number of row, from 1, in rising order */
    static Sheet of(String name, Map<Integer, Map<Integer, String>> lines) {
        Map<Integer, String> headings = Map.of();
        List<Row> rows = new ArrayList<>();
        for (Map.Entry<Integer, Map<Integer, String>> line : lines.entrySet()) {
            Map<Integer, String> cells = new LinkedHashMap<>();
            line.getValue().forEach((column, value) -> {
                if (!value.isBlank()) {
                    cells.put(column, value);
                }
            });
            if (cells.isEmpty()) {
                continue;
            }
            if (headings.isEmpty()) {
                headings = new LinkedHashMap<>();
                for (Map.Entry<Integer, String> cell : cells.entrySet()) {
                    headings.put(cell.getKey(), Headings.canonical(cell.getValue()));
                }
                continue;
            }
            Map<String, String> named = new LinkedHashMap<>();
            for (Map.Entry<Integer, String> cell : cells.entrySet()) {
                String heading = headings.get(cell.getKey());
                if (heading != null) {
                    named.putIfAbsent(heading, cell.getValue());
                }
            }
            rows.add(new Row(name, line.getKey(), named));
        }
        return new Sheet(name, List.copyOf(headings.values()), rows);
    }

    boolean isNamed(String wanted) {
        return name.strip().toLowerCase(Locale.ROOT).equals(wanted);
    }
}
