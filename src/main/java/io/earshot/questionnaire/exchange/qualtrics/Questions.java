package io.earshot.questionnaire.exchange.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.OptionCodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Qualtrics questions as elements, one method a kind. */
final class Questions {
    private static final Set<String> SEVERAL = Set.of("MAVR", "MAHR", "MACOL", "MSB");

    private final Reading reading;
    private final LogicReader logic;
    private final Choices choices;
    private final Fields fields;

    Questions(Reading reading, LogicReader logic) {
        this.reading = reading;
        this.logic = logic;
        this.choices = new Choices(reading, logic);
        this.fields = new Fields(reading, choices);
    }

    /** What the question becomes; nothing if it was left out, which is listed. */
    List<ObjectNode> elements(String id, JsonNode question) {
        List<ObjectNode> made = new ArrayList<>();
        String where = "SQ " + id;
        boolean carried = kind(id, question, where, made);
        if (!carried) {
            return List.of();
        }
        reading.ledger.carried(Ledger.QUESTIONS);
        if (question.path("DisplayLogic").isObject()) {
            Optional<JsonNode> shown = logic.logic(question.path("DisplayLogic"), where, "DisplayLogic");
            made.forEach(element -> shown.ifPresent(when -> element.set("visibleIf", when)));
        }
        listRest(question, where);
        return made;
    }

    private boolean kind(String id, JsonNode question, String where, List<ObjectNode> made) {
        String selector = question.path("Selector").asText();
        return switch (question.path("QuestionType").asText()) {
            case "MC" -> choice(id, question, selector, where, made);
            case "TE" -> fields.text(id, question, selector, where, made);
            case "Matrix" -> matrix(id, question, selector, where, made);
            case "DB" -> statement(id, question, where, made);
            case "RO" -> ranking(id, question, where, made);
            case "CS" -> fields.sum(id, question, where, made);
            case "Slider" -> fields.slider(id, question, selector, where, made);
            case "FileUpload" -> file(id, question, where, made);
            default -> leftOut(question, selector, where);
        };
    }

    private boolean leftOut(JsonNode question, String selector, String where) {
        String type = question.path("QuestionType").asText();
        String remedy =
                switch (type) {
                    case "Timing" -> "Nothing to do: when each page was left is kept with a response.";
                    case "Meta" -> "Nothing to do: browser and device are kept with a response.";
                    case "Captcha" -> "Nothing to do: prompts are shown inside your app.";
                    case "SBS" -> "Ask each of its columns with a matrix of its own.";
                    case "PGR" -> "Ask for groups with a matrix_choice, and for ranks with a ranking.";
                    case "HeatMap", "HotSpot", "HL" -> "Ask with a question whose options name the parts.";
                    case "Draw", "Signature" -> "Ask for consent with a consent question.";
                    case "DD", "TreeSelect" -> "Ask level by level, with visibleIf on options.";
                    default -> "Ask it with another type of question.";
                };
        reading.ledger.leftOut(
                Ledger.QUESTIONS,
                where,
                (type + " " + selector + " " + question.path("DataExportTag").asText()).strip(),
                "There is no question of type " + (type.isEmpty() ? "''" : type) + " here.",
                remedy);
        return false;
    }

    private boolean choice(String id, JsonNode question, String selector, String where, List<ObjectNode> made) {
        if (selector.equals("NPS")) {
            ObjectNode nps = started("nps", question, id, where, made);
            fields.ends(question, nps, where);
            reading.know(id, new Asked(nps.path("name").asText(), Asked.Kind.NUMBER));
            return true;
        }
        boolean many = SEVERAL.contains(selector);
        ObjectNode element = started(many ? "multiple_choice" : "single_choice", question, id, where, made);
        String name = element.path("name").asText();
        OptionCodes codes = new OptionCodes();
        ArrayNode options = choices.options(question, "Choices", name, where, codes);
        if (options.isEmpty()) {
            return fields.without(made, question, where);
        }
        if (!many) {
            options.forEach(option -> ((ObjectNode) option).remove("exclusive"));
            switch (selector) {
                case "DL", "SB" -> element.put("presentation", "dropdown");
                case "SAHR" -> element.put("presentation", "buttons");
                default -> {}
            }
        }
        element.set("options", options);
        choices.randomize(question, element, "options", where);
        JsonNode settings = question.path("Validation").path("Settings");
        if (many) {
            fields.whole(settings.path("MinChoices"), element, "min");
            fields.whole(settings.path("MaxChoices"), element, "max");
        }
        reading.know(id, new Asked(name, many ? Asked.Kind.SET : Asked.Kind.CODE, codes));
        return true;
    }

    private boolean matrix(String id, JsonNode question, String selector, String where, List<ObjectNode> made) {
        switch (selector) {
            case "TE" -> {
                return fields.cells(id, question, where, made);
            }
            case "MaxDiff" -> {
                return maxDiff(id, question, where, made);
            }
            case "CS", "RO" -> {
                return leftOut(question, "Matrix " + selector, where);
            }
            default -> {}
        }
        boolean many = question.path("SubSelector").asText().equals("MultipleAnswer");
        ObjectNode element = started(many ? "matrix_choice" : "likert", question, id, where, made);
        OptionCodes codes = new OptionCodes();
        ArrayNode scale =
                choices.options(question, "Answers", element.path("name").asText(), where, codes);
        scale.forEach(point -> {
            ObjectNode one = (ObjectNode) point;
            if (one.has("openText")) {
                reading.ledger.changed(
                        where,
                        "TextEntry",
                        "A point of a scale has no field for words here.",
                        "Ask for the words apart.");
            }
            one.remove(many ? List.of("openText") : List.of("openText", "exclusive", "visibleIf", "pinned"));
        });
        if (scale.isEmpty()) {
            return fields.without(made, question, where);
        }
        element.set(many ? "options" : "scale", scale);
        if (many) {
            element.put("multiple", true);
        }
        Asked.Kind kind = many ? Asked.Kind.SET : Asked.Kind.CODE;
        ArrayNode rows = choices.rows(question, tag(question, id), where, kind, codes);
        if (selector.equals("Bipolar")) {
            rows.forEach(row -> bipolar((ObjectNode) row));
        }
        if (rows.isEmpty()) {
            return fields.without(made, question, where);
        }
        element.set("rows", rows);
        choices.randomize(question, element, "rows", where);
        return true;
    }

