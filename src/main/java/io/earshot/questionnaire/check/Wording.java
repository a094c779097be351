package io.earshot.questionnaire.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text of a questionnaire, in one or many languages.
 *
 * @param asked  the element that it belongs to; absent for titles, endings and names of what is computed
 * @param moment when it is read; empty for the end, or for what only the data's reader sees
 */
record Wording(Place place, Role role, @Nullable Asked asked, Optional<Known.Moment> moment) {
    /** What a text is there for. */
    enum Role {
        TITLE,
        QUESTION,
        DESCRIPTION,
        OPTION,
        ROW,
        LABEL,
        ENDING,
        NAME
    }

    private static final List<String> LABELS =
            List.of("lowLabel", "highLabel", "yesLabel", "noLabel", "bestLabel", "worstLabel", "label", "patternHint");
    private static final Map<String, Role> PARTS =
            Map.of("options", Role.OPTION, "scale", Role.OPTION, "rows", Role.ROW, "fields", Role.LABEL);

    /** Every text, in the order of the document's parts. */
    static List<Wording> in(Place whole, List<Asked> elements) {
        List<Wording> texts = new ArrayList<>();
        add(whole.at("title"), Role.TITLE, null, Optional.of(new Known.Moment(0, 0)), texts);
        for (Asked element : elements) {
            Optional<Known.Moment> moment = Optional.of(new Known.Moment(element.page(), element.index()));
            Place place = element.place();
            add(place.at("text"), Role.QUESTION, element, moment, texts);
            add(place.at("description"), Role.DESCRIPTION, element, moment, texts);
            for (String label : LABELS) {
                add(place.at(label), Role.LABEL, element, moment, texts);
            }
            PARTS.keySet().stream().sorted().forEach(part -> place.each(part)
                    .forEach(item ->
                            add(item.at("text"), PARTS.getOrDefault(part, Role.LABEL), element, moment, texts)));
        }
        Stream.of("computed", "scores")
                .flatMap(whole::each)
                .forEach(item -> add(item.at("text"), Role.NAME, null, Optional.empty(), texts));
        whole.each("endings").forEach(item -> add(item.at("text"), Role.ENDING, null, Optional.empty(), texts));
        return texts;
    }

    private static void add(
            Place place, Role role, @Nullable Asked asked, Optional<Known.Moment> moment, List<Wording> texts) {
        if (place.json().isTextual() || place.json().isObject()) {
            texts.add(new Wording(place, role, asked, moment));
        }
    }

    /** Calls back with every language and its words; a plain string is in the default language. */
    void each(String defaultLanguage, BiConsumer<String, String> languageAndWords) {
        JsonNode json = place.json();
        if (json.isTextual()) {
            languageAndWords.accept(defaultLanguage, json.textValue());
        } else {
            json.properties()
                    .forEach(member -> languageAndWords.accept(
                            member.getKey(), member.getValue().asText()));
        }
    }

    /** Whether the words in any of its languages are such. */
    boolean any(String defaultLanguage, Predicate<String> such) {
        boolean[] found = {false};
        each(defaultLanguage, (language, words) -> found[0] |= such.test(words));
        return found[0];
    }

    /** Whether a reader of the language gets words of it, or of its parent such as {@code fr} for {@code fr-CA}. */
    boolean speaks(String language, String defaultLanguage) {
        JsonNode json = place.json();
        if (json.isTextual()) {
            return language.equals(defaultLanguage) && !json.textValue().isBlank();
        }
        for (String tag = language; !tag.isEmpty(); tag = parent(tag)) {
            JsonNode words = json.get(tag);
            if (words != null && !words.asText().isBlank()) {
                return true;
            }
        }
        return false;
    }

    /** The words in the default language; empty if there are none. */
    String words(String defaultLanguage) {
        JsonNode json = place.json();
        if (json.isTextual()) {
            return json.textValue();
        }
        for (String tag = defaultLanguage; !tag.isEmpty(); tag = parent(tag)) {
            if (json.has(tag)) {
                return json.path(tag).asText();
            }
        }
        return "";
    }

    private static String parent(String tag) {
        int cut = tag.lastIndexOf('-');
        return cut < 0 ? "" : tag.substring(0, cut);
    }
}
