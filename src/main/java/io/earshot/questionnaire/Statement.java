package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Something to read; a questionnaire of statements alone is a plain in-app message.
 *
 * @param image an https address of a picture; absent is none
 */
@JsonTypeName(Statement.TYPE)
public record Statement(
        String name, Text text, Text description, Condition visibleIf, boolean pinned, @Nullable String image)
        implements Element {
    static final String TYPE = "statement";

    public Statement {
        VariableName.required(name);
        requireNonNull(text, "text");
        description = requireNonNullElse(description, Text.NONE);
        visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
        Address.https(image);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
