package io.earshot.workbook;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names as SPSS takes them: a letter, then letters, digits, {@code . _ $ # @}, no point at the end, 64 bytes at most, none of
 * the words of its language, and unique whatever the case of letters.
 */
final class SpssNames {
    private static final int MOST_BYTES = 64;
    private static final Set<String> RESERVED =
            Set.of("ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH");

    private final Set<String> taken = new HashSet<>();

    /** The name itself if it will do; else the nearest that does. */
    String of(String wanted) {
        String valid = valid(wanted);
        String name = valid;
        for (int number = 2; !taken.add(name.toUpperCase(Locale.ROOT)); number++) {
            String suffix = "_" + number;
            name = cut(valid, MOST_BYTES - suffix.length()) + suffix;
        }
        return name;
    }

    private static String valid(String wanted) {
        StringBuilder name = new StringBuilder();
        wanted.codePoints()
                .map(c -> Character.isLetterOrDigit(c) || "._$#@".indexOf(c) >= 0 ? c : '_')
                .forEach(name::appendCodePoint);
        if (name.isEmpty() || !Character.isLetter(name.codePointAt(0))) {
            name.insert(0, "v_");
        }
        String cut = cut(name.toString(), MOST_BYTES);
        if (cut.endsWith(".")) {
            cut = cut.substring(0, cut.length() - 1) + "_";
        }
        return RESERVED.contains(cut.toUpperCase(Locale.ROOT)) ? cut + "_" : cut;
    }

    /** The beginning of a text that takes so many bytes of UTF-8 at most, never cut within a character. */
    static String cut(String text, int bytes) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int next = end + Character.charCount(text.codePointAt(end));
            used += text.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) {
                break;
            }
            end = next;
        }
        return text.substring(0, end);
    }

    /** The text, or as much as fits with a sign that it goes on. */
    static String shortened(String text, int bytes) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.getBytes(StandardCharsets.UTF_8).length <= bytes ? line : cut(line, bytes - 3) + "…";
    }
}
