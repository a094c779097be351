package io.earshot.questionnaire.exchange.limesurvey;

import io.earshot.questionnaire.exchange.formula.NotExpressible;
import io.earshot.questionnaire.exchange.formula.Token;
import io.earshot.questionnaire.exchange.formula.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of LimeSurvey's ExpressionScript. */
final class ExpressionTokens {
    private static final Pattern NEXT =
            Pattern.compile("\\s*(?:(?<string>\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^'\\\\]|\\\\.)*+')"
                    + "|(?<sgqa>(?:INSERTANS:)?\\d+X\\d+X\\d+[\\w#]*(?:\\.\\w+)?)"
                    + "|(?<number>\\d+(?:\\.\\d+)?|\\.\\d+)|(?<word>(?:TOKEN:)?[A-Za-z_][\\w#]*(?:\\.\\w+)?)"
                    + "|(?<op>===|!==|==|!=|<=|>=|&&|\\|\\||[<>+*/%!=-])|(?<open>\\()|(?<close>\\))|(?<comma>,))");
    private static final Map<String, String> OPERATORS = Map.ofEntries(
            Map.entry("&&", "and"),
            Map.entry("||", "or"),
            Map.entry("===", "=="),
            Map.entry("!==", "!="),
            Map.entry("lt", "<"),
            Map.entry("le", "<="),
            Map.entry("gt", ">"),
            Map.entry("ge", ">="),
            Map.entry("eq", "=="),
            Map.entry("ne", "!="),
            Map.entry("and", "and"),
            Map.entry("or", "or"));

    private ExpressionTokens() {}

    static List<Token> of(String expression) throws NotExpressible {
        String plain = expression.replace('\u00A0', ' ').strip();
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = NEXT.matcher(plain);
        int at = 0;
        while (at < plain.length()) {
            matcher.region(at, plain.length());
            if (!matcher.lookingAt()) {
                throw new NotExpressible("It can't be read at character " + (at + 1) + ".");
            }
            Token token = token(matcher);
            at = matcher.end();
            boolean call = token.kind() == Kind.REFERENCE
                    && plain.substring(at).stripLeading().startsWith("(");
            tokens.add(call ? new Token(Kind.WORD, token.text(), token.at()) : token);
        }
        tokens.add(new Token(Kind.END, "", plain.length()));
        return tokens;
    }

    private static Token token(Matcher found) throws NotExpressible {
        int at = found.start();
        if (found.group("string") != null) {
            String quoted = found.group("string");
            return new Token(
                    Kind.STRING, quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1"), at);
        }
        if (found.group("sgqa") != null) {
            return new Token(Kind.REFERENCE, found.group("sgqa").replace("INSERTANS:", ""), at);
        }
        if (found.group("number") != null) {
            return new Token(Kind.NUMBER, found.group("number"), at);
        }
        if (found.group("word") != null) {
            return word(found, at);
        }
        if (found.group("op") != null) {
            String operator = found.group("op");
            if (operator.equals("=")) {
                throw new NotExpressible("It sets a variable, which a condition here can't.");
            }
            return new Token(Kind.OPERATOR, OPERATORS.getOrDefault(operator, operator), at);
        }
        if (found.group("open") != null) {
            return new Token(Kind.OPEN, "(", at);
        }
        return found.group("close") != null ? new Token(Kind.CLOSE, ")", at) : new Token(Kind.COMMA, ",", at);
    }

    private static Token word(Matcher found, int at) {
        String word = found.group("word");
        String operator = OPERATORS.get(word.toLowerCase(Locale.ROOT));
        if (operator != null) {
            return new Token(Kind.OPERATOR, operator, at);
        }
        return new Token(Kind.REFERENCE, word, at);
    }
}
