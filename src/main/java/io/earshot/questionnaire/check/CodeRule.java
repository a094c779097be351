package io.earshot.questionnaire.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A code means one option or one point of a scale, and sets of items are made of codes that exist. */
final class CodeRule implements Rule {
    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        instrument.elements().forEach(element -> {
            unique(element.options(), findings);
            unique(element.place().each("scale"), findings);
        });
        instrument.elements(Kind.MAX_DIFF).forEach(element -> {
            Set<String> codes = new HashSet<>(element.codes());
            element.place().each("sets").forEach(set -> set(set, codes, findings));
        });
    }

    private static void unique(Stream<Place> coded, Consumer<Finding> findings) {
        Map<String, Place> taken = new HashMap<>();
        coded.forEach(item -> {
            String code = item.word("code");
            Place first = taken.putIfAbsent(code, item);
            if (first != null) {
                findings.accept(Finding.error(
                        "duplicate-code",
                        item.at("code").pointer(),
                        "The code " + code + " is already taken at "
                                + first.at("code").pointer() + "; give each option its own code."));
            }
        });
    }

    private static void set(Place set, Set<String> codes, Consumer<Finding> findings) {
        Set<String> inSet = new HashSet<>();
        set.items().forEach(item -> {
            String code = item.json().asText();
            if (!codes.contains(code)) {
                findings.accept(Finding.error(
                        "unknown-code",
                        item.pointer(),
                        "There is no item with the code " + code + "; use the codes of options."));
            } else if (!inSet.add(code)) {
                findings.accept(Finding.error(
                        "duplicate-code",
                        item.pointer(),
                        "The item " + code + " stands in this set twice; put another one in its place."));
            }
        });
    }
}
