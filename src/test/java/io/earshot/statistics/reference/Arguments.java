package io.earshot.statistics.reference;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A check's arguments; one that nobody asked for is a failure, so that none is passed over. */
final class Arguments {
    private final Check check;
    private final String notes;
    private final Set<String> used = new HashSet<>();

    Arguments(Check check, String notes) {
        this.check = check;
        this.notes = notes;
    }

    /** What the case says beside its checks; some say there what their arguments leave out. */
    String notes() {
        return notes;
    }

    /** The check itself, for what stands outside of its arguments. */
    Check check() {
        return check;
    }

    boolean has(String name) {
        return !optional(name).isEmpty();
    }

    String text(String name) {
        return single(required(name)).asText();
    }

    Optional<String> optionalText(String name) {
        return optional(name).map(Arguments::single).map(JsonNode::asText);
    }

    /** The text of a list of one: R may write a single value so. */
    private static JsonNode single(JsonNode node) {
        return node.isArray() && node.size() == 1 ? node.get(0) : node;
    }

    double number(String name) {
        return toNumber(required(name));
    }

    double number(String name, double otherwise) {
        return optional(name).map(Arguments::toNumber).orElse(otherwise);
    }

    long count(String name) {
        return required(name).longValue();
    }

    boolean flag(String name) {
        return required(name).booleanValue();
    }

    /** A list of texts; a single text is a list of one. */
    List<String> texts(String name) {
        JsonNode node = required(name);
        if (!node.isArray()) {
            return List.of(node.asText());
        }
        List<String> texts = new ArrayList<>();
        node.forEach(one -> texts.add(one.asText()));
        return texts;
    }

    /** A list of numbers, NaN for null; a single number is a list of one. */
    double[] numbers(String name) {
        JsonNode node = required(name);
        if (!node.isArray()) {
            return new double[] {toNumber(node)};
        }
        double[] numbers = new double[node.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = toNumber(node.get(i));
        }
        return numbers;
    }

    /** Names to numbers, in order. */
    Map<String, Double> numberMap(String name) {
        return toMap(required(name));
    }

    /** Names to maps of names to numbers, in order. */
    Map<String, Map<String, Double>> numberMaps(String name) {
        Map<String, Map<String, Double>> maps = new LinkedHashMap<>();
        required(name).fields().forEachRemaining(field -> maps.put(field.getKey(), toMap(field.getValue())));
        return maps;
    }

    void requireAllUsed() {
        check.args().fieldNames().forEachRemaining(name -> {
            if (!used.contains(name)) {
                throw new IllegalArgumentException("unknown argument " + name);
            }
        });
    }

    private static Map<String, Double> toMap(JsonNode node) {
        Map<String, Double> map = new LinkedHashMap<>();
        node.fields().forEachRemaining(field -> map.put(field.getKey(), toNumber(field.getValue())));
        return map;
    }

    private static double toNumber(JsonNode node) {
        if (node.isTextual()) {
            return switch (node.asText()) {
                case "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                case "NaN" -> Double.NaN;
                default -> Double.parseDouble(node.asText());
            };
        }
        return node.isNull() ? Double.NaN : node.doubleValue();
    }

    private JsonNode required(String name) {
        return optional(name).orElseThrow(() -> new IllegalArgumentException("argument " + name + " is missing"));
    }

    private Optional<JsonNode> optional(String name) {
        used.add(name);
        JsonNode node = check.args().path(name);
        return node.isMissingNode() || node.isNull() ? Optional.empty() : Optional.of(node);
    }
}