    /** {@code Left:Right} names the two ends. */
    private static void bipolar(ObjectNode row) {
        row.put("text", row.path("text").asText().replaceFirst("\\s*:\\s*", " – "));
    }

    private boolean maxDiff(String id, JsonNode question, String where, List<ObjectNode> made) {
        int items = question.path("Choices").size();
        if (items < 3 || items > 8) {
            return leftOut(question, "MaxDiff of " + items + " items", where);
        }
        ObjectNode element = started("max_diff", question, id, where, made);
        OptionCodes codes = new OptionCodes();
        ArrayNode options =
                choices.options(question, "Choices", element.path("name").asText(), where, codes);
        options.forEach(option -> ((ObjectNode) option).remove(List.of("exclusive", "openText", "visibleIf")));
        element.set("options", options);
        ArrayNode set = element.putArray("sets").addArray();
        options.forEach(option -> set.add(option.path("code")));
        Map<String, JsonNode> ends = Survey.ordered(question.path("Answers"), question.path("AnswerOrder"));
        List<String> labels = List.of("bestLabel", "worstLabel");
        if (ends.size() == labels.size()) {
            int end = 0;
            for (Map.Entry<String, JsonNode> one : ends.entrySet()) {
                element.set(labels.get(end++), choices.text(question, "Answers", one.getKey(), one.getValue(), where));
            }
        }
        choices.randomize(question, element, "options", where);
        return true;
    }

    private boolean statement(String id, JsonNode question, String where, List<ObjectNode> made) {
        ObjectNode element = started("statement", question, id, where, made);
        element.remove("required");
        String graphic = question.path("Graphics").asText("");
        if (!graphic.isEmpty()) {
            reading.ledger.changed(
                    where, graphic, "Pictures of their library are not in the file.", "Set the statement's image.");
        }
        return true;
    }

    private boolean ranking(String id, JsonNode question, String where, List<ObjectNode> made) {
        ObjectNode element = started("ranking", question, id, where, made);
        OptionCodes codes = new OptionCodes();
        ArrayNode options =
                choices.options(question, "Choices", element.path("name").asText(), where, codes);
        options.forEach(option -> ((ObjectNode) option).remove(List.of("exclusive", "openText")));
        if (options.isEmpty()) {
            return fields.without(made, question, where);
        }
        element.set("options", options);
        choices.randomize(question, element, "options", where);
        reading.know(id, new Asked(element.path("name").asText(), Asked.Kind.SET, codes));
        return true;
    }

    private boolean file(String id, JsonNode question, String where, List<ObjectNode> made) {
        ObjectNode element = started("file", question, id, where, made);
        reading.know(id, new Asked(element.path("name").asText(), Asked.Kind.SET));
        return true;
    }

    private ObjectNode started(String type, JsonNode question, String id, String where, List<ObjectNode> made) {
        ObjectNode element = fields.started(type, tag(question, id), question, where);
        made.add(element);
        return element;
    }

    static String tag(JsonNode question, String id) {
        String tag = question.path("DataExportTag").asText("");
        return tag.isBlank() ? id : tag;
    }

    private void listRest(JsonNode question, String where) {
        Map<String, String> rest = new LinkedHashMap<>();
        rest.put("QuestionJS", "Code in questions isn't run here.");
        rest.put(
                "DynamicChoices",
                "Choices of an earlier question aren't carried forward; only the question's own are.");
        rest.put(
                "DynamicAnswers",
                "Answers of an earlier question aren't carried forward; only the question's own are.");
        rest.put("DefaultChoices", "Answers are never filled in here.");
        rest.put("SearchSource", "There is no search in lists of their library.");
        rest.forEach((member, why) -> {
            JsonNode value = question.path(member);
            boolean says = value.isTextual() ? !value.asText().isBlank() : value.size() > 0;
            if (says
                    && !(member.equals("SearchSource")
                            && value.path("AllowFreeResponse").asText().equals("false"))) {
                reading.ledger.changed(where, member, why, "Set by hand what comes closest.");
            }
        });
        JsonNode settings = question.path("Validation").path("Settings");
        if (settings.path("ForceResponse").asText().equals("RequestResponse")
                || settings.path("ForceResponseType").asText().equals("RequestResponse")) {
            reading.ledger.changed(
                    where,
                    "ForceResponse: RequestResponse",
                    "An answer is demanded or not; it can't be asked for once more.",
                    "Mark the question as required, or leave it optional.");
        }
        if (settings.path("CustomValidation").isObject()) {
            reading.ledger.changed(
                    where,
                    "CustomValidation",
                    "Rules on answers are limits, formats and patterns here.",
                    "Set min, max or a pattern, or check the rule in the data.");
        }
    }
}
