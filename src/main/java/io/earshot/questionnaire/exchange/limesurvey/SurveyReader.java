package io.earshot.questionnaire.exchange.limesurvey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Conditions;
import io.earshot.questionnaire.exchange.Imported;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.Texts;
import io.earshot.questionnaire.exchange.formula.Formula;
import io.earshot.questionnaire.exchange.formula.Logic;
import io.earshot.questionnaire.exchange.formula.NotExpressible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A survey from its welcome to its end. */
final class SurveyReader {
    private static final String TEXTS = "texts";
    private static final String EQUATIONS = "equations";
    private static final int MAX_ELEMENTS = 500;

    private final Structure structure;
    private final Ledger ledger = new Ledger();
    private final Variables variables;
    private final Prose prose;
    private final QuestionReader reader;
    private final QuestionRules rules;
    private final Names pageNames = new Names();
    private final ObjectNode content = JsonNodeFactory.instance.objectNode();
    private final ArrayNode pages = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode computed = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode hidden = JsonNodeFactory.instance.arrayNode();

    private SurveyReader(Structure structure) {
        this.structure = structure;
        variables = new Variables(structure, ledger);
        prose = new Prose(variables, computed, ledger, structure.language());
        reader = new QuestionReader(variables, prose, ledger);
        rules = new QuestionRules(structure, variables, ledger);
        pageNames.claim("end");
    }

    static Imported read(Structure structure) {
        return new SurveyReader(structure).read();
    }

    private Imported read() {
        JsonNode title = prose.text(wordings("surveyls_title"), "survey", "title");
        String words = title == null ? "" : Texts.words(title, prose.defaultLanguage());
        content.put("name", Names.ofQuestionnaire(words));
        if (title == null) {
            content.put("title", "Imported survey");
        } else {
            content.set("title", title);
        }
        content.put("defaultLanguage", prose.defaultLanguage());
        welcome();
        structure.groups().forEach(this::group);
        if (!hidden.isEmpty()) {
            content.set("hidden", hidden);
        }
        if (!computed.isEmpty()) {
            content.set("computed", computed);
        }
        content.set("pages", pages);
        ArrayNode endings = JsonNodeFactory.instance.arrayNode();
        new Quotas(structure, variables, prose, ledger).read(content, endings);
        JsonNode end = prose.text(wordings("surveyls_endtext"), "survey, end text", "end");
        if (end != null) {
            endings.addObject().put("name", "thanks").set("text", end);
        }
        if (!endings.isEmpty()) {
            content.set("endings", endings);
        }
        shuffle();
        survey();
        Conditions.settle(content, ledger, variables::where);
        return new Imported(content, ledger.notCarried(), ledger.counts());
    }

    private Map<String, String> wordings(String field) {
        Map<String, String> words = new LinkedHashMap<>();
        structure.wordings().forEach((language, row) -> {
            String value = row.getOrDefault(field, "");
            if (!value.isBlank()) {
                words.put(language, value);
            }
        });
        return words;
    }

    private void welcome() {
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        for (String field : List.of("surveyls_description", "surveyls_welcometext")) {
            statement(
                    elements,
                    field.equals("surveyls_description") ? "about" : "welcome",
                    wordings(field),
                    "survey, " + field);
        }
        if (!elements.isEmpty()) {
            pages.addObject().put("name", pageNames.claim("welcome")).set("elements", elements);
        }
    }

    private void statement(ArrayNode elements, String name, Map<String, String> words, String where) {
        JsonNode text = prose.text(words, where, name);
        if (text != null) {
            elements.addObject()
                    .put("type", "statement")
                    .put("name", variables.fresh(name, where))
                    .set("text", text);
        }
    }

    private void group(Structure.Group group) {
        ArrayNode elements = JsonNodeFactory.instance.arrayNode();
        String shown = structure.survey().getOrDefault("showgroupinfo", "B");
        String where = "gid " + group.gid();
        if (Set.of("B", "N", "Y", "I").contains(shown)) {
            statement(elements, "group_" + group.gid() + "_name", group.names(), where);
        }
        if (Set.of("B", "D", "Y", "I").contains(shown)) {
            statement(elements, "group_" + group.gid() + "_about", group.descriptions(), where);
        }
        int asked = elements.size();
        for (Asked question : group.questions()) {
            question(question, elements);
        }
        if (elements.size() == asked) {
            // A heading over nothing would be a page of its own.
            return;
        }
        ObjectNode holder = JsonNodeFactory.instance.objectNode();
        rules.relevance(group.relevance(), where, "group " + group.gid(), holder);
        for (int from = 0; from < elements.size(); from += MAX_ELEMENTS) {
            ObjectNode page = pages.addObject().put("name", pageNames.claim("group_" + group.gid()));
            page.setAll(holder);
            if (!group.random().isBlank()) {
                page.put("block", pageNames.claim("random_" + group.gid()));
            }
            ArrayNode part = page.putArray("elements");
            for (int i = from; i < Math.min(elements.size(), from + MAX_ELEMENTS); i++) {
                part.add(elements.get(i));
            }
        }
    }

