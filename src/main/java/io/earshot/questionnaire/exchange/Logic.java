package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Writes JsonLogic, such as {@code {"==":[{"var":"plan"},"pro"]}}. */
public final class Logic {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Logic() {}

    public static JsonNode var(String name) {
        return JSON.objectNode().put("var", name);
    }

    public static JsonNode op(String operator, JsonNode... operands) {
        return op(operator, Arrays.asList(operands));
    }

    public static JsonNode op(String operator, List<JsonNode> operands) {
        ObjectNode node = JSON.objectNode();
        node.putArray(operator).addAll(operands);
        return node;
    }

    public static JsonNode not(JsonNode condition) {
        if (condition.isBoolean()) {
            return JSON.booleanNode(!condition.booleanValue());
        }
        return op("!", condition);
    }

    /** All of the conditions; nested ands are drawn into one, no condition is true. */
    public static JsonNode and(List<JsonNode> conditions) {
        return joined("and", conditions, true);
    }

    public static JsonNode and(JsonNode... conditions) {
        return and(Arrays.asList(conditions));
    }

    /** Any of the conditions; no condition is false. */
    public static JsonNode or(List<JsonNode> conditions) {
        return joined("or", conditions, false);
    }

    /** Whether nothing was answered: an answer that isn't there is null. */
    public static JsonNode empty(JsonNode operand) {
        return op("==", operand, JSON.nullNode());
    }

    public static JsonNode answered(JsonNode operand) {
        return op("!=", operand, JSON.nullNode());
    }

    public static JsonNode array(List<JsonNode> items) {
        return JSON.arrayNode().addAll(items);
    }

    public static JsonNode word(String word) {
        return JSON.textNode(word);
    }

    public static JsonNode number(long number) {
        return JSON.numberNode(number);
    }

    public static JsonNode number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() < 18
                ? JSON.numberNode(plain.longValue())
                : JSON.numberNode(plain);
    }

    public static JsonNode truth(boolean value) {
        return JSON.booleanNode(value);
    }

    public static JsonNode nothing() {
        return JSON.nullNode();
    }

    /** How many members an answer that is an array has; 0 if there is no answer. */
    public static JsonNode size(JsonNode set) {
        return op("reduce", set, op("+", var("accumulator"), number(1)), number(0));
    }

    /** The variables that a condition looks at, in its order, without the {@code ""} of inner loops. */
    public static Set<String> variables(JsonNode logic) {
        Set<String> names = new LinkedHashSet<>();
        collect(logic, names);
        names.remove("");
        names.remove("accumulator");
        names.remove("current");
        return names;
    }

    private static void collect(JsonNode logic, Set<String> names) {
        if (logic.isObject() && logic.has("var")) {
            JsonNode named = logic.get("var");
            names.add(named.isArray() ? named.path(0).asText() : named.asText());
        }
        logic.forEach(part -> collect(part, names));
    }

    private static JsonNode joined(String operator, List<JsonNode> conditions, boolean neutral) {
        ArrayNode parts = JSON.arrayNode();
        for (JsonNode condition : conditions) {
            if (condition.isBoolean()) {
                if (condition.booleanValue() != neutral) {
                    return condition;
                }
            } else if (condition.size() == 1 && condition.path(operator).isArray()) {
                parts.addAll((ArrayNode) condition.get(operator));
            } else {
                parts.add(condition);
            }
        }
        if (parts.isEmpty()) {
            return JSON.booleanNode(neutral);
        }
        return parts.size() == 1 ? parts.get(0) : JSON.objectNode().set(operator, parts);
    }
}
