package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/**
 * A regular expression of an author's that whole answers match. It is RE2's, which takes time in proportion to the answer. A
 * browser that can't read one leaves it to the server; what it would read otherwise is refused.
 */
public record AnswerPattern(Pattern compiled) {
    private static final int MAX_LENGTH = 500;
    private static final int MAX_SIZE = 2000;

    /** @throws IllegalArgumentException with the reason, if it can't be used */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AnswerPattern of(String source) {
        int length = source.codePointCount(0, source.length());
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException("pattern must have 1 to " + MAX_LENGTH + " characters: " + length);
        }
        if (source.contains("[[:") || source.contains("[[^:")) {
            throw new IllegalArgumentException("pattern must not use classes such as [[:alpha:]]: " + source);
        }
        // Before it is compiled: written out, a{1000} in a{1000} in a{1000} takes all memory there is.
        if (PatternShape.of(source).size() > MAX_SIZE) {
            throw new IllegalArgumentException("pattern must have at most " + MAX_SIZE
                    + " characters once its repetitions are written out: " + source);
        }
        try {
            return new AnswerPattern(Pattern.compile(source));
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
}
