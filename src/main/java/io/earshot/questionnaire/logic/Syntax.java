package io.earshot.questionnaire.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What can be said of logic without data: which names it looks at, and what is wrong with it. */
final class Syntax {
    private static final int MAX_DEPTH = 32;

    /** Operators whose second operand looks at one item at a time, so that a {@code var} in it is not one of ours. */
    private static final Set<String> PER_ITEM = Set.of("map", "filter", "reduce", "all", "some", "none");

    private static final Set<String> LAZY = Set.of("var", "if", "?:", "and", "or");

    private static final Pattern DOT = Pattern.compile("\\.");

    private Syntax() {}

    static Optional<String> fault(JsonNode json) {
        return fault(json, false, 0);
    }

    private static Optional<String> fault(JsonNode json, boolean perItem, int depth) {
        if (depth > MAX_DEPTH) {
            return Optional.of("Operations stand inside each other more than " + MAX_DEPTH + " deep; make it simpler.");
        }
        if (json.isArray()) {
            return StreamSupport.stream(json.spliterator(), false)
                    .flatMap(item -> fault(item, perItem, depth + 1).stream())
                    .findFirst();
        }
        if (!json.isObject()) {
            return Optional.empty();
        }
        if (json.size() != 1) {
            return Optional.of(
                    "An operation is an object with one member, its operator; here are " + json.size() + ".");
        }
        Map.Entry<String, JsonNode> operation = json.properties().iterator().next();
        String operator = operation.getKey();
        boolean again = PER_ITEM.contains(operator);
        if (!again && !LAZY.contains(operator) && !Operators.ALL.containsKey(operator)) {
            return Optional.of("There is no operator " + shortened(operator) + "; docs/reference/flow.md lists them.");
        }
        if (again && perItem) {
            // Each level multiplies the time it takes, so that a short condition could run for hours.
            return Optional.of(
                    "The operator " + operator + " must not stand inside another one that goes through a list.");
        }
        return fault(operation.getValue(), perItem || again, depth + 1);
    }

    private static String shortened(String operator) {
        return operator.length() <= 40 ? operator : operator.substring(0, 40) + "…";
    }

    static Set<String> names(JsonNode json) {
        Set<String> names = new LinkedHashSet<>();
        collect(json, names);
        return names;
    }

    private static void collect(JsonNode json, Set<String> names) {
        if (json.isArray()) {
            json.forEach(item -> collect(item, names));
            return;
        }
        if (json.size() != 1) {
            return;
        }
        json.properties().forEach(operation -> {
            JsonNode operands = operation.getValue();
            switch (operation.getKey()) {
                case "var" -> {
                    add(operands.isArray() ? operands.path(0) : operands, names);
                    collect(operands.path(1), names);
                }
                case "missing" -> addAll(operands, names);
                case "missing_some" -> addAll(operands.path(1), names);
                default -> {
                    if (PER_ITEM.contains(operation.getKey())) {
                        collect(operands.isArray() ? operands.path(0) : operands, names);
                        collect(operands.path(2), names);
                    } else {
                        collect(operands, names);
                    }
                }
            }
        });
    }

    private static void addAll(JsonNode operands, Set<String> names) {
        if (operands.isArray()) {
            operands.forEach(name -> addAll(name, names));
        } else {
            add(operands, names);
        }
    }

    private static void add(JsonNode name, Set<String> names) {
        if (name.isTextual() && !name.textValue().isEmpty()) {
            names.add(DOT.split(name.textValue(), 2)[0]);
        } else {
            collect(name, names);
        }
    }
}
