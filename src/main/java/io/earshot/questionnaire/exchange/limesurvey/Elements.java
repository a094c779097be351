package io.earshot.questionnaire.exchange.limesurvey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.earshot.questionnaire.exchange.Codes;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.formula.Logic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What elements of several types have alike: texts, options, rows, and which of them are shown. */
final class Elements {
    private final Variables variables;
    private final Prose prose;
    private final Ledger ledger;

    Elements(Variables variables, Prose prose, Ledger ledger) {
        this.variables = variables;
        this.prose = prose;
        this.ledger = ledger;
    }

    ObjectNode element(Asked question, String type) {
        return element(question, type, variables.of(question));
    }

    ObjectNode element(Asked question, String type, String name) {
        ObjectNode element =
                JsonNodeFactory.instance.objectNode().put("type", type).put("name", name);
        JsonNode text = prose.text(question.texts(), question.where(), variables.of(question));
        if (text == null) {
            ledger.changed(
                    question.where(),
                    question.what(),
                    "The question has no text.",
                    "Its code stands in; write a text.");
            text = TextNode.valueOf(question.code().isEmpty() ? name : question.code());
        }
        element.set("text", text);
        JsonNode help = prose.text(question.help(), question.where(), variables.of(question));
        if (help != null) {
            element.set("description", help);
        }
        return element;
    }

    JsonNode text(Asked question, Asked.Part part) {
        JsonNode text = prose.text(part.texts(), question.where(), variables.of(question));
        return text == null ? TextNode.valueOf(part.code().isEmpty() ? "–" : part.code()) : text;
    }

    void options(
            Asked question, ArrayNode options, List<Asked.Part> parts, Map<String, String> codes, boolean comments) {
        Set<String> alone = Arrays.stream(
                        question.attribute("exclude_all_others").split("[;,]"))
                .map(String::strip)
                .collect(Collectors.toSet());
        for (Asked.Part part : parts) {
            ObjectNode option = options.addObject();
            option.set("code", Codes.node(codes.getOrDefault(part.code(), part.code())));
            option.set("text", text(question, part));
            if (comments) {
                option.put("openText", true);
            }
            if (alone.contains(part.code())
                    && !question.type().equals("L")
                    && !question.type().equals("!")) {
                option.put("exclusive", true);
            }
        }
        String other = codes.get("-oth-");
        if (other != null) {
            ObjectNode option = options.addObject();
            option.put("code", other);
            JsonNode text =
                    prose.text(question.wordings("other_replace_text"), question.where(), variables.of(question));
            option.set("text", text == null ? TextNode.valueOf("Other") : text);
            option.put("openText", true).put("pinned", true);
        }
    }

    ObjectNode rows(Asked question, ObjectNode element, String suffix) {
        ArrayNode rows = element.putArray("rows");
        for (Asked.Part part : question.parts(0)) {
            ObjectNode row = rows.addObject();
            row.put("name", variables.part(question, part.code() + suffix));
            row.set("text", text(question, part));
        }
        return element;
    }

    ObjectNode shuffled(Asked question, ObjectNode element) {
        boolean random = question.is("random_order")
                || question.attribute("answer_order").equals("random")
                || question.attribute("subquestion_order").equals("random");
        if (random) {
            element.put("shuffle", "options");
        }
        filter(question, element, "array_filter", false);
        filter(question, element, "array_filter_exclude", true);
        return element;
    }

    /** Rows or options whose like was chosen, or answered, in another question; those without a like are always shown. */
    private void filter(Asked question, ObjectNode element, String attribute, boolean exclude) {
        for (String source : question.attribute(attribute).split("[;,]")) {
            if (source.isBlank()) {
                continue;
            }
            List<Asked.Part> parts = Set.of("L", "!", "R").contains(question.type())
                            && !question.answers(0).isEmpty()
                    ? question.answers(0)
                    : question.parts(0);
            ArrayNode targets = (ArrayNode) (element.has("rows") ? element.path("rows") : element.path("options"));
            boolean found = false;
            for (int i = 0; i < targets.size(); i++) {
                String code = i < parts.size() ? parts.get(i).code() : "other";
                var answer = variables.find(source.strip() + "_" + code);
                if (answer.isPresent()) {
                    found = true;
                    JsonNode chosen = ExpressionLogic.answered(answer.get());
                    restrict((ObjectNode) targets.get(i), exclude ? Logic.not(chosen) : chosen);
                }
            }
            if (!found) {
                ledger.changed(
                        question.where(),
                        question.code() + ": " + attribute + " " + source,
                        "The draft has no question with such parts.",
                        "All rows are shown; give them a visibleIf.");
            }
        }
    }

    static void restrict(ObjectNode owner, JsonNode condition) {
        JsonNode before = owner.path("visibleIf");
        JsonNode both = before.isMissingNode() ? condition : Logic.and(List.of(before, condition));
        if (!both.isBoolean() || !both.booleanValue()) {
            owner.set("visibleIf", both);
        }
    }
}
