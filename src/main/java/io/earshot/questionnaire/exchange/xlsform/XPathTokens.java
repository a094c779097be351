package io.earshot.questionnaire.exchange.xlsform;

import io.earshot.questionnaire.exchange.formula.NotExpressible;
import io.earshot.questionnaire.exchange.formula.Token;
import io.earshot.questionnaire.exchange.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an XLSForm expression: XPath with {@code ${name}} for the answer to a question. */
final class XPathTokens {
    private static final Pattern NEXT = Pattern.compile(
            "\\s*(?:(?<ref>\\$\\{\\s*(?:last-saved#)?[^}]*})|(?<string>\"[^\"]*\"|'[^']*')|(?<number>\\d+(?:\\.\\d+)?|\\.\\d+)"
                    + "|(?<path>\\.\\./[A-Za-z_./-][\\w./-]*|/[A-Za-z_][\\w./-]*)|(?<self>\\.)(?![\\w./])"
                    + "|(?<word>[A-Za-z_][\\w-]*(?:[:.][A-Za-z_][\\w-]*)*)|(?<op>!=|<=|>=|==|[=<>+*-])|(?<open>\\()|(?<close>\\))"
                    + "|(?<comma>,))");
    private static final Map<String, String> OPERATORS =
            Map.of("=", "==", "and", "and", "or", "or", "div", "/", "mod", "%");

    private XPathTokens() {}

    static List<Token> of(String expression) throws NotExpressible {
        // Word processors turn quotes into typographic ones; nobody means those.
        String plain = expression
                .replace('\u2018', '\'')
                .replace('\u2019', '\'')
                .replace('\u201C', '"')
                .replace('\u201D', '"')
                .replace('\u00A0', ' ')
                .strip();
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = NEXT.matcher(plain);
        int at = 0;
        while (at < plain.length()) {
            if (!matcher.find(at) || matcher.start() != at) {
                throw new NotExpressible("It can't be read at character " + (at + 1) + ".");
            }
            tokens.add(token(matcher, tokens));
            at = matcher.end();
            while (at < plain.length() && Character.isWhitespace(plain.charAt(at))) {
                at++;
            }
        }
        tokens.add(new Token(Kind.END, "", plain.length()));
        return tokens;
    }

    private static Token token(Matcher found, List<Token> before) throws NotExpressible {
        int at = found.start();
        if (found.group("ref") != null) {
            String name = found.group("ref")
                    .substring(2, found.group("ref").length() - 1)
                    .strip();
            if (name.startsWith("last-saved#")) {
                throw new NotExpressible("It looks at the answer of an earlier form (last-saved).");
            }
            return new Token(Kind.REFERENCE, name, at);
        }
        if (found.group("string") != null) {
            String quoted = found.group("string");
            return new Token(Kind.STRING, quoted.substring(1, quoted.length() - 1), at);
        }
        if (found.group("number") != null) {
            return new Token(Kind.NUMBER, found.group("number"), at);
        }
        if (found.group("path") != null) {
            return path(found.group("path"), at);
        }
        if (found.group("self") != null) {
            return new Token(Kind.SELF, ".", at);
        }
        if (found.group("word") != null) {
            String word = found.group("word");
            // XPath's rule: and, or, div and mod are operators only where an operand has just ended.
            return OPERATORS.containsKey(word) && !word.equals("=") && endsOperand(before)
                    ? new Token(Kind.OPERATOR, OPERATORS.getOrDefault(word, word), at)
                    : new Token(Kind.WORD, word, at);
        }
        if (found.group("op") != null) {
            String operator = found.group("op");
            return new Token(Kind.OPERATOR, OPERATORS.getOrDefault(operator, operator), at);
        }
        if (found.group("open") != null) {
            return new Token(Kind.OPEN, "(", at);
        }
        return found.group("close") != null ? new Token(Kind.CLOSE, ")", at) : new Token(Kind.COMMA, ",", at);
    }

    /** {@code ../age} and {@code /form/person/age} name a question by its last step, as long as they are nothing but steps. */
    private static Token path(String path, int at) throws NotExpressible {
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!name.matches("[A-Za-z_][\\w.-]*")) {
            throw new NotExpressible("The path " + path + " does not end in a question's name.");
        }
        return new Token(Kind.REFERENCE, name, at);
    }

    private static boolean endsOperand(List<Token> before) {
        if (before.isEmpty()) {
            return false;
        }
        return switch (before.get(before.size() - 1).kind()) {
            case NUMBER, STRING, REFERENCE, WORD, SELF, CLOSE -> true;
            case OPERATOR, OPEN, COMMA, END -> false;
        };
    }
}
