package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A condition looks only at what exists and is known by then, and can be evaluated quickly. */
final class ConditionRule implements Rule {
    private static final int MAX_LENGTH = 8000;

    @Override
    public void check(Place content, Consumer<Finding> findings) {
        Set<String> all = new HashSet<>();
        content.elements().forEach(element -> all.addAll(variables(element)));
        Set<String> known = new HashSet<>(Set.of("traits", "context"));
        content.each("hidden").forEach(hidden -> known.add(hidden.word("name")));
        all.addAll(known);
        content.each("pages").forEach(page -> {
            condition(page.at("visibleIf"), all, known, findings);
            page.each("elements").forEach(element -> {
                condition(element.at("visibleIf"), all, known, findings);
                known.addAll(variables(element));
            });
        });
        content.each("endings").forEach(ending -> condition(ending.at("if"), all, known, findings));
    }

    private static void condition(Place place, Set<String> all, Set<String> known, Consumer<Finding> findings) {
        JsonNode logic = place.json();
        if (logic.isMissingNode()) {
            return;
        }
        if (logic.toString().length() > MAX_LENGTH) {
            findings.accept(Finding.error(
                    "condition-too-long",
                    place.pointer(),
                    "The condition is longer than " + MAX_LENGTH + " characters; make it simpler."));
            return;
        }
        Condition condition = new Condition(logic);
        condition
                .fault()
                .ifPresent(fault -> findings.accept(Finding.error("invalid-condition", place.pointer(), fault)));
        for (String name : condition.names()) {
            if (!all.contains(name)) {
                findings.accept(Finding.error(
                        "unknown-name",
                        place.pointer(),
                        "The condition looks at " + name
                                + ", which is no variable here; use a variable's name, traits.* or context.*."));
            } else if (!known.contains(name)) {
                findings.accept(Finding.error(
                        "asked-later",
                        place.pointer(),
                        "The condition looks at " + name
                                + ", which is not asked before; look at earlier answers or move the question."));
            }
        }
    }

    private static Set<String> variables(Place element) {
        Set<String> names = new HashSet<>();
        String name = element.word("name");
        switch (element.word("type")) {
            case Statement.TYPE -> {}
            case Likert.TYPE -> element.each("rows").forEach(row -> names.add(row.word("name")));
            default -> names.add(name);
        }
        Stream<Place> open = element.each("options")
                .filter(option -> option.json().path("openText").asBoolean());
        open.forEach(option -> names.add(name + "_" + option.word("code")));
        return names;
    }
}
