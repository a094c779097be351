package io.earshot.questionnaire;

import static java.util.Objects.requireNonNullElse;

import java.util.List;

/** What is shown at once where there is room for it; one or more elements. */
public record Page(String name, List<Element> elements, Condition visibleIf) {
    public Page {
        VariableName.required(name);
        elements = List.copyOf(elements);
        visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
        if (elements.isEmpty()) {
            throw new IllegalArgumentException("elements of page " + name + " must be one or more: 0");
        }
    }

    public Page(String name, List<Element> elements) {
        this(name, elements, Condition.ALWAYS);
    }
}
