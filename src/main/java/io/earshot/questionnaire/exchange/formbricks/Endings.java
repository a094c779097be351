package io.earshot.questionnaire.exchange.formbricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Logic;
import io.earshot.questionnaire.exchange.Names;
import java.util.List;

/** Formbricks' ending cards; redirects are listed. */
final class Endings {
    private Endings() {}

    /** @param older the one card of older files */
    static void put(JsonNode endings, JsonNode older, FlowReader flow, Reading reading, ObjectNode content) {
        Names names = new Names();
        ArrayNode made = JsonNodeFactory.instance.arrayNode();
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < endings.size(); i++) {
            JsonNode ending = endings.get(i);
            String where = "endings[" + i + "]";
            if (ending.path("type").asText().equals("redirectToUrl")) {
                reading.ledger.changed(
                        where,
                        "redirect to " + ending.path("url").asText(),
                        "The app decides what comes after the last page.",
                        "Let the app listen for the end, or put a link into an ending's text.");
                continue;
            }
            List<JsonNode> when = flow.jumpsTo(ending.path("id").asText());
            boolean isDefault = when.isEmpty() && rest.isEmpty() && ending.isObject();
            if (when.isEmpty() && !isDefault) {
                reading.ledger.changed(
                        where,
                        ending.toString(),
                        "No jump leads to this ending, so nobody would see it.",
                        "Write it into the draft with a condition.");
                continue;
            }
            ArrayNode list = isDefault ? rest : made;
            add(ending, names.claim("ending_" + (i + 1)), where, reading, list);
            if (!isDefault) {
                ((ObjectNode) list.get(list.size() - 1)).set("if", Logic.or(when));
            }
        }
        // The first that holds is said, so the one for everybody else comes last.
        made.addAll(rest);
        if (made.isEmpty() && older.path("enabled").asBoolean(false)) {
            add(older, "thanks", "thankYouCard", reading, made);
        }
        if (!made.isEmpty()) {
            content.set("endings", made);
        }
    }

    private static void add(JsonNode card, String name, String where, Reading reading, ArrayNode made) {
        JsonNode headline = reading.wording.text(card.path("headline"), "…");
        JsonNode more = reading.wording.text(card.path("subheader"));
        made.addObject().put("name", name).set("text", more.isMissingNode() ? headline : both(headline, more, reading));
        String link = card.path("buttonLink").asText("");
        if (!link.isEmpty()) {
            reading.ledger.changed(where, link, "An ending has no button.", "Put the link into the ending's text.");
        }
    }

    private static JsonNode both(JsonNode headline, JsonNode more, Reading reading) {
        if (headline.isTextual() && more.isTextual()) {
            return JsonNodeFactory.instance.textNode(headline.asText() + "\n\n" + more.asText());
        }
        String language = reading.wording.defaultLanguage();
        ObjectNode head = map(headline, language);
        ObjectNode body = map(more, language);
        head.properties().forEach(member -> {
            String words = body.path(member.getKey()).asText("");
            if (!words.isEmpty()) {
                member.setValue(
                        JsonNodeFactory.instance.textNode(member.getValue().asText() + "\n\n" + words));
            }
        });
        return head;
    }

    private static ObjectNode map(JsonNode text, String language) {
        return text instanceof ObjectNode byLanguage
                ? byLanguage
                : JsonNodeFactory.instance.objectNode().put(language, text.asText());
    }
}
