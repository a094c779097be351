package io.earshot.questionnaire.exchange.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Logic;
import io.earshot.questionnaire.exchange.NotCarriable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Skip logic as {@code goTo} of the page that asks: a skip is taken when its page is left, and leads to a page that begins there. */
final class Skips {
    private record Skip(ObjectNode page, JsonNode json, String where) {}

    private final Reading reading;
    private final LogicReader logic;
    private final Set<String> targets = new HashSet<>();
    private final List<Skip> skips = new ArrayList<>();
    private final Map<String, ObjectNode> pageOf = new HashMap<>();
    private final Map<ObjectNode, String> blockOf = new java.util.IdentityHashMap<>();

    Skips(Survey survey, Reading reading, LogicReader logic) {
        this.reading = reading;
        this.logic = logic;
        survey.blocks().values().forEach(block -> block.path("BlockElements").forEach(part -> part.path("SkipLogic")
                .forEach(skip -> targets.add(skip.path("SkipToDestination").asText()))));
        survey.questions().values().forEach(question -> of(question.path("SkipLogic"))
                .forEach(skip -> targets.add(skip.path("SkipToDestination").asText())));
    }

    boolean isTarget(String question) {
        return targets.contains(question);
    }

    void asked(String question, ObjectNode page, JsonNode skipLogic) {
        pageOf.put(question, page);
        of(skipLogic).forEach(skip -> skips.add(new Skip(page, skip, "SQ " + question + ".SkipLogic")));
    }

    private static List<JsonNode> of(JsonNode skipLogic) {
        return List.copyOf(Survey.keyed(skipLogic).values()).stream()
                .filter(JsonNode::isObject)
                .toList();
    }

    /** Remembers which pages a block has, so that its end is known. */
    void endOfBlock(String id, ArrayNode pages) {
        pages.forEach(page -> blockOf.putIfAbsent((ObjectNode) page, id));
    }

    /** Sets {@code goTo}, when all pages are there; the first skip that holds counts. */
    void resolve(ArrayNode pages) {
        for (int i = skips.size() - 1; i >= 0; i--) {
            Skip skip = skips.get(i);
            String to = skip.json().path("SkipToDestination").asText();
            JsonNode target = target(to, skip.page(), pages);
            try {
                if (target.isMissingNode()) {
                    throw new NotCarriable("It leads to " + to + ", which comes no later or isn't in the draft.");
                }
                JsonNode when = logic.skip(skip.json());
                JsonNode before = skip.page().path("goTo");
                skip.page()
                        .set("goTo", Logic.op("if", when, target, before.isMissingNode() ? Logic.nothing() : before));
            } catch (NotCarriable e) {
                reading.ledger.changed(
                        skip.where(),
                        "skip to " + to,
                        e.why() + " The skip is left out.",
                        "Write a goTo on the page, or a visibleIf on what is skipped.");
            }
        }
    }

    private JsonNode target(String to, ObjectNode from, ArrayNode pages) {
        List<JsonNode> all = new ArrayList<>();
        pages.forEach(all::add);
        int at = indexOf(all, from);
        switch (to.toUpperCase(Locale.ROOT)) {
            case "ENDOFSURVEY" -> {
                return Logic.word("end");
            }
            case "ENDOFBLOCK" -> {
                int next = at;
                while (next < all.size()
                        && String.valueOf(blockOf.get(all.get(next))).equals(blockOf.get(from))) {
                    next++;
                }
                return next < all.size() ? Logic.word(all.get(next).path("name").asText()) : Logic.word("end");
            }
            default -> {
                ObjectNode page = pageOf.get(to);
                return page != null && indexOf(all, page) > at
                        ? Logic.word(page.path("name").asText())
                        : MissingNode.getInstance();
            }
        }
    }

    /** By identity: two pages may say the same. */
    private static int indexOf(List<JsonNode> pages, JsonNode page) {
        for (int i = 0; i < pages.size(); i++) {
            if (pages.get(i) == page) {
                return i;
            }
        }
        return -1;
    }
}
