package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.logic.Logic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JsonLogic that gives a value, where a {@link Condition} only holds or not; it looks at the same names. Parsed when it is made. */
public final class Expression {
    private final JsonNode json;
    private final Logic logic;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Expression(JsonNode logic) {
        this.json = requireNonNull(logic, "logic");
        this.logic = Logic.of(logic);
    }

    @JsonValue
    public JsonNode logic() {
        return json;
    }

    /** The names it looks at, without what follows a dot, in order of appearance. */
    public Set<String> names() {
        return logic.names();
    }

    /** Its value as {@link Logic#value} gives it. */
    public @Nullable Object value(Map<String, ? extends @Nullable Object> data, @Nullable Instant now) {
        return logic.value(data, now);
    }

    /** Every value that it may have, as {@link Logic#outcomes} gives them. */
    public List<@Nullable Object> outcomes(Map<String, ? extends @Nullable Object> data, @Nullable Instant now) {
        return logic.outcomes(data, now);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression expression && json.equals(expression.json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
