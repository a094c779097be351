package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Texts in our JSON form: a plain string, or a map of language to string. */
public final class Texts {
    private static final int MAX_LENGTH = 10_000;

    private Texts() {}

    /**
     * A text of wordings by language; the empty key stands for the default language, and alone makes a plain string.
     * Null if there is no wording at all. A wording that is longer than our format takes is cut, and listed.
     */
    public static @org.jspecify.annotations.Nullable JsonNode of(
            Map<String, String> byLanguage, String defaultLanguage, Ledger ledger, String where) {
        Map<String, String> kept = new LinkedHashMap<>();
        byLanguage.forEach((language, words) -> {
            String stripped = words.strip();
            if (!stripped.isEmpty()) {
                kept.put(language, cut(stripped, ledger, where));
            }
        });
        if (kept.isEmpty()) {
            return null;
        }
        String plain = kept.remove("");
        if (kept.isEmpty()) {
            return TextNode.valueOf(plain);
        }
        ObjectNode text = JsonNodeFactory.instance.objectNode();
        if (plain != null && !kept.containsKey(defaultLanguage)) {
            text.put(defaultLanguage, plain);
        } else if (plain != null && !plain.equals(kept.get(defaultLanguage))) {
            ledger.changed(
                    where,
                    plain,
                    "There is a wording without a language beside one in " + defaultLanguage
                            + ", the default language.",
                    "The one with a language was taken; correct it if the other was meant.");
        }
        kept.forEach(text::put);
        if (!text.has(defaultLanguage)) {
            String first = kept.values().iterator().next();
            ledger.changed(
                    where,
                    first,
                    "There is no wording in " + defaultLanguage + ", the default language.",
                    "The first other wording stands in for it; translate it.");
            text.put(defaultLanguage, first);
        }
        return text;
    }

    /** The same text with every wording changed. */
    public static JsonNode map(JsonNode text, UnaryOperator<String> change) {
        if (!text.isObject()) {
            return TextNode.valueOf(change.apply(text.asText()));
        }
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        text.properties()
                .forEach(entry -> changed.put(
                        entry.getKey(), change.apply(entry.getValue().asText())));
        return changed;
    }

    /** Its wording in the default language, or else the first; empty if there is none. */
    public static String words(JsonNode text, String defaultLanguage) {
        if (!text.isObject()) {
            return text.asText("");
        }
        JsonNode inDefault = text.path(defaultLanguage);
        if (!inDefault.isMissingNode()) {
            return inDefault.asText();
        }
        return text.isEmpty() ? "" : text.elements().next().asText();
    }

    private static String cut(String words, Ledger ledger, String where) {
        if (words.length() <= MAX_LENGTH) {
            return words;
        }
        ledger.changed(
                where,
                words,
                "The text has " + words.length() + " characters; " + MAX_LENGTH + " are kept.",
                "Shorten it, or spread it over several statements.");
        int end = Character.isHighSurrogate(words.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return words.substring(0, end);
    }
}
