package io.earshot.questionnaire.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole words and phrases, in any case. Looks only where a word begins, which is much faster than searching. */
final class Phrases {
    private final Pattern pattern;

    /** @param alternatives a regular expression; what it matches must begin with a letter or digit */
    Phrases(String alternatives) {
        pattern =
                Pattern.compile("(?:" + alternatives + ")(?!\\p{L})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean in(String words) {
        return first(words).isPresent();
    }

    /** The first of them, as it stands in the words. */
    Optional<String> first(String words) {
        Matcher matcher = matcher(words);
        int start = next(matcher, words, 0);
        return start < 0 ? Optional.empty() : Optional.of(matcher.group().strip());
    }

    int count(String words) {
        Matcher matcher = matcher(words);
        int count = 0;
        for (int at = next(matcher, words, 0); at >= 0; at = next(matcher, words, Math.max(matcher.end(), at + 1))) {
            count++;
        }
        return count;
    }

    /** The words with a space in the place of each of them. */
    String without(String words) {
        Matcher matcher = matcher(words);
        StringBuilder rest = new StringBuilder();
        int copied = 0;
        for (int at = next(matcher, words, 0); at >= 0; at = next(matcher, words, copied)) {
            rest.append(words, copied, at).append(' ');
            copied = Math.max(matcher.end(), at + 1);
        }
        return rest.append(words.substring(copied)).toString();
    }

    private Matcher matcher(String words) {
        // What stands before and after the region counts for what an expression looks back or ahead at.
        return pattern.matcher(words).useTransparentBounds(true);
    }

    /** Where the next one begins; -1 if there is none. */
    private static int next(Matcher matcher, String words, int from) {
        for (int at = from; at < words.length(); at++) {
            boolean begins = Character.isLetterOrDigit(words.charAt(at))
                    && (at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1)));
            if (begins && matcher.region(at, words.length()).lookingAt()) {
                return at;
            }
        }
        return -1;
    }
}
