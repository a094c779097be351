package io.earshot.questionnaire.exchange.limesurvey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Patterns;
import io.earshot.questionnaire.exchange.formula.Logic;
import io.earshot.questionnaire.exchange.formula.NotExpressible;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What holds for questions of all types: when they are shown, whether they are demanded, and what is checked. */
final class QuestionRules {
    /** Attributes that change what is asked or allowed; all others are about looks, statistics or exports. */
    private static final Map<String, String> LISTED = Map.ofEntries(
            Map.entry("time_limit", "There are no time limits here."),
            Map.entry("em_validation_q", "A check across the parts of a question has no equal here."),
            Map.entry("em_validation_sq", "A check by expression has no equal here."),
            Map.entry("num_value_equals_sgqa", "A sum that must equal another answer has no equal here."),
            Map.entry("min_num_value_sgqa", "A limit that is another answer has no equal here."),
            Map.entry("max_num_value_sgqa", "A limit that is another answer has no equal here."),
            Map.entry("min_num_value", "A smallest sum has no equal here."),
            Map.entry("max_num_value", "A largest sum has no equal here."),
            Map.entry("prefix", "Words before a field have no place here."),
            Map.entry("suffix", "Words after a field have no place here."),
            Map.entry("random_group", "Questions are shuffled by page here."),
            Map.entry("other_numbers_only", "The words of \"other\" may be any here."),
            Map.entry("other_comment_mandatory", "The words of \"other\" are not demanded here."),
            Map.entry("location_mapservice", "Places are not picked on a map here."),
            Map.entry("alphasort", "Answers are not sorted by their words here."),
            Map.entry("show_comment", "Files have no comments here."),
            Map.entry("min_num_of_files", "Files have no smallest number here."),
            Map.entry("min_answers", "A smallest number of answered rows has no equal here."),
            Map.entry("max_answers", "A largest number of answered rows has no equal here."),
            Map.entry("array_filter_style", "Rows that are filtered out are hidden here."));

    private final Structure structure;
    private final Variables variables;
    private final Ledger ledger;

    QuestionRules(Structure structure, Variables variables, Ledger ledger) {
        this.structure = structure;
        this.variables = variables;
        this.ledger = ledger;
    }

    void apply(Asked question, List<ObjectNode> elements) {
        ObjectNode holder = JsonNodeFactory.instance.objectNode();
        String relevance =
                question.field("relevance").isBlank() ? question.attribute("relevance") : question.field("relevance");
        if (relevance.isBlank() || relevance.strip().equals("1")) {
            conditions(question).ifPresent(condition -> holder.set("visibleIf", condition));
        } else {
            relevance(relevance, question.where(), question.what(), holder);
        }
        for (ObjectNode element : elements) {
            if (holder.has("visibleIf")) {
                element.set("visibleIf", holder.path("visibleIf"));
            }
            boolean asks = !element.path("type").asText().equals("statement");
            boolean comment = question.type().equals("O") && element != elements.get(0);
            if (asks && !comment && question.field("mandatory").equals("Y")) {
                element.put("required", true);
            }
            partRelevance(question, element);
        }
        if (question.field("mandatory").equals("S")) {
            listed(question, "mandatory S", "A question is required or not here; LimeSurvey only reminds.");
        }
        pattern(question, elements);
        question.attributes().forEach((name, value) -> attribute(question, elements, name, value.strip()));
    }

    /** Sets {@code visibleIf} to what an equation says, or lists it. */
    void relevance(String equation, String where, String what, ObjectNode owner) {
        String bare = equation.strip();
        if (bare.isEmpty() || bare.equals("1")) {
            return;
        }
        try {
            JsonNode condition = new ExpressionLogic(variables::find).condition(ExpressionLogic.parse(bare));
            if (!condition.isBoolean() || !condition.booleanValue()) {
                owner.set("visibleIf", condition);
            }
        } catch (NotExpressible e) {
            ledger.changed(
                    where, what + ": relevance " + bare, e.why(), "It is always shown; write the condition anew.");
        }
    }

    /** In new versions each subquestion may have a condition of its own. */
    private void partRelevance(Asked question, ObjectNode element) {
        JsonNode rows = element.path("rows").isArray() ? element.path("rows") : element.path("options");
        List<Asked.Part> parts = question.parts(0);
        for (int i = 0; i < Math.min(rows.size(), parts.size()); i++) {
            ObjectNode holder = JsonNodeFactory.instance.objectNode();
            relevance(
                    parts.get(i).relevance(),
                    question.where(),
                    question.code() + "_" + parts.get(i).code(),
                    holder);
            if (holder.has("visibleIf")) {
                Elements.restrict((ObjectNode) rows.get(i), holder.path("visibleIf"));
            }
        }
    }

