package io.earshot.questionnaire.exchange.surveyjs;

import io.earshot.questionnaire.exchange.NotCarriable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a SurveyJS expression. */
final class Tokens {
    enum Kind {
        NAME,
        STRING,
        NUMBER,
        WORD,
        SIGN,
        END
    }

    record Token(Kind kind, String text) {}

    private static final Pattern TOKEN = Pattern.compile("\\s*(?:"
            + "\\{(?<name>[^{}]*)}"
            + "|'(?<single>(?:[^'\\\\]|\\\\.)*+)'"
            + "|\"(?<quoted>(?:[^\"\\\\]|\\\\.)*+)\""
            + "|(?<number>0[xX][0-9a-fA-F]+|\\d+(?:\\.\\d+)?(?![A-Za-z_]))"
            + "|(?<sign>&&|\\|\\||<=|>=|<>|==|!=|\\*=|[-+*/%^()\\[\\],<>=!])"
            + "|(?<word>[^\\s{}()\\[\\],<>=!&|+*/%^'\"]+)"
            + ")");

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    Tokens(String text) throws NotCarriable {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!matcher.region(at, text.length()).lookingAt()) {
                if (text.substring(at).isBlank()) {
                    break;
                }
                throw new NotCarriable("The expression can't be read from '" + shortened(text.substring(at)) + "' on.");
            }
            tokens.add(token(matcher));
            at = matcher.end();
        }
    }

    Token peek() {
        return next < tokens.size() ? tokens.get(next) : new Token(Kind.END, "");
    }

    Token peekSecond() {
        return next + 1 < tokens.size() ? tokens.get(next + 1) : new Token(Kind.END, "");
    }

    Token take() {
        Token token = peek();
        next++;
        return token;
    }

    /** Takes the next token if it is the sign or word, in any case. */
    boolean takeIf(String text) {
        Token token = peek();
        boolean found = (token.kind() == Kind.SIGN || token.kind() == Kind.WORD)
                && token.text().equalsIgnoreCase(text);
        if (found) {
            next++;
        }
        return found;
    }

    private static Token token(Matcher matcher) {
        if (matcher.group("name") != null) {
            return new Token(Kind.NAME, matcher.group("name").strip());
        }
        String single = matcher.group("single");
        String quoted = matcher.group("quoted");
        if (single != null || quoted != null) {
            return new Token(
                    Kind.STRING, (single == null ? String.valueOf(quoted) : single).replaceAll("\\\\(.)", "$1"));
        }
        if (matcher.group("number") != null) {
            return new Token(Kind.NUMBER, matcher.group("number"));
        }
        return matcher.group("sign") != null
                ? new Token(Kind.SIGN, matcher.group("sign"))
                : new Token(Kind.WORD, matcher.group("word"));
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text.strip() : text.substring(0, 40).strip() + "…";
    }
}
