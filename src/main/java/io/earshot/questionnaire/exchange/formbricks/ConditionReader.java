package io.earshot.questionnaire.exchange.formbricks;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Logic;
import io.earshot.questionnaire.exchange.NotCarriable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Formbricks' condition groups as JsonLogic. */
final class ConditionReader {
    private final Reading reading;

    /** Variables that are computed: what their value is at the point that is looked at. */
    private final Map<String, JsonNode> values;

    ConditionReader(Reading reading, Map<String, JsonNode> values) {
        this.reading = reading;
        this.values = values;
    }

    JsonNode group(JsonNode group) throws NotCarriable {
        if (!group.path("conditions").isArray()) {
            return single(group);
        }
        List<JsonNode> parts = new ArrayList<>();
        for (JsonNode condition : group.path("conditions")) {
            parts.add(condition.has("conditions") ? group(condition) : single(condition));
        }
        return group.path("connector").asText("and").equals("or") ? Logic.or(parts) : Logic.and(parts);
    }

    /** The form before groups: {@code condition} and {@code value} on the question itself. */
    JsonNode older(String question, JsonNode logic) throws NotCarriable {
        return compared(
                asked("question", question), name(logic.path("condition").asText()), logic.path("value"));
    }

    private static String name(String older) {
        return switch (older) {
            case "submitted" -> "isSubmitted";
            case "skipped" -> "isSkipped";
            case "accepted" -> "isAccepted";
            case "clicked" -> "isClicked";
            case "notEquals" -> "doesNotEqual";
            case "lessThan" -> "isLessThan";
            case "lessEqual" -> "isLessThanOrEqual";
            case "greaterThan" -> "isGreaterThan";
            case "greaterEqual" -> "isGreaterThanOrEqual";
            case "includesAll" -> "includesAllOf";
            case "includesOne" -> "includesOneOf";
            case "isCompletelySubmitted", "isPartiallySubmitted", "equals" -> older;
            default -> older;
        };
    }

    private JsonNode single(JsonNode condition) throws NotCarriable {
        JsonNode left = condition.path("leftOperand");
        JsonNode right = condition.path("rightOperand");
        String type = left.path("type").asText();
        String id = left.path("value").asText();
        if (type.equals("variable") && values.containsKey(id)) {
            return compared(
                    values.get(id), operand(right), condition.path("operator").asText());
        }
        JsonNode row = left.path("meta").path("row");
        Asked asked = asked(type, row.isMissingNode() ? id : id + "/" + row.asText());
        if (right.path("type").asText("static").equals("static")) {
            return compared(asked, condition.path("operator").asText(), right.path("value"));
        }
        return compared(asked.var(), operand(right), condition.path("operator").asText());
    }

    private Asked asked(String type, String id) throws NotCarriable {
        return reading.find(id)
                .orElseThrow(() -> new NotCarriable("It looks at the " + (type.isEmpty() ? "question" : type) + " " + id
                        + ", which the draft doesn't ask or asks in parts."));
    }

    /** A value of an action or condition: a constant, or what a question, variable or hidden field holds. */
    JsonNode operand(JsonNode value) throws NotCarriable {
        String id = value.path("value").asText();
        if (value.path("type").asText("static").equals("static")) {
            return value.path("value");
        }
        JsonNode known = values.get(id);
        return known != null ? known : asked(value.path("type").asText(), id).var();
    }

    private static JsonNode compared(Asked asked, String operator, JsonNode value) throws NotCarriable {
        JsonNode var = asked.var();
        switch (operator) {
            case "isSubmitted", "isPartiallySubmitted", "isCompletelySubmitted", "isSet", "isNotEmpty" -> {
                return Logic.answered(var);
            }
            case "isClicked" -> {
                return Logic.op("==", var, Logic.word("clicked"));
            }
            case "isNotClicked" -> {
                return Logic.not(Logic.op("==", var, Logic.word("clicked")));
            }
            case "isSkipped", "isNotSet", "isEmpty" -> {
                return Logic.empty(var);
            }
            case "isAccepted" -> {
                return Logic.op("==", var, Logic.word("agreed"));
            }
            case "equalsOneOf",
                    "isAnyOf",
                    "includesOneOf",
                    "includesAllOf",
                    "doesNotIncludeOneOf",
                    "doesNotIncludeAllOf" -> {
                List<JsonNode> parts = new ArrayList<>();
                value.forEach(one -> parts.add(asked.has(one)));
                boolean all = operator.endsWith("AllOf");
                // What is not included "one of" is included not at all.
                JsonNode any = all ? Logic.and(parts) : Logic.or(parts);
                return operator.startsWith("doesNot") ? Logic.not(any) : any;
            }
            default -> {}
        }
        boolean set = asked.kind() == Asked.Kind.SET;
        if (set && (operator.equals("equals") || operator.equals("doesNotEqual"))) {
            JsonNode has = value.isArray()
                    ? Logic.and(all(asked, value))
                    : Logic.and(asked.has(value), Logic.op("==", Logic.size(var), Logic.number(1)));
            return operator.equals("equals") ? has : Logic.not(has);
        }
        return compared(var, asked.value(value), operator);
    }

    private static List<JsonNode> all(Asked asked, JsonNode values) {
        List<JsonNode> parts = new ArrayList<>();
        values.forEach(one -> parts.add(asked.has(one)));
        parts.add(Logic.op("==", Logic.size(asked.var()), Logic.number(values.size())));
        return parts;
    }

    private static JsonNode compared(JsonNode left, JsonNode right, String operator) throws NotCarriable {
        return switch (operator) {
            case "equals" -> Logic.op("==", left, right);
            case "doesNotEqual" -> Logic.not(Logic.op("==", left, right));
            case "isGreaterThan", "isAfter" -> Logic.op(">", left, right);
            case "isLessThan", "isBefore" -> Logic.op("<", left, right);
            case "isGreaterThanOrEqual" -> Logic.op(">=", left, right);
            case "isLessThanOrEqual" -> Logic.op("<=", left, right);
            case "contains" -> Logic.op("in", right, left);
            case "doesNotContain" -> Logic.not(Logic.op("in", right, left));
            case "startsWith" -> starts(left, right, 0);
            case "doesNotStartWith" -> Logic.not(starts(left, right, 0));
            case "endsWith" -> starts(left, right, -length(right));
            case "doesNotEndWith" -> Logic.not(starts(left, right, -length(right)));
            default -> throw new NotCarriable("The comparison '" + operator + "' has no counterpart.");
        };
    }

    private static JsonNode starts(JsonNode left, JsonNode right, int from) throws NotCarriable {
        JsonNode part = from == 0
                ? Logic.op("substr", left, Logic.number(0), Logic.number(length(right)))
                : Logic.op("substr", left, Logic.number(from));
        return Logic.op("==", part, right);
    }

    private static int length(JsonNode constant) throws NotCarriable {
        if (!constant.isTextual()) {
            throw new NotCarriable("How words begin or end can be compared with words only.");
        }
        return constant.asText().length();
    }
}
