package io.earshot.questionnaire.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Conditions as a reader understands them, such as: the answer to question 3 is "No". In English or French. */
public final class InWords {
    private static final Map<String, String[]> WORDS = Map.ofEntries(
            Map.entry("and", new String[] {" and ", " et "}),
            Map.entry("or", new String[] {" or ", " ou "}),
            Map.entry("is", new String[] {" is ", " est "}),
            Map.entry("isNot", new String[] {" is not ", " n’est pas "}),
            Map.entry("isNo", new String[] {"not (%s)", "pas (%s)"}),
            Map.entry("<", new String[] {" is less than ", " est inférieur à "}),
            Map.entry("<=", new String[] {" is at most ", " est au plus "}),
            Map.entry(">", new String[] {" is more than ", " est supérieur à "}),
            Map.entry(">=", new String[] {" is at least ", " est au moins "}),
            Map.entry("has", new String[] {" includes ", " comprend "}),
            Map.entry("hasNot", new String[] {" does not include ", " ne comprend pas "}),
            Map.entry("among", new String[] {" is one of: ", " est parmi : "}),
            Map.entry("answered", new String[] {" was answered", " a reçu une réponse"}),
            Map.entry("unanswered", new String[] {" was not answered", " n’a pas reçu de réponse"}),
            Map.entry("always", new String[] {"always", "toujours"}),
            Map.entry("never", new String[] {"never", "jamais"}),
            Map.entry("else", new String[] {"this condition holds: ", "cette condition est remplie : "}));

    private final Map<String, Map<String, String>> labels = new HashMap<>();
    private final Function<String, String> called;
    private final int column;

    /**
     * @param content  the questionnaire, for the labels of codes
     * @param language of the words; English where we have none
     * @param called   how a variable is spoken of, such as {@code question 3}
     */
    public InWords(JsonNode content, String language, Function<String, String> called) {
        this.called = called;
        this.column = language.startsWith("fr") ? 1 : 0;
        String otherwise = content.path("defaultLanguage").asText("en");
        content.path("pages")
                .forEach(page -> page.path("elements").forEach(element -> index(element, language, otherwise)));
    }

    private void index(JsonNode element, String language, String otherwise) {
        Map<String, String> codes = new HashMap<>();
        for (String list : List.of("options", "scale")) {
            element.path(list)
                    .forEach(option ->
                            codes.put(option.path("code").asText(), shown(option.path("text"), language, otherwise)));
        }
        if (element.path("type").asText().equals("yes_no")) {
            codes.put("yes", yes(element.path("yesLabel"), column == 1 ? "Oui" : "Yes", language, otherwise));
            codes.put("no", yes(element.path("noLabel"), column == 1 ? "Non" : "No", language, otherwise));
        }
        if (element.path("type").asText().equals("consent")) {
            codes.put("agreed", column == 1 ? "J’accepte" : "I agree");
            codes.put("declined", column == 1 ? "Je n’accepte pas" : "I do not agree");
        }
        labels.put(element.path("name").asText(), codes);
        element.path("rows").forEach(row -> labels.put(row.path("name").asText(), codes));
    }

    private static String yes(JsonNode label, String plain, String language, String otherwise) {
        String shown = shown(label, language, otherwise);
        return shown.isEmpty() ? plain : shown;
    }

    /** A text in the language, else its parent, else the default language, else any. */
    public static String shown(JsonNode text, String language, String otherwise) {
        if (!text.isObject()) {
            return text.asText("");
        }
        for (String tag : List.of(language, language.split("-")[0], otherwise)) {
            if (text.has(tag)) {
                return text.path(tag).asText();
            }
        }
        return text.isEmpty() ? "" : text.elements().next().asText();
    }

    /** The condition as part of a sentence, without "if". */
    public String of(JsonNode condition) {
        return of(condition, false);
    }

    private String of(JsonNode condition, boolean inner) {
        if (condition.isBoolean()) {
            return word(condition.booleanValue() ? "always" : "never");
        }
        if (condition.size() != 1 || !condition.isObject()) {
            return word("else") + condition;
        }
        String operator = condition.fieldNames().next();
        JsonNode operands = condition.path(operator);
        JsonNode first = operands.isArray() ? operands.path(0) : operands;
        JsonNode second = operands.isArray() ? operands.path(1) : operands.path("none");
        return switch (operator) {
            case "and", "or" -> joined(operator, operands, inner);
            case "!" -> negated(first);
            case "!!" -> of(first, inner);
            case "==", "===" -> compared(first, second, "is");
            case "!=", "!==" -> compared(first, second, "isNot");
            case "<", "<=", ">", ">=" -> chain(operator, operands);
            case "in" -> contained(first, second, false);
            case "var" -> called.apply(first.asText()) + word("answered");
            case "missing" -> called.apply(first.asText()) + word("unanswered");
            default -> word("else") + condition;
        };
    }

    private String joined(String operator, JsonNode operands, boolean inner) {
        List<String> parts = new ArrayList<>();
        operands.forEach(part -> parts.add(of(part, true)));
        String whole = String.join(word(operator), parts);
        return inner && parts.size() > 1 ? "(" + whole + ")" : whole;
    }

    private String negated(JsonNode inner) {
        JsonNode operands = inner.has("==") ? inner.path("==") : inner.path("in");
        if (inner.has("==")) {
            return compared(operands.path(0), operands.path(1), "isNot");
        }
        if (inner.has("in") && !operands.path(1).isArray()) {
            return contained(operands.path(0), operands.path(1), true);
        }
        if (inner.has("var") || inner.has("missing")) {
            String name = inner.elements().next().asText();
            return called.apply(name) + word(inner.has("var") ? "unanswered" : "answered");
        }
        return String.format(word("isNo"), of(inner, false));
    }

    private String compared(JsonNode left, JsonNode right, String how) {
        if (right.isNull()) {
            return operand(left, "") + word(how.equals("is") ? "unanswered" : "answered");
        }
        String variable = variable(left).isEmpty() ? variable(right) : variable(left);
        return operand(left, variable) + word(how) + operand(right, variable);
    }

    /** Also {@code a < b < c}. */
    private String chain(String operator, JsonNode operands) {
        StringBuilder words = new StringBuilder(operand(operands.path(0), variable(operands.path(1))));
        for (int i = 1; i < operands.size(); i++) {
            words.append(word(operator)).append(operand(operands.path(i), variable(operands.path(0))));
        }
        return words.toString();
    }

    private String contained(JsonNode what, JsonNode in, boolean not) {
        if (!in.isArray()) {
            return operand(in, "") + word(not ? "hasNot" : "has") + operand(what, variable(in));
        }
        List<String> all = new ArrayList<>();
        in.forEach(one -> all.add(operand(one, variable(what))));
        return operand(what, "") + word("among") + String.join(", ", all);
    }

    private String operand(JsonNode operand, String variable) {
        if (operand.has("var")) {
            return called.apply(variable(operand));
        }
        if (operand.isContainerNode()) {
            return operand.toString();
        }
        String label = labels.getOrDefault(variable, Map.of()).get(operand.asText());
        String shown = label == null ? operand.asText() : label;
        return operand.isNumber() && label == null
                ? shown
                : column == 1 ? "«\u00a0" + shown + "\u00a0»" : "“" + shown + "”";
    }

    private static String variable(JsonNode operand) {
        JsonNode var = operand.path("var");
        return var.isArray() ? var.path(0).asText() : var.asText("");
    }

    private String word(String key) {
        return WORDS.getOrDefault(key, new String[] {key, key})[column];
    }
}
