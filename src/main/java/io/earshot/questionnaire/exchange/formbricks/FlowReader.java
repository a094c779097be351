package io.earshot.questionnaire.exchange.formbricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Logic;
import io.earshot.questionnaire.exchange.NotCarriable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Formbricks' logic: jumps as {@code goTo}, demanded answers as {@code requiredIf}, calculations as computed variables. A
 * variable's steps follow each other in the order of the questions, each beginning with what the step before gave.
 */
final class FlowReader {
    /** A formula may grow with each step; more than this is not kept. */
    private static final int LONGEST = 20_000;

    private final Reading reading;
    private final Map<String, ObjectNode> pages;
    private final Set<String> endings;
    private final Map<String, JsonNode> values = new LinkedHashMap<>();
    private final Map<String, Boolean> numbers = new HashMap<>();
    private final Map<String, List<JsonNode>> endingConditions = new HashMap<>();
    private final ConditionReader conditions;

    /**
     * @param pages   by the id of the question or block that they hold, in order
     * @param endings ids of endings
     */
    FlowReader(Reading reading, Map<String, ObjectNode> pages, Set<String> endings) {
        this.reading = reading;
        this.pages = pages;
        this.endings = endings;
        this.conditions = new ConditionReader(reading, values);
    }

    void variables(JsonNode variables) {
        for (JsonNode variable : variables) {
            String id = variable.path("id").asText();
            boolean number = variable.path("type").asText().equals("number");
            JsonNode start = number
                    ? Logic.number(new BigDecimal(
                            variable.path("value").asText("0").matches("-?\\d{1,15}(\\.\\d{1,9})?")
                                    ? variable.path("value").asText("0")
                                    : "0"))
                    : Logic.word(variable.path("value").asText(""));
            values.put(id, start);
            numbers.put(id, number);
            String name = reading.names.claim(variable.path("name").asText(id));
            reading.know(id, new Asked(name, number ? Asked.Kind.NUMBER : Asked.Kind.TEXT));
        }
    }

    void logic(String id, JsonNode owner, String where) {
        ObjectNode page = pages.get(id);
        if (page == null) {
            return;
        }
        List<JsonNode> whens = new ArrayList<>();
        List<String> targets = new ArrayList<>();
        JsonNode rules = owner.path("logic");
        for (int i = 0; i < rules.size(); i++) {
            JsonNode rule = rules.get(i);
            String at = where + ".logic[" + i + "]";
            try {
                JsonNode when =
                        rule.has("condition") ? conditions.older(id, rule) : conditions.group(rule.path("conditions"));
                if (rule.has("destination")) {
                    jump(id, rule.path("destination").asText(), when, whens, targets, at);
                }
                for (JsonNode action : rule.path("actions")) {
                    act(id, action, when, whens, targets, at);
                }
            } catch (NotCarriable e) {
                listed(at, rule, e);
            }
        }
        goTo(page, id, owner.path("logicFallback").asText(""), whens, targets, where);
    }

    private void act(String id, JsonNode action, JsonNode when, List<JsonNode> whens, List<String> targets, String at) {
        String target = action.path("target").asText();
        try {
            switch (action.path("objective").asText()) {
                case "jumpToQuestion", "jumpToBlock" -> jump(id, target, when, whens, targets, at);
                case "requireAnswer" -> require(target, when);
                case "calculate" -> calculate(action, when);
                default ->
                    throw new NotCarriable(
                            "The action '" + action.path("objective").asText() + "' isn't known.");
            }
        } catch (NotCarriable e) {
            listed(at, action, e);
        }
    }

    private void listed(String at, JsonNode rule, NotCarriable why) {
        reading.ledger.changed(
                at,
                rule.toString(),
                why.why() + " The rule is left out.",
                "Write a goTo, requiredIf or computed variable by hand.");
    }

