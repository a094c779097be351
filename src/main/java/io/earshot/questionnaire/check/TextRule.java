package io.earshot.questionnaire.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Every reader gets words: the default language everywhere, and the other languages as far as they are used at all. */
final class TextRule implements Rule {
    private static final Pattern HTML = Pattern.compile("</?[A-Za-z][^<>]*>");
    private static final Pattern PLAIN_LINK = Pattern.compile("\\]\\(\\s*http:", Pattern.CASE_INSENSITIVE);

    @Override
    public void check(Instrument instrument, Consumer<Finding> findings) {
        String defaultLanguage = instrument.defaultLanguage();
        Set<String> languages = new TreeSet<>();
        instrument.texts().forEach(text -> text.place().json().fieldNames().forEachRemaining(languages::add));
        languages.remove(defaultLanguage);
        for (Wording text : instrument.texts()) {
            spoken(text, defaultLanguage, languages, findings);
            // Nearly all texts are plain words, so that they are looked through once for what might be more.
            if (text.any(defaultLanguage, words -> words.indexOf('<') >= 0 || words.indexOf(']') >= 0)) {
                marked(text, defaultLanguage, findings);
            }
        }
    }

    private static void marked(Wording text, String defaultLanguage, Consumer<Finding> findings) {
        if (text.any(defaultLanguage, words -> HTML.matcher(words).find())) {
            findings.accept(Finding.advice(
                    "html",
                    text.place().pointer(),
                    "HTML is shown as it stands and not obeyed; use plain words, *emphasis* or [links](https://...)."));
        }
        if (text.any(defaultLanguage, words -> PLAIN_LINK.matcher(words).find())) {
            findings.accept(Finding.advice(
                    "link-without-https",
                    text.place().pointer(),
                    "A link with http: can be read and changed on its way, and browsers warn of it; link to https:."));
        }
    }

    private static void spoken(
            Wording text, String defaultLanguage, Set<String> languages, Consumer<Finding> findings) {
        if (!text.speaks(defaultLanguage, defaultLanguage)) {
            findings.accept(Finding.error(
                    "missing-default-text",
                    text.place().pointer(),
                    "There are no words in the default language " + defaultLanguage + "; add them."));
        }
        List<String> missing = languages.stream()
                .filter(language -> !text.speaks(language, defaultLanguage))
                .limit(10)
                .toList();
        if (!missing.isEmpty()) {
            findings.accept(Finding.advice(
                    "missing-translation",
                    text.place().pointer(),
                    "There are no words in " + String.join(", ", missing)
                            + "; readers of it will see the default language. Translate it."));
        }
    }
}
