package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.re2j.Pattern;

/**
 * Words of a certain form, with white space around them if need be. Loose on purpose: whoever writes an address in an unusual
 * way must not be sent away by a survey. The expressions stand in docs/reference/questions.md; the SDK's allow the same.
 */
public enum TextFormat {
    /** Something, an @, and a domain of two labels or more. */
    @JsonProperty("email")
    EMAIL("an email address", "[^\\s@]+@[^\\s@.]+(?:\\.[^\\s@.]+)+"),
    /** Absolute, http or https, with a domain of two labels or more. */
    @JsonProperty("url")
    URL("an address that begins with http:// or https://", "(?i:https?://)[^\\s/?#]+\\.[^\\s/?#]+(?:[/?#]\\S*)?"),
    /** 5 to 15 digits (E.164 has at most 15), grouped as people do, perhaps with a + before them. */
    @JsonProperty("phone")
    PHONE("a phone number of 5 to 15 digits", "\\+?(?:[\\s()./-]*\\d){5,15}[\\s()./-]*");

    private final String description;
    private final String form;
    private final Pattern pattern;

    TextFormat(String description, String form) {
        this.description = description;
        this.form = form;
        this.pattern = Pattern.compile(anySpace("\\s*(?:" + form + ")\\s*"));
    }

    /** What is written, such as {@code an email address}. */
    public String description() {
        return description;
    }

    /** The expression that matches the words without white space around them; {@code \s} is any white space of Unicode. */
    public String form() {
        return form;
    }

    public boolean matches(String words) {
        return pattern.matches(words);
    }

    /** White space as browsers know it; RE2's own is that of ASCII. */
    private static String anySpace(String form) {
        String space = "\\t-\\r\\p{Z}\\x{FEFF}";
        return form.replace("[^\\s", "[^" + space)
                .replace("[\\s", "[" + space)
                .replace("\\s", "[" + space + "]")
                .replace("\\S", "[^" + space + "]");
    }
}
