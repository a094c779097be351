package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import org.jspecify.annotations.Nullable;

/**
 * A value that is worked out from answers, hidden fields, scores, earlier computed values, traits and context.
 *
 * @param compute gives it; a result of another type, null or an infinite number is no value
 * @param text    what it means; its name if absent
 * @param unit    what a number counts, such as {@code EUR}; absent is nothing
 */
public record Computed(String name, Hidden.Kind type, Expression compute, Text text, @Nullable String unit) {
    public Computed {
        VariableName.required(name);
        requireNonNull(type, "type");
        requireNonNull(compute, "compute");
        text = requireNonNullElse(text, Text.of(name));
    }

    public Variable variable() {
        Measure measure = type == Hidden.Kind.NUMBER ? Measure.SCALE : Measure.TEXT;
        return Variable.of(name, name, text, measure).counting(unit);
    }
}
