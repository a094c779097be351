package io.earshot.questionnaire.logic;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A piece of JsonLogic: the operators of jsonlogic.com but {@code log}, and {@code version_eq}, {@code version_gt},
 * {@code version_gte}, {@code version_lt}, {@code version_lte} and {@code in_last_days}. Values meet as they do in
 * JavaScript. Immutable; parsed once, evaluated as often as one likes, in bounded time.
 *
 * <p>Data are plain values, as a rule a map by name: null, booleans, numbers, strings, lists and maps; {@link Unknown#VALUE} or a
 * {@link PartlyKnown} for what is not known here.
 *
 * @see <a href="https://jsonlogic.com/operations.html">JsonLogic's operations</a>
 */
public final class Logic {
    private final JsonNode json;
    private final Term term;

    private Logic(JsonNode json) {
        this.json = json;
        this.term = Parser.parse(json);
    }

    public static Logic of(JsonNode json) {
        return new Logic(json);
    }

    /** JSON as the plain values that data are made of. */
    public static @Nullable Object plain(JsonNode json) {
        return Parser.plain(json);
    }

    /** The value under a dotted name, as {@code var} finds it; null if there is none. */
    public static @Nullable Object read(@Nullable Object data, String path) {
        return Path.read(data, path);
    }

    /** What is wrong with it whatever the data are, as a sentence; empty if nothing is. */
    public Optional<String> fault() {
        return Syntax.fault(json);
    }

    /** The names it looks at, such as {@code nps} or {@code traits}, without what follows a dot, in order of appearance. */
    public Set<String> names() {
        return Syntax.names(json);
    }

    /**
     * Its value, or {@link Unknown#VALUE} if that hangs on something unknown; null if it has none or can't be evaluated.
     *
     * @param now null if the time is not known
     */
    public @Nullable Object value(@Nullable Object data, @Nullable Instant now) {
        try {
            return term.value(new Scope(data, now));
        } catch (Unevaluable e) {
            return null;
        }
    }

    /** Whether its value is truthy; not if it can't be evaluated. */
    public Truth holds(@Nullable Object data, @Nullable Instant now) {
        Object value = value(data, now);
        return value == Unknown.VALUE ? Truth.UNDECIDED : Truth.of(Coercion.truthy(value));
    }

    /**
     * Every value that it may have: one, or if an {@code if} hangs on something unknown, those of its branches.
     *
     * @return {@link Unknown#VALUE} among them for a branch that is not known itself
     */
    public List<@Nullable Object> outcomes(@Nullable Object data, @Nullable Instant now) {
        try {
            Scope scope = new Scope(data, now);
            if (term instanceof Choice choice) {
                return choice.outcomes(scope);
            }
            List<@Nullable Object> one = new ArrayList<>();
            one.add(term.value(scope));
            return one;
        } catch (Unevaluable e) {
            List<@Nullable Object> nothing = new ArrayList<>();
            nothing.add(null);
            return nothing;
        }
    }

    /** Truth of a plain value: as JavaScript's, but an empty list is false. */
    public static boolean truthy(@Nullable Object value) {
        return Coercion.truthy(value);
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
