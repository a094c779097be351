package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Texts of other tools in our form: a string, or a map of BCP 47 language to string, in Markdown. */
public final class Wording {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private final String defaultLanguage;
    private final String defaultKey;
    private final UnaryOperator<String> toMarkdown;

    /**
     * @param defaultLanguage the language of plain strings
     * @param defaultKey      the key that the tool uses for it in maps, such as {@code default}
     */
    public Wording(String defaultLanguage, String defaultKey, UnaryOperator<String> toMarkdown) {
        this.defaultLanguage = defaultLanguage;
        this.defaultKey = defaultKey;
        this.toMarkdown = toMarkdown;
    }

    public String defaultLanguage() {
        return defaultLanguage;
    }

    /** The text, or a missing node if it says nothing in any language. */
    public JsonNode text(JsonNode theirs) {
        if (!theirs.isObject()) {
            String words = cleaned(theirs.asText(""));
            return words.isEmpty() ? JsonNodeFactory.instance.missingNode() : JsonNodeFactory.instance.textNode(words);
        }
        ObjectNode byLanguage = JsonNodeFactory.instance.objectNode();
        theirs.properties().forEach(member -> {
            String language = member.getKey().equals(defaultKey) ? defaultLanguage : tag(member.getKey());
            String words = cleaned(member.getValue().asText(""));
            if (!words.isEmpty() && LANGUAGE.matcher(language).matches() && !byLanguage.has(language)) {
                byLanguage.put(language, words);
            }
        });
        if (byLanguage.size() == 1 && byLanguage.has(defaultLanguage)) {
            return byLanguage.get(defaultLanguage);
        }
        return byLanguage.isEmpty() ? JsonNodeFactory.instance.missingNode() : byLanguage;
    }

    /** The text, or the words given if it says nothing in the default language. */
    public JsonNode text(JsonNode theirs, String otherwise) {
        JsonNode text = text(theirs);
        String fallback = otherwise.isBlank() ? "…" : otherwise;
        if (text.isMissingNode()) {
            return JsonNodeFactory.instance.textNode(fallback);
        }
        if (text.isObject() && !text.has(defaultLanguage)) {
            ((ObjectNode) text).put(defaultLanguage, text.elements().next().asText(fallback));
        }
        return text;
    }

    /** Sets a member if there are words. */
    public void put(ObjectNode target, String member, JsonNode theirs) {
        JsonNode text = text(theirs);
        if (!text.isMissingNode()) {
            target.set(member, text(theirs, "…"));
        }
    }

    /** A language as BCP 47 writes it: {@code pt_br} and {@code PT-BR} become {@code pt-BR}. */
    public static String tag(String theirs) {
        Locale locale = Locale.forLanguageTag(theirs.replace('_', '-'));
        return locale.getLanguage().isEmpty() ? theirs.replace('_', '-') : locale.toLanguageTag();
    }

    private String cleaned(String words) {
        return withoutIllegal(toMarkdown.apply(words)).strip();
    }

    /** Without control characters and halves of surrogate pairs, which no store or screen takes. */
    public static String withoutIllegal(String words) {
        return words.codePoints()
                .filter(point -> point == '\n' || point == '\t' || (point >= 0x20 && point != 0x7F))
                .filter(point -> (point < 0xD800 || point > 0xDFFF) && point != 0xFFFE && point != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
