package io.earshot.questionnaire.logic;

/** Logic that has no value for its data: an operator that doesn't exist, operands that it can't take, or too much work. */
final class Unevaluable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unevaluable(String message) {
        // Without a stack trace: conditions come from outside, and failing must not cost more than holding.
        super(message, null, false, false);
    }
}
