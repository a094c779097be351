package io.earshot.questionnaire.exchange;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Gives out names that are valid and not taken yet; as near to the wanted ones as the rules allow. */
public final class Names {
    private static final Set<String> RESERVED =
            Set.of("id", "respondent", "submitted_at", "started_at", "language", "traits", "context");
    private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
    private static final Pattern CODE = Pattern.compile("-?[A-Za-z0-9_][A-Za-z0-9_.-]{0,62}");
    private static final int MAX_LENGTH = 64;

    private final Set<String> taken = new HashSet<>();

    /** The wanted name, or one made of its letters and digits, with a number if it is taken or reserved. */
    public String claim(String wanted) {
        String name = VALID.matcher(wanted).matches() ? wanted : mended(wanted);
        String candidate = name;
        for (int i = 2; RESERVED.contains(key(candidate)) || !taken.add(key(candidate)); i++) {
            String end = "_" + i;
            candidate = name.substring(0, Math.min(name.length(), MAX_LENGTH - end.length())) + end;
        }
        return candidate;
    }

    public boolean isFree(String name) {
        return !RESERVED.contains(key(name)) && !taken.contains(key(name));
    }

    /** A questionnaire's own name, which may have dashes. */
    public static String ofQuestionnaire(String title) {
        String name = ascii(title)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]+", "-")
                .replaceAll("^[^a-z]+|-+$", "");
        return name.isEmpty() ? "imported" : name.substring(0, Math.min(name.length(), 100));
    }

    public static boolean isCode(String wanted) {
        return CODE.matcher(wanted).matches();
    }

    /** The wanted code of an option, or one made of its letters and digits. */
    public static String code(String wanted) {
        if (isCode(wanted)) {
            return wanted;
        }
        String code = ascii(wanted.strip()).replaceAll("[^A-Za-z0-9_.-]+", "_").replaceAll("^[.-]+", "");
        return code.isEmpty() ? "option" : code.substring(0, Math.min(code.length(), 60));
    }

    private static String mended(String wanted) {
        String name = ascii(wanted).replaceAll("[^A-Za-z0-9_]+", "_");
        if (name.isEmpty() || !Character.isLetter(name.charAt(0))) {
            name = "q" + (name.startsWith("_") ? "" : "_") + name;
        }
        return name.substring(0, Math.min(name.length(), MAX_LENGTH));
    }

    /** Accents off: a name in French stays readable. */
    private static String ascii(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