    /** The old way to say when a question is shown: lines that all hold, or one of several about the same question, by scenario. */
    private Optional<JsonNode> conditions(Asked question) {
        Map<String, Map<String, List<JsonNode>>> scenarios = new LinkedHashMap<>();
        for (Map<String, String> row : structure.tables().of("conditions")) {
            if (!row.getOrDefault("qid", "").equals(question.qid())) {
                continue;
            }
            String field = row.getOrDefault("cfieldname", "").replaceAll("^\\+", "");
            String method = row.getOrDefault("method", "==").strip();
            String value = row.getOrDefault("value", "");
            try {
                JsonNode condition = condition(field, method.isEmpty() ? "==" : method, value);
                scenarios
                        .computeIfAbsent(row.getOrDefault("scenario", "1"), any -> new LinkedHashMap<>())
                        .computeIfAbsent(row.getOrDefault("cqid", field), any -> new ArrayList<>())
                        .add(condition);
            } catch (NotExpressible e) {
                ledger.changed(
                        question.where(),
                        question.code() + ": condition " + field + " " + method + " " + value,
                        e.why(),
                        "The question is always shown; write the condition anew.");
                return Optional.empty();
            }
        }
        if (scenarios.isEmpty()) {
            return Optional.empty();
        }
        List<JsonNode> any = new ArrayList<>();
        scenarios.values().forEach(scenario -> {
            List<JsonNode> all = new ArrayList<>();
            scenario.values().forEach(alternatives -> all.add(Logic.or(alternatives)));
            any.add(Logic.and(all));
        });
        return Optional.of(Logic.or(any));
    }

    private JsonNode condition(String field, String method, String value) throws NotExpressible {
        Set<String> known = Set.of("==", "!=", "<", "<=", ">", ">=");
        if (!known.contains(method) || field.startsWith("{") || value.startsWith("@") || value.startsWith("{")) {
            throw new NotExpressible("A condition of this kind has no equal here.");
        }
        String words = value.strip();
        String quoted = "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return new ExpressionLogic(variables::find)
                .condition(ExpressionLogic.parse(field + " " + method + " " + quoted));
    }

    private void pattern(Asked question, List<ObjectNode> elements) {
        String preg = question.field("preg").strip();
        if (preg.isEmpty()) {
            return;
        }
        try {
            String bare = preg;
            char sign = preg.charAt(0);
            int end = preg.lastIndexOf(sign);
            if (!Character.isLetterOrDigit(sign) && sign != '^' && sign != '[' && sign != '(' && end > 0) {
                if (!preg.substring(end + 1).isEmpty()) {
                    throw new NotExpressible("The pattern has the modifiers " + preg.substring(end + 1) + ".");
                }
                bare = preg.substring(1, end);
            }
            // PHP looks for the pattern anywhere; ours is the whole answer.
            boolean whole = bare.startsWith("^") && bare.endsWith("$");
            String pattern = whole ? Patterns.whole(bare) : null;
            if (pattern == null) {
                throw new NotExpressible(
                        "The pattern is looked for anywhere in the answer; here it is the whole answer.");
            }
            boolean set = false;
            for (ObjectNode element : elements) {
                if (element.path("type").asText().equals("text")) {
                    element.put("pattern", pattern);
                    set = true;
                }
            }
            if (!set) {
                throw new NotExpressible("Only texts have a pattern here.");
            }
        } catch (NotExpressible e) {
            ledger.changed(
                    question.where(),
                    question.code() + ": " + preg,
                    e.why(),
                    "Any answer of the type is allowed; set a pattern.");
        }
    }

    private void attribute(Asked question, List<ObjectNode> elements, String name, String value) {
        String why = LISTED.get(name);
        if (why == null || value.isEmpty() || value.equals("0") || value.equals("N")) {
            return;
        }
        ObjectNode first = elements.get(0);
        boolean done =
                switch (name) {
                    case "suffix" -> elements.stream().anyMatch(element -> element.has("unit"));
                    case "min_answers" -> first.has("min") || value.equals("1");
                    case "max_answers" -> first.has("max") || first.has("top");
                    case "min_num_of_files" ->
                        value.equals("1") && question.field("mandatory").equals("Y");
                    default -> false;
                };
        if (!done) {
            listed(question, name + " " + value, why);
        }
    }

    private void listed(Asked question, String what, String why) {
        ledger.changed(
                question.where(), question.code() + ": " + what, why, "See whether the question does without it.");
    }
}
