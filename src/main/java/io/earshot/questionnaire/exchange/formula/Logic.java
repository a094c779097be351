package io.earshot.questionnaire.exchange.formula;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/** Pieces of JsonLogic. Constants are folded, so that a condition that is always true can be seen to be so. */
public final class Logic {
    private Logic() {}

    public static ObjectNode of(String operator, JsonNode... operands) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (JsonNode operand : operands) {
            list.add(operand);
        }
        return JsonNodeFactory.instance.objectNode().set(operator, list);
    }

    public static ObjectNode of(String operator, List<JsonNode> operands) {
        return of(operator, operands.toArray(JsonNode[]::new));
    }

    public static ObjectNode variable(String name) {
        return JsonNodeFactory.instance.objectNode().put("var", name);
    }

    /** Whether nothing was answered: neither a 0 nor an empty list counts as nothing to {@code missing}. */
    public static JsonNode isEmpty(String name) {
        return of("!!", of("missing", TextNode.valueOf(name)));
    }

    public static JsonNode isAnswered(String name) {
        return of("!", of("missing", TextNode.valueOf(name)));
    }

    public static JsonNode not(JsonNode condition) {
        if (condition.isBoolean()) {
            return BooleanNode.valueOf(!condition.booleanValue());
        }
        if (condition.isObject() && condition.path("!!").size() == 1) {
            return of("!", condition.path("!!").get(0));
        }
        if (condition.isObject()
                && condition.path("!").size() == 1
                && condition.path("!").isArray()) {
            return of("!!", condition.path("!").get(0));
        }
        return of("!", condition);
    }

    /** {@code and} and {@code or} without operands that decide nothing; an empty {@code and} is true. */
    public static JsonNode and(List<JsonNode> conditions) {
        return joined("and", conditions, BooleanNode.TRUE);
    }

    public static JsonNode or(List<JsonNode> conditions) {
        return joined("or", conditions, BooleanNode.FALSE);
    }

    private static JsonNode joined(String operator, List<JsonNode> conditions, BooleanNode neutral) {
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode condition : conditions) {
            if (condition.isBoolean() && condition.booleanValue() != neutral.booleanValue()) {
                return condition;
            }
            if (!condition.isBoolean() && !kept.contains(condition)) {
                kept.add(condition);
            }
        }
        if (kept.isEmpty()) {
            return neutral;
        }
        return kept.size() == 1 ? kept.get(0) : of(operator, kept);
    }
}
