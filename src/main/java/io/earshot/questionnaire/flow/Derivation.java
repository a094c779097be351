package io.earshot.questionnaire.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.earshot.questionnaire.Computed;
import io.earshot.questionnaire.Hidden;
import io.earshot.questionnaire.IllegalCharacter;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Scores;
import io.earshot.questionnaire.logic.Logic;
import io.earshot.questionnaire.logic.Unknown;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out scores and computed values. Immutable. */
final class Derivation {
    private static final int LONGEST = 4000;
    private static final double LARGEST_WHOLE = 9007199254740992.0;

    private final Scores scores;
    private final List<Computed> computed;
    private final boolean nothing;

    Derivation(Questionnaire questionnaire) {
        scores = new Scores(questionnaire);
        computed = questionnaire.computed();
        nothing = questionnaire.derived().isEmpty();
    }

    /**
     * What came out.
     *
     * @param scores   by name; those that have a value
     * @param computed by name; those that have a value
     */
    record Values(Map<String, Double> scores, Map<String, JsonNode> computed) {}

    /**
     * Evaluates all of them anew and puts them among the data.
     *
     * @param kept  answers and hidden fields by name
     * @param given what the client says; counts for a computed value that hangs on something unknown
     */
    Values evaluate(
            Map<String, JsonNode> kept,
            Map<String, JsonNode> given,
            Map<String, @Nullable Object> data,
            @Nullable Instant now) {
        if (nothing) {
            return new Values(Map.of(), Map.of());
        }
        // None sees what it was itself, or what stands after it, on an earlier page.
        computed.forEach(value -> data.remove(value.name()));
        Map<String, Double> scored = new LinkedHashMap<>();
        scores.names().forEach(data::remove);
        scores.values(kept).forEach((name, value) -> {
            if (Double.isFinite(value)) {
                scored.put(name, value);
                data.put(name, value);
            }
        });
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (Computed each : computed) {
            Object value = each.compute().value(data, now);
            boolean known = value != Unknown.VALUE;
            JsonNode said = known ? null : given.get(each.name());
            JsonNode json = json(each, said == null ? value : Logic.plain(said));
            if (json != null) {
                values.put(each.name(), json);
                data.put(each.name(), Logic.plain(json));
            } else if (!known) {
                data.put(each.name(), Unknown.VALUE);
            }
        }
        return new Values(scored, values);
    }

    private static @Nullable JsonNode json(Computed computed, @Nullable Object value) {
        if (computed.type() == Hidden.Kind.NUMBER) {
            return value instanceof Number number && Double.isFinite(number.doubleValue())
                    ? number(number.doubleValue())
                    : null;
        }
        return value instanceof String text
                        && !text.isEmpty()
                        && text.codePointCount(0, text.length()) <= LONGEST
                        && IllegalCharacter.in(text).isEmpty()
                ? JsonNodeFactory.instance.textNode(text)
                : null;
    }

    /** A whole number is written without a fraction. */
    static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE
                ? JsonNodeFactory.instance.numberNode((long) value)
                : JsonNodeFactory.instance.numberNode(value);
    }
}
