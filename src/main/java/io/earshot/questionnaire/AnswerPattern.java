package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A regular expression of an author's that whole answers match. It is RE2's, which takes time in proportion to the answer;
 * a browser has no RE2, so that what would take it for ever, or mean something else there, is refused.
 */
public record AnswerPattern(Pattern compiled) {
    static final int MAX_LENGTH = 500;

    private static final Pattern UNBOUNDED = Pattern.compile("^(?:[*+]|\\{[0-9]+,\\})");
    private static final String ESCAPED_LETTERS = "dDwWsSbBtnrfvpPx";

    /** @throws IllegalArgumentException with the reason, if it can't be used */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AnswerPattern of(String source) {
        if (source.isEmpty() || source.codePointCount(0, source.length()) > MAX_LENGTH) {
            throw new IllegalArgumentException("pattern must have 1 to " + MAX_LENGTH + " characters: "
                    + source.codePointCount(0, source.length()));
        }
        refuseWhatBrowsersReadOtherwise(source);
        try {
            Pattern compiled = Pattern.compile(source);
            refuseNestedRepetition(source);
            return new AnswerPattern(compiled);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException("pattern is no regular expression of RE2: " + e.getMessage(), e);
        }
    }

    @JsonValue
    public String source() {
        return compiled.pattern();
    }

    /** Whether the whole of the words match. */
    public boolean matches(String words) {
        return compiled.matches(words);
    }

    private static void refuseWhatBrowsersReadOtherwise(String source) {
        for (int i = 0; i < source.length(); i++) {
            String rest = source.substring(i);
            if (rest.startsWith("(?") && !rest.startsWith("(?:")) {
                throw new IllegalArgumentException("pattern may have groups ( and (?: only: " + source);
            }
            if (rest.startsWith("[[:")) {
                throw new IllegalArgumentException("pattern must not use classes such as [[:alpha:]]: " + source);
            }
            if (rest.startsWith("\\") && rest.length() > 1) {
                char escaped = rest.charAt(1);
                boolean braces = "pP".indexOf(escaped) >= 0 && !rest.startsWith("{", 2);
                boolean hex = escaped == 'x' && rest.startsWith("{", 2);
                if (Character.isLetterOrDigit(escaped) && (ESCAPED_LETTERS.indexOf(escaped) < 0 || braces || hex)) {
                    throw new IllegalArgumentException("pattern must not use \\" + escaped
                            + " as it stands, which browsers don't know: " + source);
                }
                i++;
            }
        }
    }

    private static void refuseNestedRepetition(String source) {
        Deque<Boolean> repeats = new ArrayDeque<>();
        repeats.push(false);
        boolean inClass = false;
        for (int i = 0; i < source.length(); i++) {
            char c = source.charAt(i);
            if (c == '\\') {
                i++;
            } else if (inClass) {
                inClass = c != ']';
            } else if (c == '[') {
                inClass = true;
                // A bracket that comes first is one of the class.
                i += source.startsWith("^]", i + 1) ? 2 : source.startsWith("]", i + 1) ? 1 : 0;
            } else if (c == '(') {
                repeats.push(false);
            } else {
                boolean group = c == ')';
                boolean inner = group && repeats.pop();
                boolean unbounded =
                        UNBOUNDED.matcher(source.substring(group ? i + 1 : i)).find();
                if (inner && unbounded) {
                    throw new IllegalArgumentException(
                            "pattern must not repeat without limit what already repeats without limit: " + source);
                }
                if (inner || unbounded) {
                    repeats.pop();
                    repeats.push(true);
                }
            }
        }
    }
}
