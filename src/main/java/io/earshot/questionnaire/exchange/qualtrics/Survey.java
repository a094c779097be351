package io.earshot.questionnaire.exchange.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parts of a .qsf, or of the survey definition that Qualtrics' API gives, whatever list or map they stand in.
 *
 * @param entry     name and language
 * @param questions payloads by question id, in the file's order
 * @param blocks    by block id
 * @param flow      the list of the flow's elements
 * @param others    everything else: element type to payloads
 */
record Survey(
        JsonNode entry,
        Map<String, JsonNode> questions,
        Map<String, JsonNode> blocks,
        JsonNode flow,
        Map<String, List<JsonNode>> others) {

    static Survey of(ObjectNode root) {
        JsonNode definition = root.path("result").isObject() ? root.path("result") : root;
        return definition.path("SurveyElements").isArray() ? file(definition) : definition(definition);
    }

    private static Survey file(JsonNode root) {
        Map<String, JsonNode> questions = new LinkedHashMap<>();
        Map<String, JsonNode> blocks = new LinkedHashMap<>();
        Map<String, List<JsonNode>> others = new LinkedHashMap<>();
        JsonNode flow = JsonNodeFactory.instance.arrayNode();
        for (JsonNode element : root.path("SurveyElements")) {
            JsonNode payload = element.path("Payload");
            String type = element.path("Element").asText();
            switch (type) {
                case "SQ" -> {
                    String id = payload.path("QuestionID")
                            .asText(element.path("PrimaryAttribute").asText());
                    questions.putIfAbsent(id, payload);
                }
                case "BL" ->
                    payload.forEach(block -> blocks.putIfAbsent(block.path("ID").asText(), block));
                case "FL" -> flow = payload.path("Flow");
                default ->
                    others.computeIfAbsent(type, any -> new ArrayList<>()).add(payload);
            }
        }
        return new Survey(root.path("SurveyEntry"), questions, blocks, flow, others);
    }

    private static Survey definition(JsonNode root) {
        Map<String, List<JsonNode>> others = new LinkedHashMap<>();
        Map.of("SurveyOptions", "SO", "Scoring", "SCO").forEach((theirs, type) -> {
            if (root.has(theirs)) {
                others.put(type, List.of(root.path(theirs)));
            }
        });
        return new Survey(
                root,
                keyed(root.path("Questions")),
                keyed(root.path("Blocks")),
                root.path("SurveyFlow").path("Flow"),
                others);
    }

    /** The payloads of an element type; none if the file has no such element. */
    List<JsonNode> all(String type) {
        return others.getOrDefault(type, List.of());
    }

    /** The members of a list or map in the file's order, with their keys: a map's own, a list's from 0. */
    static Map<String, JsonNode> keyed(JsonNode listOrMap) {
        Map<String, JsonNode> keyed = new LinkedHashMap<>();
        for (int i = 0; listOrMap.isArray() && i < listOrMap.size(); i++) {
            keyed.put(Integer.toString(i), listOrMap.get(i));
        }
        listOrMap.properties().forEach(member -> keyed.put(member.getKey(), member.getValue()));
        return keyed;
    }

    /** Choices or answers in the order that they are shown in; all of them, if no order is given. */
    static Map<String, JsonNode> ordered(JsonNode choices, JsonNode order) {
        Map<String, JsonNode> byId = keyed(choices);
        Map<String, JsonNode> ordered = new LinkedHashMap<>();
        order.forEach(id -> {
            JsonNode choice = byId.get(id.asText());
            if (choice != null) {
                ordered.put(id.asText(), choice);
            }
        });
        return ordered.isEmpty() ? byId : ordered;
    }
}
