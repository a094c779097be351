package io.earshot.questionnaire;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A wording in one or many languages.
 *
 * @param byLanguage BCP 47 language to wording, in the author's order; the empty key stands for a plain string, which is
 *     in the questionnaire's default language
 */
public record Text(Map<String, String> byLanguage) {
    private static final String PLAIN = "";

    /** No wording at all. */
    public static final Text NONE = new Text(Map.of());

    public Text {
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    public static Text of(String plain) {
        return new Text(Map.of(PLAIN, plain));
    }

    /** A wording in two languages, such as {@code Text.of("en", "Price", "fr", "Le prix")}. */
    public static Text of(String language, String wording, String otherLanguage, String otherWording) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        byLanguage.put(language, wording);
        byLanguage.put(otherLanguage, otherWording);
        return new Text(byLanguage);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Text fromJson(Object json) {
        if (json instanceof String plain) {
            return of(plain);
        }
        if (json instanceof Map<?, ?> map) {
            Map<String, String> byLanguage = new LinkedHashMap<>();
            map.forEach((language, wording) -> byLanguage.put(String.valueOf(language), String.valueOf(wording)));
            return new Text(byLanguage);
        }
        throw new IllegalArgumentException("a text is a string or a map of language to string: " + json);
    }

    @JsonValue
    Object toJson() {
        String plain = byLanguage.get(PLAIN);
        return plain != null && byLanguage.size() == 1 ? plain : byLanguage;
    }

    /**
     * The wording for a reader: the language itself, then its parents ({@code fr-CA}, {@code fr}), then the default
     * language, then whatever there is; the empty string if there is nothing.
     */
    public String in(String language, String defaultLanguage) {
        for (String tag = language; !tag.isEmpty(); tag = parent(tag)) {
            String found = byLanguage.get(tag);
            if (found != null) {
                return found;
            }
        }
        String plain = byLanguage.get(PLAIN);
        if (plain != null) {
            return plain;
        }
        String fallback = byLanguage.get(defaultLanguage);
        return fallback != null
                ? fallback
                : byLanguage.values().stream().findFirst().orElse("");
    }

    /** The same without marks of Markdown and pipes, for where nothing draws or fills them: {@link PlainWords}. */
    public String plainIn(String language, String defaultLanguage) {
        return PlainWords.of(in(language, defaultLanguage));
    }

    /** Whether a reader of the language gets a wording without falling back to another language. */
    public boolean speaks(String language, String defaultLanguage) {
        if (byLanguage.containsKey(PLAIN) && language.equals(defaultLanguage)) {
            return true;
        }
        for (String tag = language; !tag.isEmpty(); tag = parent(tag)) {
            if (byLanguage.containsKey(tag)) {
                return true;
            }
        }
        return false;
    }

    /** The same text with every wording changed, such as one with a number put before it. */
    public Text map(UnaryOperator<String> change) {
        Map<String, String> changed = new LinkedHashMap<>();
        byLanguage.forEach((language, wording) -> changed.put(language, change.apply(wording)));
        return new Text(changed);
    }

    /** This text with another one behind it, such as a question's with a row's, in every language that either has. */
    public Text then(String separator, Text other) {
        Map<String, String> joined = new LinkedHashMap<>();
        Stream.concat(byLanguage.keySet().stream(), other.byLanguage.keySet().stream())
                .forEach(language -> joined.put(language, in(language, PLAIN) + separator + other.in(language, PLAIN)));
        return new Text(joined);
    }

    public boolean isEmpty() {
        return byLanguage.isEmpty();
    }

    private static String parent(String tag) {
        int cut = tag.lastIndexOf('-');
        return cut < 0 ? "" : tag.substring(0, cut);
    }
}
