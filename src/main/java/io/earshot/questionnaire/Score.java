package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scale that is worked out from its items; {@link Scores} says how.
 *
 * @param text        what it means; its name if absent
 * @param items       one or more, no variable twice
 * @param minAnswered fewer items answered give no value; from 1 to the number of items; absent is all
 * @param rescale     the straight line that the result is put on; absent leaves it as it is
 */
public record Score(
        String name,
        Text text,
        Method method,
        List<Item> items,
        @Nullable Integer minAnswered,
        @Nullable Rescale rescale) {
    /** How the items' values become one. */
    public enum Method {
        /** The mean of the items answered, times the number of items: the sum, where all are. */
        @JsonProperty("sum")
        SUM,
        @JsonProperty("mean")
        MEAN
    }

    /**
     * A variable that counts.
     *
     * @param reversed whether more of it means less of the scale; absent leaves it to a likert's row
     */
    public record Item(String variable, @Nullable Boolean reversed) {
        public Item {
            requireNonNull(variable, "variable");
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Item fromJson(JsonNode json) {
            if (json.isTextual()) {
                return new Item(json.textValue(), null);
            }
            JsonNode reversed = json.path("reversed");
            return new Item(
                    json.path("variable").asText(), reversed.isBoolean() ? (Boolean) reversed.booleanValue() : null);
        }
    }

    /**
     * A straight line.
     *
     * @param from two different numbers
     * @param to   what they become
     */
    public record Rescale(List<BigDecimal> from, List<BigDecimal> to) {
        public Rescale {
            from = List.copyOf(from);
            to = List.copyOf(to);
            if (from.size() != 2 || to.size() != 2 || from.get(0).compareTo(from.get(1)) == 0) {
                throw new IllegalArgumentException(
                        "rescale goes from two different numbers to two: " + from + ", " + to);
            }
        }

        public double of(double value) {
            double a = from.get(0).doubleValue();
            double b = from.get(1).doubleValue();
            double c = to.get(0).doubleValue();
            double d = to.get(1).doubleValue();
            return c + (value - a) * (d - c) / (b - a);
        }
    }

    public Score {
        VariableName.required(name);
        requireNonNull(method, "method");
        items = List.copyOf(items);
        text = requireNonNullElse(text, Text.of(name));
        Set<String> variables = new HashSet<>();
        items.forEach(item -> variables.add(item.variable()));
        if (items.isEmpty() || variables.size() < items.size()) {
            throw new IllegalArgumentException("items of " + name + " must be one or more different variables");
        }
        if (minAnswered != null && (minAnswered < 1 || minAnswered > items.size())) {
            throw new IllegalArgumentException(
                    "minAnswered of " + name + " must be from 1 to the number of items: " + minAnswered);
        }
    }

    public Variable variable() {
        return Variable.of(name, name, text, Measure.SCALE);
    }
}
