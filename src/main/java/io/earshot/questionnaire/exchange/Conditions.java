package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.Condition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Takes out of a draft, and lists, the conditions that other tools evaluate and we don't: those that look at what is asked
 * later or not at all, and those that are too long or too deep. Orders computed variables so that each looks only back.
 */
public final class Conditions {
    private static final int MAX_LENGTH = 8000;
    private static final int MAX_DEPTH = 45;
    private static final Pattern PIPE = Pattern.compile("\\{\\{\\s*([^{}|]*?)\\s*(?:\\|[^{}]*)?}}");
    private static final Set<String> ROWS_HOLD_ANSWERS = Set.of("likert", "matrix_choice", "constant_sum");

    private final Ledger ledger;
    private final UnaryOperator<String> where;
    private final Set<String> known = new HashSet<>(Set.of("traits", "context"));

    private Conditions(Ledger ledger, UnaryOperator<String> where) {
        this.ledger = ledger;
        this.where = where;
    }

    /** @param where the place in the file of what has this name in the draft */
    public static void settle(ObjectNode content, Ledger ledger, UnaryOperator<String> where) {
        new Conditions(ledger, where).settle(content);
    }

    private void settle(ObjectNode content) {
        content.path("hidden").forEach(hidden -> known.add(hidden.path("name").asText()));
        Set<String> all = new HashSet<>(known);
        content.path("pages").forEach(page -> page.path("elements").forEach(element -> all.addAll(variables(element))));
        content.path("scores").forEach(score -> all.add(score.path("name").asText()));
        computed(content, all);
        learn(content);
        for (JsonNode page : content.path("pages")) {
            check(page, "visibleIf", page.path("name").asText());
            for (JsonNode element : page.path("elements")) {
                String name = element.path("name").asText();
                check(element, "visibleIf", name);
                check(element, "requiredIf", name);
                element.path("rows").forEach(row -> check(row, "visibleIf", name));
                element.path("options").forEach(option -> check(option, "visibleIf", name));
                pipes(element, name);
                element.path("rows").forEach(row -> pipes(row, name));
                element.path("options").forEach(option -> pipes(option, name));
                element.path("scale").forEach(point -> pipes(point, name));
                known.addAll(variables(element));
                learn(content);
            }
        }
    }

    /** Computed variables and scores are known as soon as all that they are made of is. */
    private void learn(ObjectNode content) {
        content.path("computed").forEach(computed -> {
            if (known.containsAll(new Condition(computed.path("compute")).names())) {
                known.add(computed.path("name").asText());
            }
        });
        content.path("scores").forEach(score -> {
            boolean all = true;
            for (JsonNode item : score.path("items")) {
                all &= known.contains(item.path("variable").asText(item.asText()));
            }
            if (all) {
                known.add(score.path("name").asText());
            }
        });
    }

    /** A text can repeat only what was said before. */
    private void pipes(JsonNode owner, String name) {
        for (String member : List.of("text", "description")) {
            JsonNode text = owner.path(member);
            if (text.isMissingNode() || !text.toString().contains("{{")) {
                continue;
            }
            Set<String> later = new LinkedHashSet<>();
            JsonNode changed = Texts.map(text, words -> PIPE.matcher(words).replaceAll(found -> {
                String root = found.group(1).split("\\.", 2)[0];
                if (known.contains(root)) {
                    return Matcher.quoteReplacement(found.group());
                }
                later.add(root);
                return Matcher.quoteReplacement("[" + found.group(1) + "]");
            }));
            for (String unknown : later) {
                ledger.changed(
                        where.apply(name),
                        member + " of " + name + ": {{" + unknown + "}}",
                        "The text repeats " + unknown + ", which is not asked before, or not carried.",
                        "It stands in the text as [" + unknown + "]; rewrite the text, or move the question.");
            }
            if (!later.isEmpty()) {
                ((ObjectNode) owner).set(member, changed);
            }
        }
    }

    private void check(JsonNode owner, String member, String name) {
        JsonNode condition = owner.path(member);
        if (condition.isMissingNode()) {
            return;
        }
        String why = fault(condition, known);
        if (why.isEmpty()) {
            return;
        }
        ((ObjectNode) owner).remove(member);
        ledger.changed(
                where.apply(name),
                member + " of " + name + ": " + condition,
                why,
                "It is left out, so that " + name
                        + (member.equals("visibleIf") ? " is always shown" : " is not required")
                        + "; write the condition anew.");
    }

    private static String fault(JsonNode condition, Set<String> known) {
        String text = condition.toString();
        if (text.length() > MAX_LENGTH) {
            return "The condition has " + text.length() + " characters as JsonLogic; " + MAX_LENGTH + " are allowed.";
        }
        if (depth(condition) > MAX_DEPTH) {
            return "The condition is nested too deep.";
        }
        Set<String> names = new Condition(condition).names();
        String unknown = names.stream().filter(name -> !known.contains(name)).collect(Collectors.joining(", "));
        return unknown.isEmpty()
                ? ""
                : "The condition looks at " + unknown + ", which is not asked before, or not carried.";
    }

    /** A variable may stand anywhere in other tools' files; here each may look only at what stands above it. */
    private void computed(ObjectNode content, Set<String> all) {
        List<JsonNode> waiting = new ArrayList<>();
        content.path("computed").forEach(waiting::add);
        if (waiting.isEmpty()) {
            return;
        }
        Set<String> ready = new HashSet<>(all);
        ArrayNode ordered = JsonNodeFactory.instance.arrayNode();
        boolean moved = true;
        while (moved) {
            moved = false;
            for (JsonNode next : List.copyOf(waiting)) {
                if (fault(next.path("compute"), ready).isEmpty()) {
                    ordered.add(next);
                    ready.add(next.path("name").asText());
                    waiting.remove(next);
                    moved = true;
                }
            }
        }
        for (JsonNode left : waiting) {
            String name = left.path("name").asText();
            ledger.changed(
                    where.apply(name),
                    name + ": " + left.path("compute"),
                    fault(left.path("compute"), ready).replace("The condition", "The formula"),
                    "It is left out; write it anew under computed.");
        }
        if (ordered.isEmpty()) {
            content.remove("computed");
        } else {
            content.set("computed", ordered);
        }
    }

    /** The variables that an element's answers are kept in. */
    public static Set<String> variables(JsonNode element) {
        Set<String> names = new HashSet<>();
        String name = element.path("name").asText();
        String type = element.path("type").asText();
        if (ROWS_HOLD_ANSWERS.contains(type)) {
            element.path("rows").forEach(row -> names.add(row.path("name").asText()));
        } else if (type.equals("contact")) {
            element.path("fields")
                    .forEach(field -> names.add(name + "_" + field.path("field").asText()));
        } else if (type.equals("max_diff")) {
            for (int i = 1; i <= element.path("sets").size(); i++) {
                names.add(name + "_" + i + "_best");
                names.add(name + "_" + i + "_worst");
            }
        } else if (!type.equals("statement")) {
            names.add(name);
        }
        element.path("options").forEach(option -> {
            if (option.path("openText").asBoolean()) {
                names.add(name + "_" + option.path("code").asText());
            }
        });
        return names;
    }

    private static int depth(JsonNode node) {
        int deepest = 0;
        for (JsonNode child : node) {
            deepest = Math.max(deepest, depth(child));
        }
        return deepest + 1;
    }
}
