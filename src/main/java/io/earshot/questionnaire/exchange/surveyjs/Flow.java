package io.earshot.questionnaire.exchange.surveyjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Logic;
import io.earshot.questionnaire.exchange.Members;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What SurveyJS computes, where it jumps and how it ends: calculated values, triggers and completed pages. */
final class Flow {
    private final Reading reading;

    Flow(Reading reading) {
        this.reading = reading;
    }

    /** To be called after every question is known; calculated values before. */
    void add(Members survey, ArrayNode pages, ObjectNode content) {
        triggers(survey, pages);
        endings(survey, content);
    }

    static void calculated(Reading reading, Members survey) {
        JsonNode values = survey.take("calculatedValues");
        for (int i = 0; i < values.size(); i++) {
            Members value = new Members(values.get(i), "calculatedValues[" + i + "]");
            String name = value.word("name");
            String formula = value.word("expression");
            value.ignore(Set.of("includeIntoResult"));
            JsonNode none = com.fasterxml.jackson.databind.node.MissingNode.getInstance();
            if (!reading.compute(name, reading.names.claim(name), formula, value.where(), none)) {
                reading.ledger.changed(
                        value.where(),
                        name + " = " + formula,
                        "The formula can't be said in JsonLogic with what is asked.",
                        "Write a computed variable by hand.");
            }
            value.listRest(reading.ledger);
        }
    }

    private void triggers(Members survey, ArrayNode pages) {
        JsonNode triggers = survey.take("triggers");
        for (int i = 0; i < triggers.size(); i++) {
            Members trigger = new Members(triggers.get(i), "triggers[" + i + "]");
            String type = trigger.word("type").replaceFirst("trigger$", "");
            String expression = expression(trigger);
            Optional<JsonNode> when = reading.logic(new Reading.Condition(expression, trigger.where(), "expression"));
            if (when.isEmpty()) {
                continue;
            }
            boolean carried =
                    switch (type) {
                        case "complete" -> jump(when.get(), "end", pages);
                        case "skip" -> skip(trigger, when.get(), pages);
                        case "visible" -> visible(trigger, when.get());
                        default -> false;
                    };
            if (!carried) {
                reading.ledger.changed(
                        trigger.where(),
                        triggers.get(i).toString(),
                        "What this trigger does has no counterpart, or leads to what isn't in the draft.",
                        "Use visibleIf, goTo on a page, or a computed variable.");
            }
        }
    }

    /** Old triggers have name, operator and value instead of an expression. */
    private static String expression(Members trigger) {
        String expression = trigger.word("expression");
        if (!expression.isEmpty()) {
            return expression;
        }
        String operator = trigger.word("operator");
        JsonNode value = trigger.take("value");
        String right = value.isTextual() ? "'" + value.asText().replace("'", "\\'") + "'" : value.toString();
        return "{" + trigger.word("name") + "} " + (operator.isEmpty() ? "equal" : operator)
                + (operator.endsWith("empty") ? "" : " " + right);
    }

    /** The page that asks what the condition looks at last leads on. */
    private static boolean jump(JsonNode when, String to, ArrayNode pages) {
        int last = -1;
        for (int i = 0; i < pages.size(); i++) {
            if (asks(pages.get(i), Logic.variables(when))) {
                last = i;
            }
        }
        if (last < 0) {
            return false;
        }
        ObjectNode page = (ObjectNode) pages.get(last);
        JsonNode before = page.path("goTo");
        page.set("goTo", Logic.op("if", when, Logic.word(to), before.isMissingNode() ? Logic.nothing() : before));
        return true;
    }

    static boolean asks(JsonNode page, Set<String> variables) {
        Set<String> asked = new HashSet<>();
        page.path("elements").forEach(element -> {
            asked.add(element.path("name").asText());
            element.path("rows").forEach(row -> asked.add(row.path("name").asText()));
        });
        return asked.stream().anyMatch(variables::contains);
    }

    private boolean skip(Members trigger, JsonNode when, ArrayNode pages) {
        List<ObjectNode> target = reading.box(trigger.word("gotoName"));
        for (JsonNode page : pages) {
            if (!target.isEmpty() && page.path("elements").path(0) == target.get(0)) {
                return jump(when, page.path("name").asText(), pages);
            }
        }
        return reading.page(trigger.word("gotoName"))
                .map(page -> jump(when, page.path("name").asText(), pages))
                .orElse(false);
    }

    private boolean visible(Members trigger, JsonNode when) {
        List<ObjectNode> shown = new ArrayList<>();
        trigger.take("questions").forEach(name -> shown.addAll(reading.box(name.asText())));
        trigger.take("pages").forEach(name -> reading.page(name.asText()).ifPresent(shown::add));
        for (ObjectNode one : shown) {
            JsonNode before = one.path("visibleIf");
            one.set("visibleIf", before.isObject() ? Logic.and(before, when) : when);
        }
        return !shown.isEmpty();
    }

    private void endings(Members survey, ObjectNode content) {
        ArrayNode endings = content.putArray("endings");
        JsonNode conditional = survey.take("completedHtmlOnCondition");
        for (int i = 0; i < conditional.size(); i++) {
            Members ending = new Members(conditional.get(i), "completedHtmlOnCondition[" + i + "]");
            Optional<JsonNode> when =
                    reading.logic(new Reading.Condition(ending.word("expression"), ending.where(), "expression"));
            if (when.isPresent()) {
                ending(endings, "ending" + (i + 1), ending.take("html")).set("if", when.get());
            }
            ending.ignore(Set.of("html"));
            ending.listRest(reading.ledger);
        }
        if (survey.has("completedHtml")) {
            ending(endings, "completed", survey.take("completedHtml"));
        }
        for (String member : List.of("navigateToUrl", "navigateToUrlOnCondition", "completedBeforeHtml")) {
            if (survey.has(member)) {
                reading.ledger.changed(
                        "survey",
                        member + ": " + survey.take(member),
                        "The app decides what comes after the last page.",
                        "Let the app listen for the end, or put a link into an ending's text.");
            }
        }
        if (endings.isEmpty()) {
            content.remove("endings");
        }
    }

    private ObjectNode ending(ArrayNode endings, String name, JsonNode words) {
        ObjectNode ending = endings.addObject().put("name", name);
        ending.set("text", reading.wording.text(words, "…"));
        reading.pipeNow(ending, "survey");
        return ending;
    }
}
