package io.earshot.questionnaire;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A wording without its marks, for where nothing draws them and no respondent's answers fill it: labels of data, tables, codebooks.
 * Emphasis and links leave their words, items of lists their words behind a dash or their number; a pipe leaves its fallback, or, if it
 * has none, what it names in brackets, such as {@code [plan]}. Whatever else looks like markup stays.
 */
public final class PlainWords {
    // The same marks that the card draws; lengths are bounded, so that no wording costs more than its length.
    private static final Pattern STRONG = Pattern.compile("\\*\\*(?=\\S)([^\\n]{1,2000}?)\\*\\*(?!\\*)");
    private static final Pattern STAR = Pattern.compile("\\*(?=\\S)([^*\\n]{1,2000}?)\\*");
    private static final Pattern UNDERSCORE = Pattern.compile("\\b_(?=\\S)([^\\n]{1,2000}?)_\\b");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\n]{1,500})]\\(https?://[^\\s)]{1,2000}\\)");
    private static final Pattern BULLET = Pattern.compile("(?m)^[ \\t]*[-*][ \\t]+");
    private static final Pattern PIPE = Pattern.compile("\\{\\{([^{}|]{1,200})(?:\\|([^{}]{0,500}))?}}");

    private PlainWords() {}

    public static String of(String wording) {
        String words = wording;
        if (words.contains("{{")) {
            words = PIPE.matcher(words).replaceAll(pipe -> Matcher.quoteReplacement(piped(pipe)));
        }
        if (words.indexOf('*') >= 0 || words.startsWith("-") || words.contains("\n")) {
            words = BULLET.matcher(words).replaceAll("– ");
            words = STAR.matcher(STRONG.matcher(words).replaceAll("$1")).replaceAll("$1");
        }
        if (words.indexOf('_') >= 0) {
            words = UNDERSCORE.matcher(words).replaceAll("$1");
        }
        return words.contains("](") ? LINK.matcher(words).replaceAll("$1") : words;
    }

    private static String piped(MatchResult pipe) {
        String fallback = pipe.group(2);
        return fallback == null || fallback.isBlank() ? "[" + pipe.group(1).strip() + "]" : fallback.strip();
    }
}
