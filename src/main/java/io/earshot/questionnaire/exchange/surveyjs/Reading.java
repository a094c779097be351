package io.earshot.questionnaire.exchange.surveyjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Logic;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.NotCarriable;
import io.earshot.questionnaire.exchange.Wording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is known while one SurveyJS file is read: names, what is asked, and the conditions that wait for all names to be known. */
final class Reading {
    private static final Pattern PIPE = Pattern.compile("(?<!\\{)\\{([^{}\\n]{1,200})}(?!})");

    private static final Set<String> WORDS =
            Set.of("text", "description", "lowLabel", "highLabel", "yesLabel", "noLabel", "patternHint", "label");

    /** A condition of the file and where it stands. */
    record Condition(String expression, String where, String member) {}

    private record Placed(ObjectNode element, String where) {}

    private record Pending(ObjectNode target, String member, List<Condition> all) {}

    final Ledger ledger = new Ledger();
    final Names names = new Names();
    final Names pageNames = new Names();
    final Wording wording;
    final ArrayNode computed = JsonNodeFactory.instance.arrayNode();
    final ExpressionLogic logic = new ExpressionLogic(this::find);

    private final Map<String, Asked> asked = new HashMap<>();
    private final List<Pending> pending = new ArrayList<>();
    private final Map<String, List<ObjectNode>> boxes = new HashMap<>();
    private final Map<String, ObjectNode> pages = new HashMap<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<Placed> placed = new ArrayList<>();

    Reading(Wording wording) {
        this.wording = wording;
    }

    /** @param theirs how expressions name it, such as {@code quality} or {@code quality.price} for a row */
    void know(String theirs, Asked what) {
        asked.putIfAbsent(theirs.toLowerCase(Locale.ROOT), what);
    }

    Optional<Asked> find(String theirs) {
        String name = theirs.strip().toLowerCase(Locale.ROOT);
        String plain = name.startsWith("#") || name.startsWith("$") ? name.substring(1) : name;
        return Optional.ofNullable(asked.get(plain));
    }

    /** Sets the member to all of the conditions, once every name is known. */
    void when(ObjectNode target, String member, List<Condition> conditions) {
        if (!conditions.isEmpty()) {
            pending.add(new Pending(target, member, List.copyOf(conditions)));
        }
    }

    /** Remembers where an element comes from, so that the braces in its words can be told of. */
    void placed(ObjectNode element, String where) {
        placed.add(new Placed(element, where));
    }

    /** Remembers what elements a question or panel of the file became. */
    void boxed(String theirs, ArrayNode elements, int from) {
        List<ObjectNode> box = boxes.computeIfAbsent(theirs, any -> new ArrayList<>());
        for (int i = from; i < elements.size(); i++) {
            box.add((ObjectNode) elements.get(i));
        }
    }

    List<ObjectNode> box(String theirs) {
        return boxes.getOrDefault(theirs, List.of());
    }

    void pageOf(String theirs, ObjectNode page) {
        pages.putIfAbsent(theirs, page);
    }

    Optional<ObjectNode> page(String theirs) {
        return Optional.ofNullable(pages.get(theirs));
    }

    /**
     * Makes a computed variable known and adds it.
     *
     * @return whether the formula could be carried
     */
    boolean compute(String theirs, String variable, String formula, String where, JsonNode text) {
        try {
            boolean number = logic.isNumber(formula);
            JsonNode value = logic.value(formula);
            ObjectNode entry = computed.addObject();
            entry.put("name", variable).put("type", number ? "number" : "text").set("compute", value);
            if (!text.isMissingNode()) {
                entry.set("text", text);
            }
            placed(entry, where);
            know(theirs, new Asked(variable, number ? Asked.Kind.NUMBER : Asked.Kind.TEXT));
            return true;
        } catch (NotCarriable e) {
            return false;
        }
    }

    /** Does something when every question and calculated value is known. */
    void later(Runnable what) {
        waiting.add(what);
    }

    /** To be called when every question was read. */
    void resolve() {
        waiting.forEach(Runnable::run);
        placed.forEach(one -> pipe(one.element(), one.where()));
        for (Pending wait : pending) {
            List<JsonNode> parts = new ArrayList<>();
            for (Condition condition : wait.all()) {
                logic(condition).ifPresent(parts::add);
            }
            JsonNode whole = Logic.and(parts);
            if (!parts.isEmpty()) {
                wait.target().set(wait.member(), whole);
            }
        }
    }

    /** Pipes words that were read after {@link #resolve()}. */
    void pipeNow(ObjectNode json, String where) {
        pipe(json, where);
    }

    private void pipe(JsonNode json, String where) {
        if (json instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                if (WORDS.contains(member.getKey())) {
                    member.setValue(pipedText(member.getValue(), where));
                } else if (!member.getKey().equals("compute")) {
                    pipe(member.getValue(), where);
                }
            });
        } else {
            json.forEach(part -> pipe(part, where));
        }
    }

    private JsonNode pipedText(JsonNode text, String where) {
        if (text instanceof ObjectNode byLanguage) {
            byLanguage.properties().forEach(member -> member.setValue(pipedText(member.getValue(), where)));
            return byLanguage;
        }
        return JsonNodeFactory.instance.textNode(piped(text.asText(), where));
    }

    /** The condition in JsonLogic; listed and empty if it can't be carried. */
    Optional<JsonNode> logic(Condition condition) {
        try {
            return Optional.of(logic.condition(condition.expression()));
        } catch (NotCarriable e) {
            ledger.changed(
                    condition.where(),
                    condition.member() + ": " + condition.expression(),
                    e.why() + " The condition is left out.",
                    "Write the condition by hand in the draft, as JsonLogic.");
            return Optional.empty();
        }
    }

    /** The words with <code>{question}</code> as <code>{{variable}}</code>; what isn't known stays as it is and is listed. */
    String piped(String words, String where) {
        Matcher matcher = PIPE.matcher(words);
        StringBuilder piped = new StringBuilder();
        while (matcher.find()) {
            Optional<Asked> found = find(matcher.group(1));
            if (found.isEmpty()) {
                ledger.changed(
                        where,
                        matcher.group(),
                        "The words in braces name nothing that is asked, so they stay as they are.",
                        "Write {{name|fallback}} with the name of a question, a hidden field or a trait.");
            }
            String with = found.map(what -> "{{" + what.variable() + "}}").orElse(matcher.group());
            matcher.appendReplacement(piped, Matcher.quoteReplacement(with));
        }
        return matcher.appendTail(piped).toString();
    }
}
