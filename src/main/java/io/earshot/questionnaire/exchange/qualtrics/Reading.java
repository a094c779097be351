package io.earshot.questionnaire.exchange.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Html;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.Wording;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is known while one Qualtrics file is read: names, what is asked under which id, embedded data. */
final class Reading {
    private static final Pattern PIPE = Pattern.compile("\\$(?:e\\{[^{}]{0,300}}|\\{([a-z]+)://([^{}]{0,300})})");
    private static final Map<String, String> LANGUAGES =
            Map.of("ZH-S", "zh-Hans", "ZH-T", "zh-Hant", "SQI", "sq", "MSA", "ms", "ES-419", "es-419");

    final Ledger ledger = new Ledger();
    final Names names = new Names();
    final Names pageNames = new Names();
    final String language;

    /** Names of embedded data that the app has to give. */
    final Map<String, String> hidden = new LinkedHashMap<>();

    private final Map<String, String> fields = new HashMap<>();
    private final Map<String, Asked> asked = new HashMap<>();
    private final Wording wording;

    Reading(String theirLanguage) {
        this.language = tag(theirLanguage);
        this.wording = new Wording(language, "", words -> words);
    }

    static String tag(String theirs) {
        String known = LANGUAGES.get(theirs.toUpperCase(Locale.ROOT));
        return known != null ? known : Wording.tag(theirs.isEmpty() ? "en" : theirs);
    }

    /** @param key question id, and row, choice or field after a {@code /} */
    void know(String key, Asked what) {
        asked.put(key, what);
    }

    Optional<Asked> find(String key) {
        return Optional.ofNullable(asked.get(key));
    }

    /** The variable of an embedded data field; a hidden one if the flow sets it nowhere. */
    String field(String theirs) {
        String known = fields.get(theirs);
        if (known != null) {
            return known;
        }
        String name = fieldName(theirs);
        hidden.put(name, theirs);
        return name;
    }

    /** The variable of a field that the flow computes. */
    String fieldName(String theirs) {
        return fields.computeIfAbsent(theirs, names::claim);
    }

    /** A text of the file with its translations: their language to text. */
    JsonNode text(String own, Map<String, String> translations, String otherwise, String where) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put(language, converted(own, where));
        translations.forEach((their, words) -> {
            String tag = tag(their);
            if (!tag.equals(language)) {
                all.put(tag, converted(words, where));
            }
        });
        return wording.text(all, otherwise);
    }

    JsonNode text(String own, String where) {
        return text(own, Map.of(), "…", where);
    }

    /** HTML as Markdown and piped text as ours. */
    String converted(String html, String where) {
        Html.Plain plain = Html.plain(html);
        if (!plain.lost().isEmpty()) {
            ledger.changed(
                    where,
                    String.join(", ", plain.lost()),
                    "Texts hold words, emphasis, links and lists; these parts are left out.",
                    "Put a picture on a statement or an option with image.");
        }
        Matcher matcher = PIPE.matcher(plain.words());
        StringBuilder piped = new StringBuilder();
        while (matcher.find()) {
            String with = pipe(matcher.group(1), matcher.group(2));
            if (with.isEmpty()) {
                ledger.changed(
                        where,
                        matcher.group(),
                        "This piped text has no counterpart and is left out.",
                        "Pipe a question, a hidden field, a trait or a computed variable with {{name|fallback}}.");
            }
            matcher.appendReplacement(piped, Matcher.quoteReplacement(with));
        }
        return matcher.appendTail(piped).toString();
    }

    private String pipe(@Nullable String scheme, @Nullable String path) {
        if (scheme == null || path == null) {
            return "";
        }
        String[] parts = path.split("/");
        if (scheme.equals("e") && parts.length >= 2 && parts[0].equals("Field")) {
            return "{{" + field(parts[1]) + "}}";
        }
        return scheme.equals("q")
                ? variable(parts).map(what -> "{{" + what.variable() + "}}").orElse("")
                : "";
    }

    /** What a path such as {@code QID1/ChoiceGroup/SelectedChoices} or {@code QID2/ChoiceTextEntryValue/4} stands for. */
    private Optional<Asked> variable(String[] parts) {
        String part = parts[0] + "/" + parts[parts.length - 1];
        String kind = parts.length > 1 ? parts[1] : "";
        if (kind.equals("QuestionText") || kind.equals("ChoiceDescription")) {
            return Optional.empty();
        }
        for (String key : kind.contains("Text") ? List.of(part + "/text", part, parts[0]) : List.of(part, parts[0])) {
            if (asked.containsKey(key)) {
                return find(key);
            }
        }
        return Optional.empty();
    }
}