    private void jump(String from, String to, JsonNode when, List<JsonNode> whens, List<String> targets, String at)
            throws NotCarriable {
        whens.add(when);
        targets.add(target(from, to));
        if (endings.contains(to)) {
            endingConditions.computeIfAbsent(to, any -> new ArrayList<>()).add(when);
        }
    }

    /** The conditions of the jumps that lead to the ending; none if no jump does. */
    List<JsonNode> jumpsTo(String ending) {
        return endingConditions.getOrDefault(ending, List.of());
    }

    private String target(String from, String to) throws NotCarriable {
        if (to.equals("end") || endings.contains(to)) {
            return "end";
        }
        List<String> order = List.copyOf(pages.keySet());
        ObjectNode page = pages.get(to);
        if (page == null || order.indexOf(to) <= order.indexOf(from)) {
            throw new NotCarriable("It leads to " + to + ", which comes no later or isn't in the draft.");
        }
        return page.path("name").asText();
    }

    private void goTo(
            ObjectNode page, String id, String fallback, List<JsonNode> whens, List<String> targets, String where) {
        JsonNode to = Logic.nothing();
        if (!fallback.isEmpty()) {
            try {
                to = Logic.word(target(id, fallback));
            } catch (NotCarriable e) {
                reading.ledger.changed(where, "logicFallback: " + fallback, e.why(), "Write a goTo on the page.");
            }
        }
        for (int i = Math.min(whens.size(), targets.size()) - 1; i >= 0; i--) {
            to = Logic.op("if", whens.get(i), Logic.word(targets.get(i)), to);
        }
        if (!to.isNull()) {
            page.set("goTo", to);
        }
    }

    private void require(String target, JsonNode when) throws NotCarriable {
        Asked asked = reading.find(target)
                .orElseThrow(() -> new NotCarriable("The question " + target + " isn't in the draft."));
        for (ObjectNode page : pages.values()) {
            for (JsonNode element : page.path("elements")) {
                if (element.path("name").asText().equals(asked.variable())) {
                    JsonNode before = element.path("requiredIf");
                    ((ObjectNode) element)
                            .set("requiredIf", before.isObject() ? Logic.or(List.of(before, when)) : when);
                    return;
                }
            }
        }
        throw new NotCarriable("The question " + target + " isn't in the draft.");
    }

    private void calculate(JsonNode action, JsonNode when) throws NotCarriable {
        String id = action.path("variableId").asText();
        JsonNode before = values.get(id);
        if (before == null) {
            throw new NotCarriable("The variable " + id + " isn't in the file.");
        }
        JsonNode value = conditions.operand(action.path("value"));
        JsonNode after =
                switch (action.path("operator").asText()) {
                    case "add" -> Logic.op("+", before, Logic.op("if", when, value, Logic.number(0)));
                    case "subtract" -> Logic.op("-", before, Logic.op("if", when, value, Logic.number(0)));
                    case "multiply" -> Logic.op("*", before, Logic.op("if", when, value, Logic.number(1)));
                    case "divide" -> Logic.op("/", before, Logic.op("if", when, value, Logic.number(1)));
                    case "concat" -> Logic.op("cat", before, Logic.op("if", when, value, Logic.word("")));
                    case "assign" -> Logic.op("if", when, value, before);
                    default ->
                        throw new NotCarriable(
                                "The operator " + action.path("operator").asText() + " isn't known.");
                };
        if (after.toString().length() > LONGEST) {
            throw new NotCarriable("The variable's formula is longer than is kept.");
        }
        values.put(id, after);
    }

    void computed(ObjectNode content) {
        if (values.isEmpty()) {
            return;
        }
        ArrayNode computed = content.putArray("computed");
        values.forEach((id, formula) -> computed.addObject()
                .put("name", reading.find(id).map(Asked::variable).orElse(id))
                .put("type", Boolean.TRUE.equals(numbers.get(id)) ? "number" : "text")
                .set("compute", formula));
    }
}
