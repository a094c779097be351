package io.earshot.questionnaire.exchange.formbricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Html;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.Wording;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known while one Formbricks file is read: names, and what is asked under which id. */
final class Reading {
    private static final Pattern RECALL = Pattern.compile("#recall:([A-Za-z0-9_-]{1,200})/fallback:([^#]{0,500})#");

    final Ledger ledger = new Ledger();
    final Names names = new Names();
    final Names pageNames = new Names();
    final Wording wording;

    private final Map<String, Asked> asked = new HashMap<>();

    Reading(String language) {
        this.wording = new Wording(language, "default", this::converted);
    }

    /** @param theirs id of a question, variable or hidden field; a row's number after a {@code /} */
    void know(String theirs, Asked what) {
        asked.putIfAbsent(theirs, what);
    }

    Optional<Asked> find(String theirs) {
        return Optional.ofNullable(asked.get(theirs));
    }

    /** HTML as Markdown, recalls as pipes; a recall of what comes later is one of nothing, so its fallback is said. */
    private String converted(String html) {
        Html.Plain plain = Html.plain(html);
        Matcher matcher = RECALL.matcher(plain.words());
        StringBuilder piped = new StringBuilder();
        while (matcher.find()) {
            // Spaces of a fallback are written as nbsp.
            String fallback = matcher.group(2)
                    .replace("nbsp", " ")
                    .replaceAll("[{}|]", "")
                    .strip();
            String with = find(matcher.group(1))
                    .map(what -> "{{" + what.variable() + (fallback.isEmpty() ? "" : "|" + fallback) + "}}")
                    .orElse(fallback);
            if (find(matcher.group(1)).isEmpty()) {
                ledger.changed(
                        "recall " + matcher.group(1),
                        matcher.group(),
                        "What is recalled isn't in the draft, so the fallback is said.",
                        "Write {{name|fallback}} with the name of a question.");
            }
            matcher.appendReplacement(piped, Matcher.quoteReplacement(with));
        }
        return matcher.appendTail(piped).toString();
    }

    /** Sets a text; listed nowhere, because an absent one says nothing. */
    void put(ObjectNode element, String member, JsonNode theirs) {
        wording.put(element, member, theirs);
    }
}
