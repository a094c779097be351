package io.earshot.questionnaire.exchange.limesurvey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.questionnaire.exchange.Codes;
import io.earshot.questionnaire.exchange.Ledger;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** LimeSurvey's arrays: rows that are answered on a scale, by ticks, or in a field for each cell. */
final class Grids {
    private static final int MAX_CELLS = 200;

    private final Elements elements;
    private final Variables variables;
    private final Prose prose;
    private final Ledger ledger;

    Grids(Elements elements, Variables variables, Prose prose, Ledger ledger) {
        this.elements = elements;
        this.variables = variables;
        this.prose = prose;
        this.ledger = ledger;
    }

    ObjectNode points(Asked question, int points) {
        ObjectNode element = elements.rows(question, elements.element(question, "likert"), "");
        ArrayNode scale = element.putArray("scale");
        for (int i = 1; i <= points; i++) {
            scale.addObject().put("code", i).put("text", String.valueOf(i));
        }
        return elements.shuffled(question, element);
    }

    ObjectNode fixed(Asked question, String type, String... codesAndWords) {
        ObjectNode element = elements.rows(question, elements.element(question, type), "");
        ArrayNode scale = element.putArray(type.equals("likert") ? "scale" : "options");
        for (int i = 0; i < codesAndWords.length; i += 2) {
            scale.addObject().put("code", codesAndWords[i]).put("text", codesAndWords[i + 1]);
        }
        return elements.shuffled(question, element);
    }

    ObjectNode array(Asked question) {
        ObjectNode element = elements.rows(question, elements.element(question, "likert"), "");
        scale(question, element, 0);
        return elements.shuffled(question, element);
    }

    private void scale(Asked question, ObjectNode element, int scale) {
        Map<String, String> codes = variables.codes(question, "a" + scale);
        ArrayNode points = element.putArray("scale");
        for (Asked.Part answer : question.answers(scale)) {
            ObjectNode point = points.addObject();
            point.set("code", Codes.node(codes.getOrDefault(answer.code(), answer.code())));
            point.set("text", elements.text(question, answer));
        }
        if (points.size() == 1) {
            // A scale has two points at least; a single column is a choice.
            element.put("type", "matrix_choice").set("options", points);
            element.remove("scale");
        }
    }

    List<ObjectNode> dual(Asked question) {
        List<ObjectNode> both = new ArrayList<>();
        for (int scale = 0; scale < 2; scale++) {
            String name = scale == 0 ? variables.of(question) : variables.part(question, "scale_1");
            ObjectNode element = elements.rows(question, elements.element(question, "likert", name), "_" + scale);
            scale(question, element, scale);
            JsonNode header = prose.text(
                    question.wordings(scale == 0 ? "dualscale_headerA" : "dualscale_headerB"),
                    question.where(),
                    variables.of(question));
            if (header != null) {
                element.set("description", header);
            }
            both.add(elements.shuffled(question, element));
        }
        ledger.changed(
                question.where(),
                question.what(),
                "An array with two scales is two questions here.",
                "Adapt their texts.");
        return both;
    }

    ObjectNode ticks(Asked question) {
        ObjectNode element = elements.rows(question, elements.element(question, "matrix_choice"), "")
                .put("multiple", true);
        elements.options(
                question, element.putArray("options"), question.parts(1), variables.codes(question, "p1"), false);
        return element;
    }

    List<ObjectNode> cells(Asked question, String type) {
        if (question.parts(0).size() * question.parts(1).size() > MAX_CELLS
                || question.parts(1).isEmpty()) {
            return List.of();
        }
        List<ObjectNode> all = new ArrayList<>();
        all.add(elements.element(question, "statement"));
        for (Asked.Part row : question.parts(0)) {
            for (Asked.Part column : question.parts(1)) {
                ObjectNode cell = JsonNodeFactory.instance.objectNode().put("type", type);
                cell.put("name", variables.part(question, row.code() + "_" + column.code()));
                cell.set("text", joined(elements.text(question, row), elements.text(question, column)));
                if (type.equals("number") && !question.is("input_boxes")) {
                    cell.set("min", Fields.decimal(question, "multiflexible_min", BigDecimal.ONE));
                    cell.set("max", Fields.decimal(question, "multiflexible_max", BigDecimal.TEN));
                    cell.set("step", Fields.decimal(question, "multiflexible_step", BigDecimal.ONE));
                } else if (type.equals("number")) {
                    Fields.bound(question, "multiflexible_min", cell, "min");
                    Fields.bound(question, "multiflexible_max", cell, "max");
                }
                all.add(cell);
            }
        }
        ledger.changed(
                question.where(),
                question.what(),
                "A table of fields is a question for each field here.",
                "Their texts are row and column; adapt them.");
        return all;
    }

    private JsonNode joined(JsonNode row, JsonNode column) {
        String language = prose.defaultLanguage();
        if (!row.isObject() && !column.isObject()) {
            return TextNode.valueOf(row.asText() + " – " + column.asText());
        }
        ObjectNode joined = JsonNodeFactory.instance.objectNode();
        ObjectNode tags = row.isObject() ? (ObjectNode) row : (ObjectNode) column;
        tags.fieldNames()
                .forEachRemaining(tag -> joined.put(
                        tag,
                        io.earshot.questionnaire.exchange.Texts.words(row, row.has(tag) ? tag : language) + " – "
                                + io.earshot.questionnaire.exchange.Texts.words(
                                        column, column.has(tag) ? tag : language)));
        return joined;
    }
}
