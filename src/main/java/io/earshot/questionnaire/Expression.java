package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** JsonLogic that gives a value, where a {@link Condition} only holds or not; it looks at the same names. */
public record Expression(@JsonValue JsonNode logic) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Expression {
        requireNonNull(logic, "logic");
    }

    /** The names it looks at, without what follows a dot, in order of appearance. */
    public Set<String> names() {
        return new Condition(logic).names();
    }
}
