package io.earshot.questionnaire.logic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators that decide which of their operands are evaluated, and over what. */
final class Lazy {
    private Lazy() {}

    /** The first falsy operand, else the last; something falsy decides it, whatever is not known. */
    static @Nullable Object and(List<Term> terms, Scope scope) {
        return until(terms, scope, false);
    }

    /** The first truthy operand, else the last; something truthy decides it, whatever is not known. */
    static @Nullable Object or(List<Term> terms, Scope scope) {
        return until(terms, scope, true);
    }

    private static @Nullable Object until(List<Term> terms, Scope scope, boolean decisive) {
        Object value = null;
        boolean known = true;
        for (Term term : terms) {
            value = term.value(scope);
            scope.spend(1);
            if (value == Unknown.VALUE) {
                known = false;
            } else if (Coercion.truthy(value) == decisive) {
                return value;
            }
        }
        return known ? value : Unknown.VALUE;
    }

    static @Nullable Object map(Term list, Term rule, Scope scope) {
        Object items = items(list, scope);
        if (!(items instanceof List<?> all)) {
            return items;
        }
        List<@Nullable Object> results = new ArrayList<>();
        for (Object item : all) {
            Object result = rule.value(scope.of(item));
            if (result == Unknown.VALUE) {
                return result;
            }
            results.add(result);
        }
        return results;
    }

    static @Nullable Object filter(Term list, Term rule, Scope scope) {
        Object items = items(list, scope);
        if (!(items instanceof List<?> all)) {
            return items;
        }
        List<@Nullable Object> kept = new ArrayList<>();
        for (Object item : all) {
            Object result = rule.value(scope.of(item));
            if (result == Unknown.VALUE) {
                return result;
            }
            if (Coercion.truthy(result)) {
                kept.add(item);
            }
        }
        return kept;
    }

    static @Nullable Object reduce(Term list, Term rule, Term start, Scope scope) {
        Object items = items(list, scope);
        if (!(items instanceof List<?> all)) {
            return items;
        }
        Object accumulator = start.value(scope);
        for (Object item : all) {
            Map<String, @Nullable Object> step = new HashMap<>();
            step.put("current", item);
            step.put("accumulator", accumulator);
            accumulator = rule.value(scope.of(step));
        }
        return accumulator;
    }

    static Object all(Term list, Term rule, Scope scope) {
        Object items = items(list, scope);
        return items instanceof List<?> all && all.isEmpty() ? (Object) false : each(items, rule, scope, false);
    }

    static Object some(Term list, Term rule, Scope scope) {
        return each(items(list, scope), rule, scope, true);
    }

    static Object none(Term list, Term rule, Scope scope) {
        Object some = some(list, rule, scope);
        return some == Unknown.VALUE ? some : (Object) some.equals(false);
    }

    /** The decisive verdict as soon as one item gives it, else the other one. */
    private static Object each(Object items, Term rule, Scope scope, boolean decisive) {
        if (!(items instanceof List<?> all)) {
            return items;
        }
        boolean known = true;
        for (Object item : all) {
            Object result = rule.value(scope.of(item));
            if (result == Unknown.VALUE) {
                known = false;
            } else if (Coercion.truthy(result) == decisive) {
                return decisive;
            }
        }
        return known ? (Object) !decisive : Unknown.VALUE;
    }

    /** A list, empty for what is none; or {@link Unknown}. */
    private static Object items(Term term, Scope scope) {
        Object value = term.value(scope);
        if (value == Unknown.VALUE) {
            return value;
        }
        List<?> items = value instanceof List<?> list ? list : List.of();
        scope.spend(items.size());
        return items;
    }
}
