package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.Condition;
import java.util.Map;
import java.util.Optional;

/** What can be said of a piece of JsonLogic without any answers. */
final class Logic {
    private static final int MAX_LENGTH = 8000;

    private Logic() {}

    /** Whether nobody should evaluate it; counted part by part, so that a huge one isn't written out first. */
    static boolean isTooLong(Place place) {
        return length(place.json(), 0) > MAX_LENGTH;
    }

    static int maxLength() {
        return MAX_LENGTH;
    }

    /** The length of its JSON, roughly; stops counting once it is too long. */
    private static long length(JsonNode node, long before) {
        long length = before + 2;
        if (node.isTextual()) {
            return length + node.textValue().length();
        }
        if (!node.isContainerNode()) {
            return length + node.asText().length();
        }
        for (var member : node.properties()) {
            if (length > MAX_LENGTH) {
                return length;
            }
            length = length(member.getValue(), length + member.getKey().length() + 2);
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size() && length <= MAX_LENGTH; i++) {
                length = length(node.get(i), length);
            }
        }
        return length;
    }

    /** Whether it always holds or never; empty if that hangs on an answer, or there is a fault in it. */
    static Optional<Boolean> constant(Place place) {
        JsonNode json = place.json();
        if (json.isBoolean()) {
            return Optional.of(json.booleanValue());
        }
        if (json.isMissingNode() || isTooLong(place)) {
            return Optional.empty();
        }
        Condition condition = new Condition(json);
        return json.isObject()
                        && condition.names().isEmpty()
                        && condition.fault().isEmpty()
                        && !json.toString().contains("\"var\"")
                ? Optional.of(condition.holds(Map.of()))
                : Optional.empty();
    }

    /** True if there is no condition or one that always holds. */
    static boolean always(Place place) {
        return place.json().isMissingNode() || constant(place).orElse(false);
    }

    static boolean never(Place place) {
        return constant(place).map(holds -> !holds).orElse(false);
    }
}
