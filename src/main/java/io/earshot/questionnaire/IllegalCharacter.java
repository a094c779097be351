package io.earshot.questionnaire;

import java.util.Optional;

/** Characters that no store, file or screen takes: controls (but tab and line ends) and halves of surrogate pairs. */
public final class IllegalCharacter {
    private IllegalCharacter() {}

    /** The first of them, described as {@code U+0000}; empty if there is none. */
    public static Optional<String> in(String words) {
        int length = words.length();
        for (int at = 0; at < length; at += Character.charCount(words.codePointAt(at))) {
            int point = words.codePointAt(at);
            if (isIllegal(point)) {
                return Optional.of(String.format("the character U+%04X", point));
            }
        }
        return Optional.empty();
    }

    private static boolean isIllegal(int point) {
        boolean control = point < 0x20 && point != '\t' && point != '\n' && point != '\r';
        // A surrogate that is part of a pair never comes out of codePointAt().
        return control || point == 0x7F || (point >= 0xD800 && point <= 0xDFFF) || point == 0xFFFE || point == 0xFFFF;
    }
}
