package io.earshot.finding;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;

/**
 * A section that the report was asked for if possible, and that it lacks.
 *
 * @param section its kind
 * @param because what it needs and the questionnaire does not have, as a sentence in English
 */
@JsonTypeName("left-out")
public record LeftOut(String section, String because) implements ModuleFinding {
    public LeftOut {
        requireNonNull(section, "section");
        requireNonNull(because, "because");
    }

    @Override
    public <R> R modules(Modules<R> modules) {
        return modules.leftOut(this);
    }
}
