package io.earshot.questionnaire.logic;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is made of operands that have been evaluated; none of them is {@link Unknown}. */
@FunctionalInterface
interface Operator {
    /** @throws Unevaluable if it can't take them */
    @Nullable
    Object of(List<@Nullable Object> operands, Scope scope);
}
