package io.earshot.questionnaire.exchange.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Logic;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Scoring categories as computed numbers: the grades of the chosen choices, added. */
final class Scores {
    private final Survey survey;
    private final Reading reading;

    Scores(Survey survey, Reading reading) {
        this.survey = survey;
        this.reading = reading;
    }

    void put(ArrayNode computed) {
        for (JsonNode scoring : survey.all("SCO")) {
            for (JsonNode category : scoring.path("ScoringCategories")) {
                String id = category.path("ID").asText();
                String name = category.path("Name").asText(id);
                List<JsonNode> parts = parts(id, name);
                if (!parts.isEmpty()) {
                    String variable = reading.names.claim(name);
                    computed.addObject()
                            .put("name", variable)
                            .put("type", "number")
                            .set("compute", Logic.op("+", parts));
                }
            }
        }
    }

    private List<JsonNode> parts(String category, String name) {
        List<JsonNode> parts = new ArrayList<>();
        survey.questions().forEach((id, question) -> {
            // A choice's grade is what the last entry for it says.
            Map<String, JsonNode> grades = new LinkedHashMap<>();
            for (JsonNode grading : question.path("GradingData")) {
                JsonNode grade = grading.path("Grades").path(category);
                if (grade.asText("").matches("-?\\d{1,9}(\\.\\d{1,6})?")) {
                    grades.put(key(grading), grade);
                }
            }
            grades.forEach((key, grade) ->
                    part(id, key, new BigDecimal(grade.asText()), name).ifPresent(parts::add));
        });
        return parts;
    }

    private static String key(JsonNode grading) {
        String choice = grading.path("ChoiceID").asText();
        return grading.has("AnswerID") ? choice + "/" + grading.path("AnswerID").asText() : choice;
    }

    private Optional<JsonNode> part(String id, String key, BigDecimal grade, String category) {
        String[] parts = key.split("/");
        Optional<Asked> asked = parts.length == 2 ? reading.find(id + "/" + parts[0]) : reading.find(id);
        Optional<JsonNode> code = asked.flatMap(what -> what.codes().of(parts[parts.length - 1]));
        if (asked.isEmpty() || code.isEmpty()) {
            reading.ledger.changed(
                    "SQ " + id,
                    category + ": grade of " + key,
                    "What the grade is for isn't in the draft.",
                    "Write the score's formula by hand.");
            return Optional.empty();
        }
        JsonNode var = asked.get().var();
        JsonNode has = asked.get().kind() == Asked.Kind.SET
                ? Logic.op("in", code.get(), var)
                : Logic.op("==", var, code.get());
        return Optional.of(Logic.op("if", has, Logic.number(grade), Logic.number(0)));
    }
}
