package io.earshot.response;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;

/** Finds what is JSON but can't be kept in the database: NUL characters, halves of surrogate pairs, endless numbers. */
final class Unstorable {
    private static final int MAX_SCALE = 400;

    private Unstorable() {}

    static void collect(String pointer, JsonNode node, List<Fault> faults) {
        if (node.isTextual() && !isStorable(node.textValue())) {
            faults.add(illegalCharacter(pointer));
        } else if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > MAX_SCALE) {
            faults.add(new Fault(pointer, "out-of-range", "The number has an exponent too large to be stored."));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(pointer + "/" + i, node.get(i), faults);
            }
        } else {
            node.properties().forEach(member -> {
                if (isStorable(member.getKey())) {
                    collect(pointer + Fault.segment(member.getKey()), member.getValue(), faults);
                } else {
                    faults.add(illegalCharacter(pointer));
                }
            });
        }
    }

    static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || point >= 0xD800 && point <= 0xDFFF);
    }

    private static Fault illegalCharacter(String pointer) {
        return new Fault(
                pointer,
                "illegal-character",
                "The text holds U+0000 or half of a surrogate pair, which can't be stored; leave it out.");
    }
}
