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
import java.util.Set;

/**
 * JsonLogic over answers by variable name, hidden fields, {@code traits.*} and {@code context.*}.
 *
 * @see <a href="https://jsonlogic.com">JsonLogic</a>
 */
public record Condition(@JsonValue JsonNode logic) {
    public static final Condition ALWAYS = new Condition(BooleanNode.TRUE);

    /** Operators whose second operand looks at one item at a time, so that a {@code var} in it is not one of ours. */
    private static final Set<String> PER_ITEM = Set.of("map", "filter", "reduce", "all", "some", "none");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Condition {
        requireNonNull(logic, "logic");
    }

    /** The names it looks at, such as {@code nps} or {@code traits.plan}, in order of appearance. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        collect(logic, names);
        return names;
    }

    /**
     * Whether it is truthy for the data.
     *
     * @param data by name, in plain Java values: strings, numbers, booleans, lists, maps
     * @throws JsonLogicException if it is not JsonLogic; a checked questionnaire has none of these
     */
    public boolean holds(Map<String, Object> data) throws JsonLogicException {
        if (logic.isBoolean()) {
            return logic.booleanValue();
        }
        // A new one each time: it keeps every expression it has ever seen, and these come from outside.
        return JsonLogic.truthy(new JsonLogic().apply(logic.toString(), data));
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
            names.add(name.textValue());
        } else {
            collect(name, names);
        }
    }
}
