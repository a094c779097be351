package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.earshot.questionnaire.logic.Logic;
import io.earshot.questionnaire.logic.Truth;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * JsonLogic over answers by variable name, hidden fields, computed values, scores, {@code traits.*} and {@code context.*}.
 * Parsed when it is made.
 *
 * @see <a href="https://jsonlogic.com">JsonLogic</a>
 */
public final class Condition {
    public static final Condition ALWAYS = new Condition(BooleanNode.TRUE);
    public static final Condition NEVER = new Condition(BooleanNode.FALSE);

    private final JsonNode json;
    private final Logic logic;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Condition(JsonNode logic) {
        this.json = requireNonNull(logic, "logic");
        this.logic = Logic.of(logic);
    }

    @JsonValue
    public JsonNode logic() {
        return json;
    }

    /** Whether it is the same for all data. */
    public boolean isConstant() {
        return json.isBoolean();
    }

    /** The names it looks at, such as {@code nps} or {@code traits}, without what follows a dot, in order of appearance. */
    public Set<String> names() {
        return logic.names();
    }

    /**
     * Whether it is truthy for the data; false if it can't be evaluated for them, such as a word compared with a number.
     *
     * @param data by name, in plain Java values: strings, numbers, booleans, lists, maps
     */
    public boolean holds(Map<String, Object> data) {
        return holds(data, null) == Truth.YES;
    }

    /**
     * The same for data that may be known in part.
     *
     * @param data as for {@link Logic}
     * @param now  what {@code in_last_days} counts from; null if that is not known
     */
    public Truth holds(Map<String, ? extends @Nullable Object> data, @Nullable Instant now) {
        return json.isBoolean() ? Truth.of(json.booleanValue()) : logic.holds(data, now);
    }

    /** What is wrong with it whatever the data are, as a sentence; empty if nothing is. */
    public Optional<String> fault() {
        return logic.fault();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Condition condition && json.equals(condition.json);
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
