package io.earshot.questionnaire.logic;

import org.jspecify.annotations.Nullable;

/** What is made of operands that have been evaluated. */
@FunctionalInterface
interface Operator {
    /** @throws Unevaluable if it can't take them */
    @Nullable
    Object of(Operands operands, Scope scope);
}
