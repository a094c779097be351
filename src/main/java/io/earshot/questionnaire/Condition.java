package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.jamsesso.jsonlogic.JsonLogic;
import io.github.jamsesso.jsonlogic.JsonLogicException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * JsonLogic over answers by variable name, hidden fields, {@code traits.*} and {@code context.*}.
 *
 * @see <a href="https://jsonlogic.com">JsonLogic</a>
 */
public record Condition(@JsonValue JsonNode logic) {
    public static final Condition ALWAYS = new Condition(BooleanNode.TRUE);
    public static final Condition NEVER = new Condition(BooleanNode.FALSE);

    /** Operators whose second operand looks at one item at a time, so that a {@code var} in it is not one of ours. */
    private static final Set<String> PER_ITEM = Set.of("map", "filter", "reduce", "all", "some", "none");

    private static final Pattern ROOT = Pattern.compile("\\.");

    private static final Set<String> OPERATORS = Set.of(
            "var",
            "missing",
            "missing_some",
            "if",
            "?:",
            "==",
            "===",
            "!=",
            "!==",
            "!",
            "!!",
            "or",
            "and",
            ">",
            ">=",
            "<",
            "<=",
            "max",
            "min",
            "+",
            "-",
            "*",
            "/",
            "%",
            "merge",
            "in",
            "cat",
            "substr");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Condition {
        requireNonNull(logic, "logic");
    }

    /** The names it looks at, such as {@code nps} or {@code traits}, without what follows a dot, in order of appearance. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collect(logic, names);
        return names;
    }

    /**
     * Whether it is truthy for the data; false if it can't be evaluated for them, such as a word compared with a number.
     *
     * @param data by name, in plain Java values: strings, numbers, booleans, lists, maps
     */
    public boolean holds(Map<String, Object> data) {
        if (logic.isBoolean()) {
            return logic.booleanValue();
        }
        try {
            // A new one each time: it keeps every expression it has ever seen, and these come from outside.
            return JsonLogic.truthy(new JsonLogic().apply(logic.toString(), data));
        } catch (JsonLogicException | RuntimeException e) {
            // The library meets operands it doesn't expect with whatever exception they happen to cause.
            return false;
        }
    }

    /** What is wrong with it whatever the data are, as a sentence; empty if nothing is. */
    public Optional<String> fault() {
        return fault(logic, false);
    }

    private static Optional<String> fault(JsonNode node, boolean perItem) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .flatMap(item -> fault(item, perItem).stream())
                    .findFirst();
        }
        if (!node.isObject()) {
            return Optional.empty();
        }
        if (node.size() != 1) {
            return Optional.of(
                    "An operation is an object with one member, its operator; here are " + node.size() + ".");
        }
        Map.Entry<String, JsonNode> operation = node.properties().iterator().next();
        String operator = operation.getKey();
        boolean again = PER_ITEM.contains(operator);
        if (!again && !OPERATORS.contains(operator)) {
            return Optional.of("There is no operator " + operator + "; see the list at jsonlogic.com/operations.html.");
        }
        if (again && perItem) {
            // Each level multiplies the time it takes, so that a short condition could run for hours.
            return Optional.of(
                    "The operator " + operator + " must not stand inside another one that goes through a list.");
        }
        return fault(operation.getValue(), perItem || again);
    }

    private static void collect(JsonNode node, Set<String> names) {
        if (node.isArray()) {
            node.forEach(item -> collect(item, names));
            return;
        }
        node.properties().forEach(operation -> {
            JsonNode operands = operation.getValue();
            switch (operation.getKey()) {
                case "var" -> add(operands.isArray() ? operands.path(0) : operands, names);
                case "missing" -> operands.forEach(name -> add(name, names));
                case "missing_some" -> operands.path(1).forEach(name -> add(name, names));
                default -> {
                    if (PER_ITEM.contains(operation.getKey())) {
                        collect(operands.path(0), names);
                        collect(operands.path(2), names);
                    } else {
                        collect(operands, names);
                    }
                }
            }
        });
    }

    private static void add(JsonNode name, Set<String> names) {
        if (name.isTextual() && !name.textValue().isEmpty()) {
            names.add(ROOT.split(name.textValue(), 2)[0]);
        } else {
            collect(name, names);
        }
    }
}
