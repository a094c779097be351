package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** JsonLogic as XPath, for other tools; the condition itself is kept beside it, so what XPath can't say is not lost. */
final class LogicToXPath {
    private static final Map<String, String> SIGNS = Map.of(
            "==", " = ", "===", " = ", "!=", " != ", "!==", " != ", "<", " < ", "<=", " <= ", ">", " > ", ">=", " >= ",
            "*", " * ", "/", " div ");

    private final Map<String, Boolean> variables;

    /** @param variables name to whether it holds a list of codes */
    LogicToXPath(Map<String, Boolean> variables) {
        this.variables = variables;
    }

    /** Empty if there is no XPath that means the same. */
    Optional<String> expression(JsonNode logic) {
        if (logic.isBoolean()) {
            return Optional.of(logic.booleanValue() ? "true()" : "false()");
        }
        if (logic.isNumber()) {
            return Optional.of(logic.asText());
        }
        if (logic.isTextual()) {
            return quoted(logic.textValue());
        }
        if (!logic.isObject() || logic.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, JsonNode> operation = logic.properties().iterator().next();
        List<JsonNode> operands = new ArrayList<>();
        if (operation.getValue().isArray()) {
            operation.getValue().forEach(operands::add);
        } else {
            operands.add(operation.getValue());
        }
        return operation(operation.getKey(), operands);
    }

    private Optional<String> operation(String operator, List<JsonNode> operands) {
        switch (operator) {
            case "var" -> {
                return operands.size() == 1 && operands.get(0).isTextual()
                        ? variable(operands.get(0).textValue())
                        : Optional.empty();
            }
            case "and", "or" -> {
                return joined(operands, " " + operator + " ");
            }
            case "+" -> {
                return operands.size() < 2 ? Optional.empty() : joined(operands, " + ");
            }
            case "!" -> {
                return operands.size() == 1 ? negated(operands.get(0)) : Optional.empty();
            }
            case "!!" -> {
                return operands.size() == 1 && isMissing(operands.get(0))
                        ? missing(operands.get(0), " = ''", " or ")
                        : Optional.empty();
            }
            case "in" -> {
                return operands.size() == 2 ? in(operands.get(0), operands.get(1)) : Optional.empty();
            }
            case "if" -> {
                return operands.size() == 3 ? choice(operands) : Optional.empty();
            }
            default -> {
                return binary(operator, operands);
            }
        }
    }

    private Optional<String> binary(String operator, List<JsonNode> operands) {
        String sign = operator.equals("-") ? " - " : SIGNS.get(operator);
        if (sign == null || operands.size() != 2 || isList(operands.get(0)) || isList(operands.get(1))) {
            return Optional.empty();
        }
        return joined(operands, sign);
    }

    private Optional<String> choice(List<JsonNode> operands) {
        List<String> parts = operands.stream()
                .flatMap(operand -> expression(operand).stream())
                .toList();
        return parts.size() == 3 ? Optional.of("if(" + String.join(", ", parts) + ")") : Optional.empty();
    }

    private Optional<String> negated(JsonNode operand) {
        if (isMissing(operand)) {
            return missing(operand, " != ''", " and ");
        }
        // The opposite of a bare value is another thing in XPath than in JsonLogic.
        boolean value = operand.isObject() && operand.has("var");
        return value ? Optional.empty() : expression(operand).map(inner -> "not(" + inner + ")");
    }

    private Optional<String> missing(JsonNode logic, String test, String join) {
        JsonNode names = logic.path("missing");
        List<String> tests = new ArrayList<>();
        for (JsonNode name : names.isArray() ? names : List.of(names)) {
            if (!variables.containsKey(name.asText())) {
                return Optional.empty();
            }
            tests.add("${" + name.asText() + "}" + test);
        }
        return tests.isEmpty() ? Optional.empty() : Optional.of(String.join(join, tests));
    }

    private Optional<String> in(JsonNode wanted, JsonNode where) {
        if (where.isArray() && wanted.isObject() && wanted.has("var") && !isList(wanted)) {
            List<String> tests = new ArrayList<>();
            for (JsonNode each : where) {
                Optional<String> test = joined(List.of(wanted, each), " = ");
                if (test.isEmpty()) {
                    return Optional.empty();
                }
                tests.add(test.get());
            }
            return tests.isEmpty() ? Optional.empty() : Optional.of("(" + String.join(" or ", tests) + ")");
        }
        return isList(where) && wanted.isValueNode()
                ? expression(where)
                        .flatMap(list -> quoted(wanted.asText()).map(code -> "selected(" + list + ", " + code + ")"))
                : Optional.empty();
    }

    private Optional<String> joined(List<JsonNode> operands, String sign) {
        List<String> parts = new ArrayList<>();
        for (JsonNode operand : operands) {
            Optional<String> part = expression(operand);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            boolean inner = operand.isObject()
                    && !Set.of("var", "in", "!", "if", "missing")
                            .contains(operand.fieldNames().next());
            parts.add(inner && operands.size() > 1 ? "(" + part.get() + ")" : part.get());
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(parts.stream().collect(Collectors.joining(sign)));
    }

    private Optional<String> variable(String name) {
        return variables.containsKey(name) ? Optional.of("${" + name + "}") : Optional.empty();
    }

    private boolean isList(JsonNode node) {
        return node.isObject() && variables.getOrDefault(node.path("var").asText(), false);
    }

    private static boolean isMissing(JsonNode node) {
        return node.isObject() && node.has("missing");
    }

    /** XPath has no escape for quotes: words with both kinds can't be said. */
    static Optional<String> quoted(String words) {
        if (!words.contains("'")) {
            return Optional.of("'" + words + "'");
        }
        return words.contains("\"") ? Optional.empty() : Optional.of("\"" + words + "\"");
    }
}
