package io.earshot.questionnaire.exchange.formula;

import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.questionnaire.exchange.Codes;
import io.earshot.questionnaire.exchange.formula.Token.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** From words to a tree: the usual precedence of or, and, equality, order, sums, products and signs, all binding to the left. */
public final class FormulaParser {
    private static final int MAX_DEPTH = 50;
    private static final int MAX_TOKENS = 5000;

    private static final Map<String, Integer> BINDING = Map.ofEntries(
            Map.entry("or", 1),
            Map.entry("and", 2),
            Map.entry("==", 3),
            Map.entry("!=", 3),
            Map.entry("<", 4),
            Map.entry("<=", 4),
            Map.entry(">", 4),
            Map.entry(">=", 4),
            Map.entry("+", 5),
            Map.entry("-", 5),
            Map.entry("*", 6),
            Map.entry("/", 6),
            Map.entry("%", 6));

    private final List<Token> tokens;
    private int next;
    private int depth;

    private FormulaParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** @throws NotExpressible if the words are no expression, or far more than an author writes */
    public static Formula parse(List<Token> tokens) throws NotExpressible {
        if (tokens.size() > MAX_TOKENS) {
            throw new NotExpressible("The expression has more than " + MAX_TOKENS + " words.");
        }
        FormulaParser parser = new FormulaParser(tokens);
        Formula formula = parser.binary(1);
        Token rest = parser.peek();
        if (rest.kind() != Kind.END) {
            throw unexpected(rest);
        }
        return formula;
    }

    private Formula binary(int weakest) throws NotExpressible {
        if (++depth > MAX_DEPTH) {
            throw new NotExpressible("The expression is nested deeper than " + MAX_DEPTH + " levels.");
        }
        Formula left = unary();
        int chain = 0;
        while (peek().kind() == Kind.OPERATOR && BINDING.getOrDefault(peek().text(), 0) >= weakest) {
            String operator = take().text();
            // Each step of a chain such as a + b + c makes the tree one deeper, and a questionnaire's JSON is not that
            // deep.
            if (++chain > 400) {
                throw new NotExpressible("The expression strings more than 400 operators together.");
            }
            left = joined(operator, left, binary(BINDING.getOrDefault(operator, 0) + 1));
        }
        depth--;
        return left;
    }

    /** {@code a and b and c} is one operation of three operands, so that long lists of alternatives stay flat. */
    private static Formula joined(String operator, Formula left, Formula right) {
        boolean flat = operator.equals("and") || operator.equals("or") || operator.equals("+") || operator.equals("*");
        if (flat
                && left instanceof Formula.Operation before
                && before.operator().equals(operator)) {
            List<Formula> operands = new ArrayList<>(before.operands());
            operands.add(right);
            return new Formula.Operation(operator, operands);
        }
        return new Formula.Operation(operator, List.of(left, right));
    }

    private Formula unary() throws NotExpressible {
        Token token = peek();
        if (token.kind() == Kind.OPERATOR
                && (token.text().equals("-")
                        || token.text().equals("!")
                        || token.text().equals("+"))) {
            take();
            if (++depth > MAX_DEPTH) {
                throw new NotExpressible("The expression is nested deeper than " + MAX_DEPTH + " levels.");
            }
            Formula operand = unary();
            depth--;
            return token.text().equals("+") ? operand : new Formula.Operation(token.text(), List.of(operand));
        }
        return primary();
    }

    private Formula primary() throws NotExpressible {
        Token token = take();
        return switch (token.kind()) {
            case NUMBER -> number(token);
            case STRING -> new Formula.Constant(TextNode.valueOf(token.text()));
            case REFERENCE -> new Formula.Reference(token.text());
            case SELF -> new Formula.Self();
            case WORD -> peek().kind() == Kind.OPEN ? call(token.text()) : new Formula.Word(token.text());
            case OPEN -> {
                Formula inside = binary(1);
                expect(Kind.CLOSE, ")");
                yield inside;
            }
            case OPERATOR, CLOSE, COMMA, END -> throw unexpected(token);
        };
    }

    private Formula call(String function) throws NotExpressible {
        take();
        List<Formula> arguments = new ArrayList<>();
        if (peek().kind() != Kind.CLOSE) {
            arguments.add(binary(1));
            while (peek().kind() == Kind.COMMA) {
                take();
                arguments.add(binary(1));
            }
        }
        expect(Kind.CLOSE, ")");
        return new Formula.Call(function, arguments);
    }

    private static Formula number(Token token) throws NotExpressible {
        if (token.text().length() > 30) {
            throw new NotExpressible("The number " + token.text() + " has more digits than are carried.");
        }
        return new Formula.Constant(Codes.number(new BigDecimal(token.text())));
    }

    private void expect(Kind kind, String sign) throws NotExpressible {
        Token token = take();
        if (token.kind() != kind) {
            throw new NotExpressible("A " + sign + " is missing at character " + (token.at() + 1) + ".");
        }
    }

    private static NotExpressible unexpected(Token token) {
        return new NotExpressible(
                token.kind() == Kind.END
                        ? "The expression ends too early."
                        : "There is an unexpected '" + token.text() + "' at character " + (token.at() + 1) + ".");
    }

    private Token peek() {
        return tokens.get(Math.min(next, tokens.size() - 1));
    }

    private Token take() {
        Token token = peek();
        next++;
        return token;
    }
}
