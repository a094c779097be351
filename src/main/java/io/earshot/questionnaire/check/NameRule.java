package io.earshot.questionnaire.check;

import io.earshot.questionnaire.VariableName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Every name means one thing: variables and elements share one namespace, pages, endings and quotas have theirs. */
final class NameRule implements Rule {
    /** What an import's CSV columns and conditions call something else. */
    private static final Set<String> RESERVED =
            Set.of("id", "respondent", "submitted_at", "started_at", "language", "traits", "context");

    /** What a goTo calls the end of the questionnaire. */
    private static final String END = "end";

    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        Map<String, String> taken = new HashMap<>();
        for (Asked element : instrument.elements()) {
            claim(element.name(), element.place().at("name"), taken, findings);
            element.variables().stream()
                    .filter(variable -> variable.place() != element.place())
                    .forEach(variable -> part(variable, taken, findings));
        }
        instrument.variables().stream()
                .filter(variable -> variable.asked() == null)
                .forEach(variable -> claim(variable.name(), variable.origin(), taken, findings));
        own(instrument.whole(), "pages", findings);
        own(instrument.whole(), "endings", findings);
        own(instrument.whole(), "quotas", findings);
        instrument.pages().stream()
                .filter(page -> VariableName.key(page.word("name")).equals(END))
                .forEach(
                        page -> findings.accept(
                                Finding.error(
                                        "reserved-name",
                                        page.at("name").pointer(),
                                        "A page can't be called end, because a goTo means the end of the questionnaire by it; choose another name.")));
    }

    private static void own(Place content, String list, Consumer<Finding> findings) {
        Map<String, String> taken = new HashMap<>();
        content.each(list).forEach(item -> unique(item.word("name"), item.at("name"), taken, findings));
    }

    /** A variable that the element makes beside its own: of a row, an option with words, a field, a set. */
    private static void part(Named variable, Map<String, String> taken, Consumer<Finding> findings) {
        if (VariableName.isValid(variable.name())) {
            claim(variable.name(), variable.origin(), taken, findings);
            return;
        }
        boolean words = variable.place().has("openText");
        findings.accept(Finding.error(
                words ? "open-text-name" : "made-name",
                variable.origin().pointer(),
                (words ? "The words given with this option would be the variable " : "This would be the variable ")
                        + variable.name() + ", which is no valid name; use a "
                        + (words ? "code" : "name of the question")
                        + " of letters, digits and _ that is short enough for 64 in all."));
    }

    private static void claim(String name, Place place, Map<String, String> taken, Consumer<Finding> findings) {
        if (RESERVED.contains(VariableName.key(name))) {
            findings.accept(Finding.error(
                    "reserved-name",
                    place.pointer(),
                    "The name " + name + " means something else in imported data and conditions; choose another."));
        }
        unique(name, place, taken, findings);
    }

    private static void unique(String name, Place place, Map<String, String> taken, Consumer<Finding> findings) {
        String pointer = place.pointer();
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
