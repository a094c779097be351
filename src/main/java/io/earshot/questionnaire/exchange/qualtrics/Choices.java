package io.earshot.questionnaire.exchange.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.OptionCodes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Choices and answers of a Qualtrics question as options, scales and rows: recoded values are the codes. */
final class Choices {
    private final Reading reading;
    private final LogicReader logic;

    Choices(Reading reading, LogicReader logic) {
        this.reading = reading;
        this.logic = logic;
    }

    /**
     * @param list  {@code Choices} or {@code Answers}
     * @param codes filled: choice id to code, which is the recoded value if there is one, else the id
     */
    ArrayNode options(JsonNode question, String list, String name, String where, OptionCodes codes) {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        JsonNode recode = question.path(
                list.equals("Answers") && question.has("AnswerRecodeValues") ? "AnswerRecodeValues" : "RecodeValues");
        String order = list.equals("Choices") ? "ChoiceOrder" : "AnswerOrder";
        Map<String, JsonNode> choices = Survey.ordered(question.path(list), question.path(order));
        boolean recoded = isUsable(recode, choices);
        choices.forEach((id, choice) -> {
            String at = where + "." + list + "." + id;
            ObjectNode option = options.addObject();
            JsonNode code = codes.claim(id, recoded ? recode.path(id).asText() : id);
            option.set("code", code);
            option.set("text", text(question, list, id, choice, at));
            if (isOn(choice.path("ExclusiveAnswer"))) {
                option.put("exclusive", true);
            }
            if (isOn(choice.path("TextEntry"))) {
                option.put("openText", true);
                String words = reading.names.claim(name + "_" + code.asText());
                reading.know(
                        question.path("QuestionID").asText() + "/" + id + "/text", new Asked(words, Asked.Kind.TEXT));
            }
            if (choice.path("DisplayLogic").isObject()) {
                logic.logic(choice.path("DisplayLogic"), at, "DisplayLogic")
                        .ifPresent(when -> option.set("visibleIf", when));
            }
        });
        return options;
    }

    /** Recoded values are used if every choice has one of its own; else the ids are, as the data then have them too. */
    private static boolean isUsable(JsonNode recode, Map<String, JsonNode> choices) {
        Set<String> values = new HashSet<>();
        for (String id : choices.keySet()) {
            String value = recode.path(id).asText("");
            if (value.isEmpty() || !values.add(value)) {
                return false;
            }
        }
        return !choices.isEmpty();
    }

    JsonNode text(JsonNode question, String list, String id, JsonNode choice, String where) {
        Map<String, String> translations = new LinkedHashMap<>();
        question.path("Language").properties().forEach(language -> {
            String words =
                    language.getValue().path(list).path(id).path("Display").asText("");
            if (!words.isEmpty()) {
                translations.put(language.getKey(), words);
            }
        });
        String own =
                choice.isTextual() ? choice.asText() : choice.path("Display").asText("");
        return reading.text(own, translations, id, where);
    }

    /**
     * Rows with a variable each, called by their export tag, or by the question's and their number.
     *
     * @param kind  what a row's answer is
     * @param codes of the answers in a row
     */
    ArrayNode rows(JsonNode question, String tag, String where, Asked.Kind kind, OptionCodes codes) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        JsonNode tags = question.path("ChoiceDataExportTags");
        Survey.ordered(question.path("Choices"), question.path("ChoiceOrder")).forEach((id, choice) -> {
            String at = where + ".Choices." + id;
            String given = tags.isObject() ? tags.path(id).asText("") : "";
            String name = reading.names.claim(given.isEmpty() ? tag + "_" + id : given);
            ObjectNode row = rows.addObject().put("name", name);
            row.set("text", text(question, "Choices", id, choice, at));
            reading.know(question.path("QuestionID").asText() + "/" + id, new Asked(name, kind, codes));
            if (choice.path("DisplayLogic").isObject()) {
                logic.logic(choice.path("DisplayLogic"), at, "DisplayLogic")
                        .ifPresent(when -> row.set("visibleIf", when));
            }
            if (isOn(choice.path("TextEntry"))) {
                reading.ledger.changed(
                        at,
                        "TextEntry of " + choice.path("Display").asText(),
                        "A row has no field for words here.",
                        "Ask for the words with a text question after it.");
            }
        });
        return rows;
    }

    /** Sets {@code shuffle}, and pins the choices whose place is fixed. */
    void randomize(JsonNode question, ObjectNode element, String member, String where) {
        JsonNode randomization = question.path("Randomization");
        String type = randomization.path("Type").asText(randomization.asText(""));
        if (type.isEmpty() || type.equals("None")) {
            return;
        }
        element.put("shuffle", type.equals("ScaleReversal") ? "reverse" : "options");
        JsonNode advanced = randomization.path("Advanced");
        Map<String, Integer> at = new HashMap<>();
        int place = 0;
        for (String id : Survey.ordered(question.path("Choices"), question.path("ChoiceOrder"))
                .keySet()) {
            at.put(id, place++);
        }
        advanced.path("FixedOrder").forEach(id -> {
            Integer index = at.get(id.asText());
            if (index != null && element.path(member).get(index) instanceof ObjectNode fixed) {
                fixed.put("pinned", true);
            }
        });
        boolean subset = type.equals("Subset")
                || !advanced.path("Undisplayed").isEmpty()
                || advanced.path("TotalRandSubset").asInt() > 0;
        if (subset) {
            reading.ledger.changed(
                    where,
                    "Randomization: " + randomization,
                    "All options are shown; a random part of them can't be.",
                    "Split the question, or show options by visibleIf.");
        }
    }

    /** Their switches are true, 1, "true", "on", "ON" or an object. */
    static boolean isOn(JsonNode value) {
        return value.asBoolean() || value.asText("").matches("(?i)on|true|1|yes");
    }
}
