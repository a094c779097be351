package io.earshot.questionnaire.exchange.surveyjs;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A SurveyJS expression, such as {@code {age} > 17 and {plan} anyof ['pro', 'team']}, as a tree. */
sealed interface Expression {
    /** {@code {name}}. */
    record Reference(String name) implements Expression {}

    /** A number, string, truth value or null. */
    record Constant(JsonNode value) implements Expression {}

    /** {@code [a, b]}. */
    record Listed(List<Expression> items) implements Expression {}

    /** {@code empty}, {@code notempty}, {@code !} and {@code -}. */
    record Unary(String operator, Expression operand) implements Expression {}

    record Binary(String operator, Expression left, Expression right) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {}
}
