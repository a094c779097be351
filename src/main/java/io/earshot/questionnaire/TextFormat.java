package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.google.re2j.Pattern;

/**
 * Words of a certain form. The expressions stand in docs/reference/questions.md and are the same in the SDK, so that a
 * respondent is told at once; they match the whole answer, and use only what RE2 and JavaScript ({@code u} flag) read alike.
 */
public enum TextFormat {
    /** A local part, and a domain of two labels or more; letters of every script. Quoted local parts are refused. */
    @JsonProperty("email")
    EMAIL("an email address", TextFormat.EMAIL_FORM),
    /** Absolute, http or https, with a domain of two labels or more; without user name and password. */
    @JsonProperty("url")
    URL("an address that begins with http:// or https://", TextFormat.URL_FORM),
    /** 6 to 15 digits (E.164 has at most 15), grouped as people do, perhaps with a + before and an extension behind. */
    @JsonProperty("phone")
    PHONE("a phone number of 6 to 15 digits", TextFormat.PHONE_FORM);

    private static final String LABEL = "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?";
    private static final String DOMAIN = "(?:" + LABEL + "\\.)+(?:[\\p{L}\\p{M}]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{1,59})";

    static final String EMAIL_FORM = "^[\\p{L}\\p{M}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@" + DOMAIN + "$";
    static final String URL_FORM =
            "^[Hh][Tt][Tt][Pp][Ss]?://" + DOMAIN + "(?::[0-9]{1,5})?(?:[/?#][^\\x00-\\x20\\x7F<>\"]*)?$";
    static final String PHONE_FORM = "^\\+?(?:[ ()./-]*[0-9]){6,15}[ ()./-]*(?:(?:ext\\.?|x|#) ?[0-9]{1,6})?$";

    private final String description;
    private final Pattern form;

    TextFormat(String description, String form) {
        this.description = description;
        this.form = Pattern.compile(form);
    }

    /** What is written, such as {@code an email address}. */
    public String description() {
        return description;
    }

    /** The expression, as it stands in the documentation. */
    public String form() {
        return form.pattern();
    }

    public boolean matches(String words) {
        return form.matches(words);
    }
}
