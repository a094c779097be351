package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;

/** Something to read; a questionnaire of statements alone is a plain in-app message. */
@JsonTypeName(Statement.TYPE)
public record Statement(String name, Text text, Condition visibleIf) implements Element {
    static final String TYPE = "statement";

    public Statement {
        VariableName.required(name);
        requireNonNull(text, "text");
        visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
