package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.exchange.Html;
import io.earshot.questionnaire.exchange.Languages;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The wordings of a form: its languages, and its texts in ours, with pipes. */
final class Wording {
    private static final Pattern PIPE = Pattern.compile("\\$\\{\\s*([^}]*?)\\s*}");

    private final Map<String, String> tags = new LinkedHashMap<>();
    private final Function<String, Optional<Answerable>> scope;
    private final Ledger ledger;
    private final String defaultLanguage;

    Wording(XlsForm form, Function<String, Optional<Answerable>> scope, Ledger ledger) {
        this.scope = scope;
        this.ledger = ledger;
        List<Sheet> sheets = List.of(form.survey(), form.choices(), form.external());
        for (Sheet sheet : sheets) {
            for (String heading : sheet.headings()) {
                int cut = heading.indexOf("::");
                if (cut > 0 && Headings.TRANSLATED.contains(heading.substring(0, cut))) {
                    tag(heading.substring(cut + 2));
                }
            }
        }
        String wanted = form.setting().get("default_language");
        // pyxform's own word for texts without a language.
        if (!wanted.isEmpty() && !wanted.equalsIgnoreCase("default")) {
            defaultLanguage = tag(wanted);
        } else if (!tags.isEmpty()) {
            defaultLanguage = tags.values().iterator().next();
            if (tags.size() > 1) {
                assumed(form, "The form has no default_language; the first of its languages was taken.");
            }
        } else {
            defaultLanguage = "en";
            assumed(form, "The form does not say which language its texts are in; en was taken.");
        }
    }

    private void assumed(XlsForm form, String why) {
        ledger.changed(form.setting().where(), "default_language", why, "Correct defaultLanguage if it is another.");
    }

    String defaultLanguage() {
        return defaultLanguage;
    }

    /** The text under a heading, in all languages; null if there is none. */
    @Nullable
    JsonNode text(Row row, String heading) {
        Map<String, String> words = raw(row, heading);
        words.replaceAll((language, wording) -> piped(wording, row));
        return Texts.of(words, defaultLanguage, ledger, row.where());
    }

    /** The cells under a heading by language tag, as they are; the empty tag for the column without a language. */
    Map<String, String> raw(Row row, String heading) {
        Map<String, String> words = new LinkedHashMap<>();
        row.cells().forEach((column, cell) -> {
            if (column.equals(heading)) {
                words.put("", cell.strip());
            } else if (column.startsWith(heading + "::")) {
                words.putIfAbsent(tag(column.substring(heading.length() + 2)), cell.strip());
            }
        });
        return words;
    }

    /** Words with {@code ${name}} as our {{name}}, and without HTML. */
    String piped(String words, Row row) {
        String plain = words.strip();
        if (Html.isIn(plain)) {
            Html.Plain read = Html.plain(plain);
            plain = read.words();
            if (!read.lost().isEmpty()) {
                ledger.changed(
                        row.where(),
                        words,
                        "The text has HTML for which there is no plain text: " + String.join(", ", read.lost()) + ".",
                        "See whether the words make sense without it.");
            }
        }
        List<String> unknown = new ArrayList<>();
        String open = plain.replace("{{", "{ {");
        Matcher matcher = PIPE.matcher(open);
        String piped = matcher.replaceAll(found -> {
            Optional<Answerable> asked = scope.apply(found.group(1));
            if (asked.isEmpty()) {
                unknown.add(found.group(1));
            }
            return Matcher.quoteReplacement(
                    asked.map(known -> "{{" + known.name() + "}}").orElse(found.group()));
        });
        for (String name : unknown) {
            ledger.changed(
                    row.where(),
                    "${" + name + "}",
                    "The text repeats the answer to " + name + ", which the draft does not have.",
                    "It stands in the text as it is; rewrite the text.");
        }
        return piped;
    }

    private String tag(String language) {
        String known = tags.get(language);
        if (known != null) {
            return known;
        }
        String tag = Languages.tag(language).orElseGet(() -> {
            // qaa to qtz are nobody's language, by the standard.
            String own = "qa" + (char) ('a' + Math.min(25, tags.size()));
            ledger.changed(
                    "the columns' headings",
                    language,
                    "No language is known by this name; it is called " + own + " in the draft.",
                    "Replace " + own + " by the language's BCP 47 tag.");
            return own;
        });
        tags.put(language, tag);
        return tag;
    }
}
