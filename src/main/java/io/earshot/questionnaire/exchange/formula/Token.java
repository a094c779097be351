package io.earshot.questionnaire.exchange.formula;

/**
 * A word of an expression.
 *
 * @param text for strings without quotes, for references without their signs; operators as JsonLogic calls them
 * @param at   where it begins in the expression, from 0
 */
public record Token(Kind kind, String text, int at) {
    public enum Kind {
        NUMBER,
        STRING,
        REFERENCE,
        WORD,
        SELF,
        OPERATOR,
        OPEN,
        CLOSE,
        COMMA,
        END
    }
}
