package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

/**
 * What every question has. In JSON these are members of the question itself; {@link ElementReader} gathers them here.
 *
 * @param name        the question's name, and its variable's where it has one
 * @param description what is said below the text; {@link Text#NONE} if nothing is
 * @param required    true if a complete response must answer it, when it was visible
 * @param requiredIf  the same for those for whom it holds; {@link Condition#NEVER} if absent
 * @param visibleIf   who is asked; {@link Condition#ALWAYS} if absent
 * @param pinned      true if it keeps its place when its page's elements are shuffled
 */
public record Asked(
        String name,
        Text text,
        Text description,
        boolean required,
        Condition requiredIf,
        Condition visibleIf,
        boolean pinned) {
    public Asked {
        VariableName.required(name);
        requireNonNull(text, "text");
        description = requireNonNullElse(description, Text.NONE);
        requiredIf = requireNonNullElse(requiredIf, Condition.NEVER);
        visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
    }

    /** A question that everybody sees and nobody has to answer. */
    public static Asked of(String name, Text text) {
        return new Asked(name, text, Text.NONE, false, Condition.NEVER, Condition.ALWAYS, false);
    }

    /** Its variable, named like the question. */
    Variable variable(Measure measure) {
        return Variable.of(name, name, text, measure);
    }
}
