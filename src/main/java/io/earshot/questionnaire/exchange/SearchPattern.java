package io.earshot.questionnaire.exchange;

import java.util.Optional;
import java.util.regex.Pattern;

/** Regular expressions of other tools, which find a match anywhere, as ours, which match the whole answer and have fewer signs. */
public final class SearchPattern {
    private static final int LONGEST = 500;

    /** Look-around, back-references, possessive and atomic groups: what a matcher in linear time has not. */
    private static final Pattern UNKNOWN =
            Pattern.compile("\\(\\?(?:[=!>]|<[=!])|(?<!\\\\)(?:\\\\\\\\)*\\\\[1-9k]|[*+?}]\\+");

    private static final Pattern NESTED = Pattern.compile("[*+]\\)[*+{]");

    private SearchPattern() {}

    /** The pattern for whole answers; empty if it can't be written so. */
    public static Optional<String> whole(String theirs) {
        String pattern = theirs;
        String before = ".*";
        String after = ".*";
        if (pattern.startsWith("^")) {
            pattern = pattern.substring(1);
            before = "";
        }
        if (pattern.endsWith("$") && !pattern.endsWith("\\$")) {
            pattern = pattern.substring(0, pattern.length() - 1);
            after = "";
        }
        if (UNKNOWN.matcher(pattern).find() || NESTED.matcher(pattern).find()) {
            return Optional.empty();
        }
        boolean alternatives = pattern.contains("|");
        String whole = before + (alternatives ? "(?:" + pattern + ")" : pattern) + after;
        try {
            Pattern.compile(whole);
        } catch (java.util.regex.PatternSyntaxException e) {
            return Optional.empty();
        }
        return whole.length() <= LONGEST ? Optional.of(whole) : Optional.empty();
    }
}
