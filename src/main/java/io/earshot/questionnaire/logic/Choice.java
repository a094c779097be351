package io.earshot.questionnaire.logic;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code if} of JsonLogic: condition, value, condition, value, ... and what is left for the rest.
 *
 * @param terms in that order
 */
record Choice(List<Term> terms) implements Term {
    @Override
    public @Nullable Object value(Scope scope) {
        for (int i = 0; i + 1 < terms.size(); i += 2) {
            Object condition = terms.get(i).value(scope);
            scope.spend(1);
            if (condition == Unknown.VALUE) {
                return condition;
            }
            if (Coercion.truthy(condition)) {
                return terms.get(i + 1).value(scope);
            }
        }
        return otherwise(scope);
    }

    /** Every value that it may have, if what is not known decides. */
    List<@Nullable Object> outcomes(Scope scope) {
        List<@Nullable Object> outcomes = new ArrayList<>();
        for (int i = 0; i + 1 < terms.size(); i += 2) {
            Object condition = terms.get(i).value(scope);
            if (condition == Unknown.VALUE || Coercion.truthy(condition)) {
                add(terms.get(i + 1), scope, outcomes);
            }
            if (condition != Unknown.VALUE && Coercion.truthy(condition)) {
                return outcomes;
            }
        }
        if (terms.size() % 2 == 1) {
            add(terms.get(terms.size() - 1), scope, outcomes);
        } else {
            outcomes.add(null);
        }
        return outcomes;
    }

    private static void add(Term term, Scope scope, List<@Nullable Object> outcomes) {
        if (term instanceof Choice choice) {
            outcomes.addAll(choice.outcomes(scope));
        } else {
            outcomes.add(term.value(scope));
        }
    }

    private @Nullable Object otherwise(Scope scope) {
        return terms.size() % 2 == 1 ? terms.get(terms.size() - 1).value(scope) : null;
    }
}
