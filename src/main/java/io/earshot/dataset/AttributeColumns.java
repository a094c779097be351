package io.earshot.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the metadata of responses: a column per attribute that any of them has, by name. */
final class AttributeColumns {
    private final Map<String, List<JsonNode>> values = new TreeMap<>();
    // Most values come again and again: one copy of each.
    private final Map<JsonNode, JsonNode> known = new HashMap<>();
    private int rows;

    void add(JsonNode context) {
        context.fields().forEachRemaining(attribute -> {
            List<JsonNode> column = values.computeIfAbsent(attribute.getKey(), name -> new ArrayList<>());
            fill(column, rows);
            column.add(known.computeIfAbsent(attribute.getValue(), same -> same));
        });
        rows++;
    }

    List<Column> build() {
        List<Column> columns = new ArrayList<>();
        values.forEach((name, column) -> {
            fill(column, rows);
            boolean numbers = column.stream().allMatch(value -> value.isNull() || value.isNumber());
            columns.add(numbers ? numbers(name, column) : texts(name, column));
        });
        return columns;
    }

    private static void fill(List<JsonNode> column, int rows) {
        while (column.size() < rows) {
            column.add(NullNode.getInstance());
        }
    }

    private static Column numbers(String name, List<JsonNode> values) {
        NumberColumn.Builder builder = NumberColumn.builder(variable(name, Measure.SCALE));
        for (JsonNode value : values) {
            if (value.isNull()) {
                builder.addMissing(Missing.NOT_ASKED);
            } else {
                builder.add(value.doubleValue());
            }
        }
        return builder.build();
    }

    private static Column texts(String name, List<JsonNode> values) {
        TextColumn.Builder builder = TextColumn.builder(variable(name, Measure.TEXT));
        for (JsonNode value : values) {
            if (value.isNull()) {
                builder.addMissing(Missing.NOT_ASKED);
            } else {
                builder.add(value.isValueNode() ? value.asText() : value.toString());
            }
        }
        return builder.build();
    }

    private static Variable variable(String name, Measure measure) {
        return Variable.of(name, name, Text.of(name), measure);
    }
}
