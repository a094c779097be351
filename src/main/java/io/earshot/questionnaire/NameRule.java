package io.earshot.questionnaire;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Every name means one thing: elements, rows, open texts and hidden fields share one namespace, pages and endings have theirs. */
final class NameRule implements Rule {
    /** What an import's CSV columns and conditions call something else. */
    private static final Set<String> RESERVED =
            Set.of("id", "respondent", "submitted_at", "started_at", "language", "traits", "context");

    @Override
    public void check(Place content, Consumer<Finding> findings) {
        Map<String, String> taken = new HashMap<>();
        content.elements().forEach(element -> {
            String name = element.word("name");
            claim(name, element.at("name").pointer(), taken, findings);
            element.each("rows")
                    .forEach(row -> claim(row.word("name"), row.at("name").pointer(), taken, findings));
            element.each("options")
                    .filter(option -> option.json().path("openText").asBoolean())
                    .forEach(option -> openText(name, option, taken, findings));
        });
        content.each("hidden")
                .forEach(hidden -> claim(hidden.word("name"), hidden.at("name").pointer(), taken, findings));
        own(content, "pages", findings);
        own(content, "endings", findings);
    }

    private static void own(Place content, String list, Consumer<Finding> findings) {
        Map<String, String> taken = new HashMap<>();
        content.each(list)
                .forEach(item -> unique(item.word("name"), item.at("name").pointer(), taken, findings));
    }

    private static void openText(String question, Place option, Map<String, String> taken, Consumer<Finding> findings) {
        String name = question + "_" + option.word("code");
        String pointer = option.at("code").pointer();
        if (VariableName.isValid(name)) {
            claim(name, pointer, taken, findings);
            return;
        }
        findings.accept(
                Finding.error(
                        "open-text-name",
                        pointer,
                        "The words given with this option would be the variable " + name
                                + ", which is no valid name; use a code of letters, digits and _ that is short enough for 64 in all."));
    }

    private static void claim(String name, String pointer, Map<String, String> taken, Consumer<Finding> findings) {
        if (RESERVED.contains(VariableName.key(name))) {
            findings.accept(Finding.error(
                    "reserved-name",
                    pointer,
                    "The name " + name + " means something else in imported data and conditions; choose another."));
        }
        unique(name, pointer, taken, findings);
    }

    private static void unique(String name, String pointer, Map<String, String> taken, Consumer<Finding> findings) {
        String first = taken.putIfAbsent(VariableName.key(name), pointer);
        if (first != null) {
            findings.accept(Finding.error(
                    "duplicate-name",
                    pointer,
                    "The name " + name + " is already taken at " + first
                            + " (case doesn't count); give each its own name."));
        }
    }
}
