package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.exchange.Html;
import io.earshot.questionnaire.exchange.Texts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Our texts as XLSForm writes them. */
final class NativeText {
    private static final Pattern PIPE = Pattern.compile("\\{\\{\\s*([^{}|]*?)\\s*(?:\\|([^{}]*))?}}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private NativeText() {}

    /** A variable is piped as {@code ${name}}; of what ODK does not know only the fallback is left. */
    static String words(String ours) {
        return PIPE.matcher(ours)
                .replaceAll(found -> {
                    String fallback = found.group(2) == null ? "" : found.group(2);
                    boolean variable = NAME.matcher(found.group(1)).matches();
                    return Matcher.quoteReplacement(variable ? "${" + found.group(1) + "}" : fallback);
                })
                .strip();
    }

    /** Wordings as cells by language; the empty one is the column without a language. Empty ones are no cells. */
    static Map<String, String> cells(JsonNode text) {
        Map<String, String> cells = new LinkedHashMap<>();
        if (text.isObject()) {
            text.properties()
                    .forEach(entry ->
                            cells.put(entry.getKey(), words(entry.getValue().asText())));
        } else {
            cells.put("", words(text.asText()));
        }
        return of(cells);
    }

    static Map<String, String> of(Map<String, String> raw) {
        Map<String, String> kept = new LinkedHashMap<>();
        raw.forEach((language, words) -> {
            // Line ends are what a spreadsheet makes of them.
            String plain = words.replace("\r\n", "\n").replace("\r", "\n").strip();
            if (!plain.isEmpty()) {
                kept.put(language, plain);
            }
        });
        return kept;
    }

    static String title(JsonNode questionnaire) {
        JsonNode title = questionnaire.path("title");
        return words(Texts.words(title, questionnaire.path("defaultLanguage").asText()));
    }

    /** Whether reading the cells alone gives the text back exactly. */
    static boolean isWhole(JsonNode text, String defaultLanguage) {
        if (text.isObject()) {
            boolean plain = text.has(defaultLanguage);
            for (JsonNode wording : text) {
                plain &= isWhole(wording.asText()) && wording.isTextual();
            }
            return plain;
        }
        return text.isTextual() && isWhole(text.asText());
    }

    private static boolean isWhole(String words) {
        return !words.isEmpty()
                && words.equals(words.strip())
                && !words.contains("{{")
                && !words.contains("${")
                && !words.contains("\r")
                && !Html.isIn(words);
    }
}
