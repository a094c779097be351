package io.earshot.questionnaire.exchange;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The BCP 47 tag of what a file calls a language: {@code French (fr)}, {@code fr}, {@code french}, {@code Français}. */
public final class Languages {
    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8}){0,3}");
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\(\\s*([^()]+?)\\s*\\)\\s*$");
    private static final Map<String, String> BY_NAME = byName();

    private Languages() {}

    /** Empty if no language is known by these words. */
    public static Optional<String> tag(String words) {
        String name = words.strip();
        Matcher inside = IN_PARENTHESES.matcher(name);
        if (inside.find() && TAG.matcher(inside.group(1)).matches()) {
            return Optional.of(inside.group(1).replace('_', '-'));
        }
        String byName = BY_NAME.get(name.toLowerCase(Locale.ROOT));
        if (byName != null) {
            return Optional.of(byName);
        }
        if (TAG.matcher(name).matches() && isKnown(name.split("[-_]")[0])) {
            return Optional.of(name.replace('_', '-'));
        }
        return Optional.empty();
    }

    private static boolean isKnown(String language) {
        String code = language.toLowerCase(Locale.ROOT);
        Locale locale = Locale.forLanguageTag(code);
        return code.length() == 2
                ? !locale.getDisplayLanguage(Locale.ENGLISH).equals(code)
                : !locale.getDisplayLanguage(Locale.ENGLISH).equalsIgnoreCase(code);
    }

    private static Map<String, String> byName() {
        Map<String, String> names = new HashMap<>();
        for (String code : Locale.getISOLanguages()) {
            Locale locale = Locale.forLanguageTag(code);
            names.putIfAbsent(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
        }
        for (String code : Locale.getISOLanguages()) {
            names.put(
                    Locale.forLanguageTag(code)
                            .getDisplayLanguage(Locale.ENGLISH)
                            .toLowerCase(Locale.ROOT),
                    code);
        }
        return names;
    }
}
