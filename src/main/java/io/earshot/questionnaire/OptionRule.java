package io.earshot.questionnaire;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A code means one option or one point of a scale. */
final class OptionRule implements Rule {
    @Override
    public void check(Place content, Consumer<Finding> findings) {
        content.elements().forEach(element -> {
            unique(element.each("options"), findings);
            unique(element.each("scale"), findings);
        });
    }

    private static void unique(Stream<Place> coded, Consumer<Finding> findings) {
        Map<String, String> taken = new HashMap<>();
        coded.forEach(item -> {
            String pointer = item.at("code").pointer();
            String first = taken.putIfAbsent(item.word("code"), pointer);
            if (first != null) {
                findings.accept(Finding.error(
                        "duplicate-code",
                        pointer,
                        "The code " + item.word("code") + " is already taken at " + first
                                + "; give each option its own code."));
            }
        });
    }
}
