package io.earshot.questionnaire.logic;

import org.jspecify.annotations.Nullable;

/** A piece of parsed logic. Immutable. */
@FunctionalInterface
interface Term {
    /**
     * Its value: null, a boolean, number, string, list, map, or {@link Unknown}.
     *
     * @throws Unevaluable if there is none
     */
    @Nullable
    Object value(Scope scope);
}
