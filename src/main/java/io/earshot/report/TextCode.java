package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.questionnaire.Text;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One code of a frame by which open answers are coded.
 *
 * @param words a text with one of them has the code; whole words or phrases, without regard to case and accents, a star at the
 *     end standing for any ending; absent where somebody has coded the texts
 */
public record TextCode(String code, Text text, @Nullable List<String> words) {
    public TextCode {
        requireNonNull(code, "code");
        requireNonNull(text, "text");
        words = words == null ? null : List.copyOf(words);
    }

    /** @param plain what {@link #plain} makes of a text */
    boolean isIn(String plain) {
        return words != null && words.stream().anyMatch(word -> plain.contains(plain(word)));
    }

    /** The words of a text between single blanks, small and without accents; what ends with a star has no blank after it. */
    static String plain(String text) {
        String bare = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        String words = " " + bare.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
        return bare.strip().endsWith("*") ? words : words + " ";
    }
}