    private void question(Asked question, ArrayNode elements) {
        boolean equation = question.type().equals("*");
        String kind = equation ? EQUATIONS : question.type().equals("X") ? TEXTS : Ledger.QUESTIONS;
        ledger.met(kind);
        if (equation) {
            equation(question);
            return;
        }
        if (question.attribute("hidden").equals("1") && !question.type().equals("X")) {
            hidden.addObject().put("name", variables.of(question)).put("type", "text");
            ledger.carried(kind);
            ledger.changed(
                    question.where(),
                    question.what(),
                    "The question is always hidden.",
                    "It is a hidden field, which the app gives along.");
            return;
        }
        List<ObjectNode> made = reader.elements(question);
        String lack = made.isEmpty() ? lack(question) : lackOfParts(made);
        if (!lack.isEmpty()) {
            ledger.leftOut(
                    kind,
                    question.where(),
                    question.what(),
                    lack,
                    question.type().equals("I")
                            ? "Nothing to do: the prompt speaks the respondent's language."
                            : "Ask for it in another way, such as with a text question.");
            return;
        }
        ledger.carried(kind);
        rules.apply(question, made);
        made.forEach(elements::add);
    }

    private static String lackOfParts(List<ObjectNode> made) {
        for (ObjectNode element : made) {
            for (String member : List.of("options", "rows", "scale")) {
                if (element.has(member) && element.path(member).isEmpty()) {
                    return "The question has no " + (member.equals("rows") ? "subquestions" : "answers") + ".";
                }
            }
        }
        return "";
    }

    private static String lack(Asked question) {
        return switch (question.type()) {
            case "I" -> "There is no question for the language here.";
            case ":", ";" -> "The table has no columns, or more than 200 fields.";
            default -> "There is no such type of question here.";
        };
    }

    /** A single expression is a computed variable; words around it are a text that nobody needs to store. */
    private void equation(Asked question) {
        String source = question.attribute("equation").isEmpty()
                ? question.texts().getOrDefault(structure.language(), "")
                : question.attribute("equation");
        String bare =
                io.earshot.questionnaire.exchange.Html.plain(source).words().strip();
        try {
            if (!bare.matches("(?s)\\{[^{}]+}")) {
                throw new NotExpressible("It is not one expression in braces.");
            }
            Formula formula = ExpressionLogic.parse(bare.substring(1, bare.length() - 1));
            JsonNode compute = new ExpressionLogic(variables::find).value(formula);
            boolean number = question.is("numbers_only")
                    || compute.isNumber()
                    || compute.isObject()
                            && Set.of("+", "-", "*", "/", "%", "max", "min")
                                    .contains(compute.fieldNames().next());
            ObjectNode variable = computed.addObject().put("name", variables.of(question));
            variable.put("type", number ? "number" : "text");
            variable.set("compute", number ? compute : Logic.of("cat", compute));
            ledger.carried(EQUATIONS);
            if (!question.field("relevance").isBlank()
                    && !question.field("relevance").equals("1")) {
                ledger.changed(
                        question.where(),
                        question.code() + ": relevance " + question.field("relevance"),
                        "A computed variable is always computed.",
                        "Put the condition into its formula, if it matters.");
            }
        } catch (NotExpressible e) {
            ledger.leftOut(
                    EQUATIONS,
                    question.where(),
                    question.what() + " " + bare,
                    e.why(),
                    "It is left out; write it as a computed variable, or as a statement.");
        }
    }

    /** Groups that change places with each other; the others stay. */
    private void shuffle() {
        Set<String> random = new TreeSet<>();
        structure.groups().forEach(group -> {
            if (!group.random().isBlank()) {
                random.add(group.random());
            }
        });
        if (random.isEmpty()) {
            return;
        }
        if (random.size() > 1) {
            pages.forEach(page -> ((ObjectNode) page).remove("block"));
            ledger.changed(
                    "groups",
                    "randomization groups " + String.join(", ", random),
                    "Pages are shuffled among themselves in one set here, not in several.",
                    "The groups keep their order; set shuffle on the questionnaire.");
            return;
        }
        content.put("shuffle", "pages");
        pages.forEach(page -> {
            if (!page.has("block")) {
                ((ObjectNode) page).put("pinned", true);
            }
        });
    }

    private void survey() {
        if (structure.survey().getOrDefault("assessments", "N").equals("Y")
                || !structure.tables().of("assessments").isEmpty()) {
            ledger.changed(
                    "assessments",
                    structure.tables().of("assessments").size() + " rules",
                    "Assessments are scores with words here.",
                    "Write scores, and endings whose condition looks at them.");
        }
        wordings("surveyls_url").values().stream()
                .distinct()
                .forEach(url -> ledger.changed(
                        "survey",
                        "end URL " + url,
                        "Nobody is sent on to a page at the end.",
                        "Put a link into the ending's text."));
        for (Map<String, String> row : structure.tables().of("defaultvalues")) {
            ledger.changed(
                    "qid " + row.getOrDefault("qid", ""),
                    "default value " + row.getOrDefault("defaultvalue", ""),
                    "There are no prefilled answers here.",
                    "Say in the text what is usual, or drop it.");
        }
    }
}
