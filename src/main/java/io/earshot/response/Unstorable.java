package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;

/** Finds what is JSON but can't be kept in the database: NUL characters, halves of surrogate pairs, endless numbers. */
final class Unstorable {
    private static final int MAX_SCALE = 400;

    private Unstorable() {}

    static void collect(String pointer, JsonNode node, List<Fault> faults) {
        // Nearly nothing is, and pointers cost more than looking.
        if (!isStorable(node)) {
            gather(pointer, node, faults);
        }
    }

    private static boolean isStorable(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> isStorable(node.textValue());
            case NUMBER -> !hasEndlessExponent(node);
            case ARRAY -> {
                for (JsonNode each : node) {
                    if (!isStorable(each)) {
                        yield false;
                    }
                }
                yield true;
            }
            case OBJECT -> {
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    if (!isStorable(member.getKey()) || !isStorable(member.getValue())) {
                        yield false;
                    }
                }
                yield true;
            }
            default -> true;
        };
    }

    private static boolean hasEndlessExponent(JsonNode node) {
        return node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > MAX_SCALE;
    }

    private static void gather(String pointer, JsonNode node, List<Fault> faults) {
        if (node.isTextual() && !isStorable(node.textValue())) {
            faults.add(illegalCharacter(pointer));
        } else if (hasEndlessExponent(node)) {
            faults.add(new Fault(pointer, "out-of-range", "The number has an exponent too large to be stored."));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                gather(pointer + "/" + i, node.get(i), faults);
            }
        } else if (node.isObject()) {
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                gather(pointer, member, faults);
            }
        }
    }

    private static void gather(String pointer, Map.Entry<String, JsonNode> member, List<Fault> faults) {
        JsonNode value = member.getValue();
        if (!isStorable(member.getKey())) {
            faults.add(illegalCharacter(pointer));
        } else {
            gather(pointer + Fault.segment(member.getKey()), value, faults);
        }
    }

    static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (unit == 0 || Character.isSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }

    private static Fault illegalCharacter(String pointer) {
        return new Fault(
                pointer,
                "illegal-character",
                "The text holds U+0000 or half of a surrogate pair, which can't be stored; leave it out.");
    }
}
