package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every reader gets words: the default language everywhere, and the other languages as far as they are used at all. */
final class TextRule implements Rule {
    private static final Set<String> TEXTS = Set.of("title", "text", "lowLabel", "highLabel");
    private static final Pattern HTML = Pattern.compile("</?[A-Za-z][^<>]*>");

    @Override
    public void check(Place content, Consumer<Finding> findings) {
        String defaultLanguage = content.word("defaultLanguage");
        Map<String, Text> texts = texts(content);
        Set<String> languages = new TreeSet<>();
        texts.values().forEach(text -> languages.addAll(text.byLanguage().keySet()));
        languages.removeIf(language -> language.isEmpty() || language.equals(defaultLanguage));
        texts.forEach((pointer, text) -> {
            if (!text.speaks(defaultLanguage, defaultLanguage)) {
                findings.accept(Finding.error(
                        "missing-default-text",
                        pointer,
                        "There are no words in the default language " + defaultLanguage + "; add them."));
            }
            List<String> missing = languages.stream()
                    .filter(language -> !text.speaks(language, defaultLanguage))
                    .toList();
            if (!missing.isEmpty()) {
                findings.accept(Finding.advice(
                        "missing-translation",
                        pointer,
                        "There are no words in " + String.join(", ", missing)
                                + "; readers of it will see the default language. Translate it."));
            }
            if (text.byLanguage().values().stream()
                    .anyMatch(words -> HTML.matcher(words).find())) {
                findings.accept(
                        Finding.advice(
                                "html",
                                pointer,
                                "HTML is shown as it stands and not obeyed; use plain words, *emphasis* or [links](https://...)."));
            }
        });
    }

    private static Map<String, Text> texts(Place content) {
        Map<String, Text> texts = new LinkedHashMap<>();
        put(content.at("title"), texts);
        Stream.concat(content.each("endings"), content.elements().flatMap(element -> Stream.of(
                                Stream.of(element),
                                element.each("options"),
                                element.each("scale"),
                                element.each("rows"))
                        .flatMap(parts -> parts)))
                .forEach(part -> TEXTS.stream().sorted().forEach(field -> put(part.at(field), texts)));
        return texts;
    }

    private static void put(Place place, Map<String, Text> texts) {
        JsonNode json = place.json();
        if (json.isTextual()) {
            texts.put(place.pointer(), Text.of(json.textValue()));
        } else if (json.isObject()) {
            Map<String, String> byLanguage = new LinkedHashMap<>();
            json.properties()
                    .forEach(entry ->
                            byLanguage.put(entry.getKey(), entry.getValue().asText()));
            texts.put(place.pointer(), new Text(byLanguage));
        }
    }
}
