package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a page's goTo may lead.
 *
 * @param goals   literal results: a page's name, {@code end}, or null for the next page
 * @param invalid results that aren't literal
 */
record Branch(List<Place> goals, List<Place> invalid) {
    static final String END = "end";

    static Branch of(Place page) {
        Branch branch = new Branch(new ArrayList<>(), new ArrayList<>());
        Place goTo = page.at("goTo");
        if (page.has("goTo")) {
            branch.results(goTo);
        }
        return branch;
    }

    private void results(Place value) {
        JsonNode json = value.json();
        if (json.isTextual() || json.isNull()) {
            goals.add(value);
            return;
        }
        Optional<Place> choice = Optional.of(value)
                .filter(it -> json.isObject() && json.size() == 1)
                .flatMap(it -> it.members().findFirst())
                .filter(it ->
                        List.of("if", "?:").contains(it.segment()) && it.json().isArray());
        if (choice.isEmpty()) {
            invalid.add(value);
            return;
        }
        List<Place> operands = choice.get().items().toList();
        // if a then b, else if c then d, else e: every second is a result, and so is a last one without a pair.
        for (int i = 0; i < operands.size(); i++) {
            boolean isResult = i % 2 == 1 || i == operands.size() - 1;
            if (isResult && !(i % 2 == 1 && Logic.never(operands.get(i - 1)))) {
                results(operands.get(i));
            }
            if (i % 2 == 1 && Logic.always(operands.get(i - 1))) {
                return;
            }
        }
        if (operands.size() % 2 == 0) {
            goals.add(Place.whole(NullNode.getInstance()));
        }
    }

    /** Whether the next page is a possible result. */
    boolean mayGoOn() {
        return goals.stream().anyMatch(goal -> goal.json().isNull()) || (goals.isEmpty() && invalid.isEmpty());
    }
}
