package io.earshot.questionnaire.exchange.surveyjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.earshot.questionnaire.exchange.Logic;
import io.earshot.questionnaire.exchange.NotCarriable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads SurveyJS expressions by precedence: or, and, comparison, sum, product, power, sign; words such as {@code and} in any case. */
final class ExpressionParser {
    private static final int MAX_DEPTH = 100;

    private static final Map<String, String> COMPARISONS = Map.ofEntries(
            Map.entry("=", "="),
            Map.entry("==", "="),
            Map.entry("equal", "="),
            Map.entry("!=", "!="),
            Map.entry("<>", "!="),
            Map.entry("notequal", "!="),
            Map.entry("<", "<"),
            Map.entry("less", "<"),
            Map.entry(">", ">"),
            Map.entry("greater", ">"),
            Map.entry("<=", "<="),
            Map.entry("lessorequal", "<="),
            Map.entry(">=", ">="),
            Map.entry("greaterorequal", ">="),
            Map.entry("*=", "contains"),
            Map.entry("contains", "contains"),
            Map.entry("contain", "contains"),
            Map.entry("notcontains", "notcontains"),
            Map.entry("notcontain", "notcontains"),
            Map.entry("anyof", "anyof"),
            Map.entry("allof", "allof"),
            Map.entry("noneof", "noneof"));

    private final Tokens tokens;
    private int depth;

    private ExpressionParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /** @throws NotCarriable if it is no expression, or nested deeper than is read */
    static Expression parse(String text) throws NotCarriable {
        ExpressionParser parser = new ExpressionParser(new Tokens(text));
        Expression whole = parser.or();
        if (parser.tokens.peek().kind() != Tokens.Kind.END) {
            throw unexpected(parser.tokens.peek());
        }
        return whole;
    }

    private Expression or() throws NotCarriable {
        if (++depth > MAX_DEPTH) {
            throw new NotCarriable("The expression is nested more than " + MAX_DEPTH + " deep.");
        }
        Expression left = and();
        while (tokens.takeIf("or") || tokens.takeIf("||")) {
            left = new Expression.Binary("or", left, and());
        }
        depth--;
        return left;
    }

    private Expression and() throws NotCarriable {
        Expression left = comparison();
        while (tokens.takeIf("and") || tokens.takeIf("&&")) {
            left = new Expression.Binary("and", left, comparison());
        }
        return left;
    }

    private Expression comparison() throws NotCarriable {
        Expression left = sum();
        while (true) {
            if (tokens.takeIf("empty")) {
                left = new Expression.Unary("empty", left);
                continue;
            }
            if (tokens.takeIf("notempty")) {
                left = new Expression.Unary("notempty", left);
                continue;
            }
            Optional<String> operator = operator(COMPARISONS);
            if (operator.isEmpty()) {
                return left;
            }
            left = new Expression.Binary(operator.get(), left, sum());
        }
    }

    private Expression sum() throws NotCarriable {
        Expression left = product();
        for (Optional<String> operator = operator(Map.of("+", "+", "-", "-"));
                operator.isPresent();
                operator = operator(Map.of("+", "+", "-", "-"))) {
            left = new Expression.Binary(operator.get(), left, product());
        }
        return left;
    }

    private Expression product() throws NotCarriable {
        Map<String, String> signs = Map.of("*", "*", "/", "/", "%", "%", "^", "^");
        Expression left = prefixed();
        for (Optional<String> operator = operator(signs); operator.isPresent(); operator = operator(signs)) {
            left = new Expression.Binary(operator.get(), left, prefixed());
        }
        return left;
    }

    private Expression prefixed() throws NotCarriable {
        if (++depth > MAX_DEPTH) {
            throw new NotCarriable("The expression is nested more than " + MAX_DEPTH + " deep.");
        }
        Expression found;
        if (tokens.takeIf("!") || tokens.takeIf("negate")) {
            found = new Expression.Unary("!", prefixed());
        } else if (tokens.takeIf("-")) {
            found = new Expression.Unary("-", prefixed());
        } else {
            found = operand();
        }
        depth--;
        return found;
    }

    private Expression operand() throws NotCarriable {
        if (tokens.takeIf("(")) {
            Expression inner = or();
            expect(")");
            return inner;
        }
        if (tokens.takeIf("[")) {
            return new Expression.Listed(list("]"));
        }
        Tokens.Token token = tokens.take();
        return switch (token.kind()) {
            case NAME -> new Expression.Reference(token.text());
            case STRING -> new Expression.Constant(Logic.word(token.text()));
            case NUMBER -> new Expression.Constant(number(token.text()));
            case WORD -> word(token.text());
            case SIGN, END -> throw unexpected(token);
        };
    }

    private Expression word(String word) throws NotCarriable {
        if (tokens.takeIf("(")) {
            return new Expression.Call(word, list(")"));
        }
        return new Expression.Constant(constant(word));
    }

    private static JsonNode constant(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "false" -> Logic.truth(word.equalsIgnoreCase("true"));
            case "null", "undefined" -> JsonNodeFactory.instance.nullNode();
            default -> Logic.word(word);
        };
    }

    private List<Expression> list(String end) throws NotCarriable {
        List<Expression> items = new ArrayList<>();
        if (tokens.takeIf(end)) {
            return items;
        }
        do {
            items.add(or());
        } while (tokens.takeIf(","));
        expect(end);
        return items;
    }

    private static JsonNode number(String digits) throws NotCarriable {
        if (digits.length() > 30) {
            throw new NotCarriable("A number of " + digits.length() + " digits is more than is kept.");
        }
        return digits.regionMatches(true, 0, "0x", 0, 2)
                ? Logic.number(new BigDecimal(new BigInteger(digits.substring(2), 16)))
                : Logic.number(new BigDecimal(digits));
    }

    private Optional<String> operator(Map<String, String> words) {
        Tokens.Token token = tokens.peek();
        if (token.kind() != Tokens.Kind.SIGN && token.kind() != Tokens.Kind.WORD) {
            return Optional.empty();
        }
        Optional<String> found = Optional.ofNullable(words.get(token.text().toLowerCase(Locale.ROOT)));
        found.ifPresent(any -> tokens.take());
        return found;
    }

    private void expect(String sign) throws NotCarriable {
        if (!tokens.takeIf(sign)) {
            throw unexpected(tokens.peek());
        }
    }

    private static NotCarriable unexpected(Tokens.Token token) {
        return new NotCarriable(
                token.kind() == Tokens.Kind.END
                        ? "The expression ends where something is expected."
                        : "The expression has '" + token.text() + "' where something else is expected.");
    }
}
