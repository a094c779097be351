package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.regex.Pattern;

/** The rule for names: what they are called in data, in Excel and in SPSS, so the strictest of them decides. */
public final class VariableName {
    private static final Pattern RULE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

    private VariableName() {}

    static String required(String name) {
        requireNonNull(name, "name");
        if (!isValid(name)) {
            throw new IllegalArgumentException("name must be a letter, then letters, digits or _, 64 at most: " + name);
        }
        return name;
    }

    public static boolean isValid(String name) {
        return RULE.matcher(name).matches();
    }

    /** Names that differ in case only are the same variable to SPSS and to Excel's tables. */
    public static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
