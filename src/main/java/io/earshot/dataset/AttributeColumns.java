package io.earshot.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the metadata of responses: a column per attribute that any of them has, by name. For one thread. */
final class AttributeColumns {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_REMEMBERED = 4096;

    private final Map<String, Attribute> attributes = new TreeMap<>();
    // Most responses come with what others came with too.
    private ByteDictionary contexts = new ByteDictionary();
    private final List<List<Value>> remembered = new ArrayList<>();
    private int last = -1;
    private int rows;

    /** One attribute's values, each once, and the number of every row's; negative where it has none. */
    private static final class Attribute {
        private final String name;
        private final Map<JsonNode, Integer> numbers = new HashMap<>();
        private final List<JsonNode> values = new ArrayList<>();
        private final Codes codes = Codes.upTo(Integer.MAX_VALUE);

        Attribute(String name) {
            this.name = name;
        }

        int number(JsonNode value) {
            return numbers.computeIfAbsent(value, unknown -> {
                values.add(unknown);
                return values.size() - 1;
            });
        }

        void fill(int rows) {
            while (codes.size < rows) {
                codes.add(-1);
            }
        }

        Column build() {
            boolean onlyNumbers = values.stream().allMatch(JsonNode::isNumber);
            return onlyNumbers ? numbers() : texts();
        }

        private Column numbers() {
            NumberColumn.Builder builder = NumberColumn.builder(variable(Measure.SCALE));
            for (int row = 0; row < codes.size; row++) {
                int code = codes.get(row);
                if (code < 0) {
                    builder.addMissing(Missing.NOT_ASKED);
                } else {
                    builder.add(values.get(code).doubleValue());
                }
            }
            return builder.build();
        }

        private Column texts() {
            List<byte[]> words = values.stream()
                    .map(value -> value.isValueNode() ? value.asText() : value.toString())
                    .map(AnyText::encoded)
                    .toList();
            Absences absences = new Absences();
            for (int row = 0; row < codes.size; row++) {
                if (codes.get(row) < 0) {
                    absences.set(row, Missing.NOT_ASKED);
                }
            }
            return TextColumn.numbered(variable(Measure.TEXT), words, codes, absences);
        }

        private Variable variable(Measure measure) {
            return Variable.of(name, name, Text.of(name), measure);
        }
    }

    private record Value(Attribute attribute, int number) {}

    /** Adds a row's, a JSON object that stands between two places of a text. */
    void add(byte[] json, int from, int to) {
        int known = isLast(json, from, to) ? last : contexts.find(json, from, to);
        if (known < 0) {
            if (contexts.size() == MOST_REMEMBERED) {
                contexts = new ByteDictionary();
                remembered.clear();
            }
            remembered.add(values(json, from, to));
            known = contexts.add(json, from, to);
        }
        last = known;
        for (Value value : remembered.get(known)) {
            value.attribute.fill(rows);
            value.attribute.codes.add(value.number);
        }
        rows++;
    }

    private boolean isLast(byte[] json, int from, int to) {
        return last >= 0 && Arrays.equals(contexts.get(last), 0, contexts.get(last).length, json, from, to);
    }

    private List<Value> values(byte[] json, int from, int to) {
        List<Value> values = new ArrayList<>();
        try {
            JSON.readTree(json, from, to - from).properties().forEach(member -> {
                Attribute attribute = attributes.computeIfAbsent(member.getKey(), Attribute::new);
                values.add(new Value(attribute, member.getValue().isNull() ? -1 : attribute.number(member.getValue())));
            });
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL holds JSON that can't be read", e);
        }
        return values;
    }

    List<Column> build() {
        List<Column> columns = new ArrayList<>();
        for (Attribute attribute : attributes.values()) {
            attribute.fill(rows);
            columns.add(attribute.build());
        }
        return columns;
    }
}
