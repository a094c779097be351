package io.earshot.questionnaire.exchange.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.OptionCodes;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every Qualtrics question has, and those that are typed into or slid. */
final class Fields {
    private final Reading reading;
    private final Choices choices;

    Fields(Reading reading, Choices choices) {
        this.reading = reading;
        this.choices = choices;
    }

    ObjectNode started(String type, String tag, JsonNode question, String where) {
        ObjectNode element = JsonNodeFactory.instance.objectNode();
        element.put("type", type).put("name", reading.names.claim(tag));
        Map<String, String> translations = new LinkedHashMap<>();
        question.path("Language").properties().forEach(language -> {
            String words = language.getValue().path("QuestionText").asText("");
            if (!words.isBlank()) {
                translations.put(language.getKey(), words);
            }
        });
        element.set("text", reading.text(question.path("QuestionText").asText(""), translations, tag, where));
        JsonNode settings = question.path("Validation").path("Settings");
        boolean soft = settings.path("ForceResponseType").asText().equals("RequestResponse");
        if (settings.path("ForceResponse").asText().equals("ON") && !soft) {
            element.put("required", true);
        }
        return element;
    }

    /** A question without choices or rows can't be asked. */
    boolean without(List<ObjectNode> made, JsonNode question, String where) {
        made.clear();
        reading.ledger.leftOut(
                Ledger.QUESTIONS,
                where,
                question.path("QuestionType").asText() + " "
                        + question.path("DataExportTag").asText(),
                "The question has no choices, rows or answers.",
                "Write the question into the draft.");
        return false;
    }

    boolean text(String id, JsonNode question, String selector, String where, List<ObjectNode> made) {
        if (!selector.equals("FORM")) {
            ObjectNode field = field(question, Questions.tag(question, id), where);
            if (selector.matches("ML|ESTB") && field.path("type").asText().equals("text")) {
                field.put("long", true);
            }
            if (selector.equals("PW")) {
                reading.ledger.changed(where, "PW", "Answers aren't masked here.", "Don't ask for passwords.");
            }
            made.add(field);
            reading.know(id, asked(field));
            return true;
        }
        ObjectNode heading = started("statement", Questions.tag(question, id) + "_form", question, where);
        heading.remove("required");
        made.add(heading);
        Survey.ordered(question.path("Choices"), question.path("ChoiceOrder")).forEach((choice, line) -> {
            ObjectNode field = field(question, Questions.tag(question, id) + "_" + choice, where);
            field.set("text", choices.text(question, "Choices", choice, line, where));
            made.add(field);
            reading.know(id + "/" + choice, asked(field));
        });
        return true;
    }

    private static Asked asked(ObjectNode field) {
        boolean number = field.path("type").asText().equals("number");
        return new Asked(field.path("name").asText(), number ? Asked.Kind.NUMBER : Asked.Kind.TEXT);
    }

    /** A field by its content type: words, a number, a date. */
    private ObjectNode field(JsonNode question, String tag, String where) {
        JsonNode settings = question.path("Validation").path("Settings");
        String content = settings.path("ContentType").asText("");
        boolean checked = settings.path("Type").asText().equals("ContentType") || !content.isEmpty();
        String kind = checked ? content : "";
        ObjectNode element = started(
                switch (kind) {
                    case "ValidNumber" -> "number";
                    case "ValidDate" -> "date";
                    default -> "text";
                },
                tag,
                question,
                where);
        switch (kind) {
            case "ValidNumber" -> {
                number(settings.path("ValidNumber").path("Min"), element, "min");
                number(settings.path("ValidNumber").path("Max"), element, "max");
                JsonNode decimals = settings.path("ValidNumber").path("NumDecimals");
                if (decimals.asText("").equals("0")) {
                    element.put("step", 1);
                }
            }
            case "ValidEmail" -> element.put("format", "email");
            case "ValidURL" -> element.put("format", "url");
            case "ValidPhone" -> element.put("format", "phone");
            case "ValidZip", "ValidUSZip" -> element.put("pattern", "\\d{5}(-\\d{4})?");
            case "ValidTextOnly" -> element.put("pattern", "[^0-9]*");
            case "", "ValidDate" -> {}
            default ->
                reading.ledger.changed(
                        where,
                        "ContentType: " + kind,
                        "This format isn't checked here.",
                        "Set a pattern if it matters.");
        }
        length(settings, element);
        return element;
    }

    private static void length(JsonNode settings, ObjectNode element) {
        if (!element.path("type").asText().equals("text")) {
            return;
        }
        int most = settings.path("MaxChars").asInt(settings.path("TotalChars").asInt(0));
        if (most > 0) {
            element.put("maxLength", Math.min(most, 20_000));
        }
        int least = settings.path("MinChars").asInt(0);
        if (least > 0 && !element.has("pattern")) {
            element.put("pattern", "(?s:.){" + Math.min(least, 1000) + ",}");
        }
    }

    /** A matrix of fields: one for each row and column. */
    boolean cells(String id, JsonNode question, String where, List<ObjectNode> made) {
        ObjectNode heading = started("statement", Questions.tag(question, id) + "_table", question, where);
        heading.remove("required");
        made.add(heading);
        Map<String, JsonNode> columns = Survey.ordered(question.path("Answers"), question.path("AnswerOrder"));
        Survey.ordered(question.path("Choices"), question.path("ChoiceOrder"))
                .forEach((row, line) -> columns.forEach((column, head) -> {
                    ObjectNode field = field(question, Questions.tag(question, id) + "_" + row + "_" + column, where);
                    String rowText = reading.converted(line.path("Display").asText(row), where);
                    String columnText = reading.converted(head.path("Display").asText(column), where);
                    field.put("text", rowText + " – " + columnText);
                    made.add(field);
                    reading.know(id + "/" + row + "/" + column, asked(field));
                }));
        return true;
    }

    /** Parts that must add up; without a sum that they must reach, each is a number of its own. */
    boolean sum(String id, JsonNode question, String where, List<ObjectNode> made) {
        JsonNode total = question.path("Validation").path("Settings").path("ChoiceTotal");
        String tag = Questions.tag(question, id);
        if (total.asText("").matches("[1-9]\\d{0,8}")) {
            ObjectNode element = started("constant_sum", tag, question, where);
            element.set("rows", choices.rows(question, tag, where, Asked.Kind.NUMBER, new OptionCodes()));
            element.put("total", Long.parseLong(total.asText()));
            if (element.path("rows").isEmpty()) {
                return without(made, question, where);
            }
            choices.randomize(question, element, "rows", where);
            made.add(element);
            return true;
        }
        ObjectNode heading = started("statement", tag + "_sum", question, where);
        heading.remove("required");
        made.add(heading);
        ArrayNode rows = choices.rows(question, tag, where, Asked.Kind.NUMBER, new OptionCodes());
        rows.forEach(row -> {
            ObjectNode number = JsonNodeFactory.instance.objectNode().put("type", "number");
            number.setAll((ObjectNode) row);
            made.add(number.put("min", 0));
        });
        return true;
    }

    /** Each statement of a slider question is a slider of its own; stars are a rating. */
    boolean slider(String id, JsonNode question, String selector, String where, List<ObjectNode> made) {
        JsonNode shape = question.path("Configuration");
        Map<String, JsonNode> lines = Survey.ordered(question.path("Choices"), question.path("ChoiceOrder"));
        if (lines.isEmpty()) {
            return without(made, question, where);
        }
        String tag = Questions.tag(question, id);
        ObjectNode first = started("statement", lines.size() == 1 ? tag : tag + "_sliders", question, where);
        boolean required = first.has("required");
        first.remove("required");
        if (lines.size() > 1) {
            made.add(first);
        }
        lines.forEach((line, choice) -> {
            boolean alone = lines.size() == 1;
            String name = alone ? first.path("name").asText() : reading.names.claim(tag + "_" + line);
            ObjectNode element = JsonNodeFactory.instance.objectNode();
            element.put("type", selector.equals("STAR") ? "rating" : "slider").put("name", name);
            element.set("text", alone ? first.path("text") : choices.text(question, "Choices", line, choice, where));
            if (required) {
                element.put("required", true);
            }
            if (selector.equals("STAR")) {
                element.put(
                                "points",
                                Math.max(2, Math.min(11, shape.path("StarCount").asInt(5))))
                        .put("shape", "stars");
            } else {
                element.set("min", decimal(shape.path("CSSliderMin"), 0));
                element.set("max", decimal(shape.path("CSSliderMax"), 100));
                int decimals = Math.min(6, shape.path("NumDecimals").asInt(0));
                if (decimals > 0) {
                    element.put("step", BigDecimal.ONE.movePointLeft(decimals));
                }
                ends(question, element, where);
            }
            made.add(element);
            reading.know(alone ? id : id + "/" + line, new Asked(name, Asked.Kind.NUMBER));
            reading.know(id + "/" + line, new Asked(name, Asked.Kind.NUMBER));
        });
        return true;
    }

    /** The words at the ends, which stand in a list of column labels. */
    void ends(JsonNode question, ObjectNode element, String where) {
        JsonNode labels =
                question.path("ColumnLabels").isArray() ? question.path("ColumnLabels") : question.path("Labels");
        List<JsonNode> all = List.copyOf(Survey.keyed(labels).values());
        if (all.size() < 2) {
            return;
        }
        String low = all.get(0).path("Display").asText("");
        String high = all.get(all.size() - 1).path("Display").asText("");
        if (!low.isBlank()) {
            element.set("lowLabel", reading.text(low, where));
        }
        if (!high.isBlank()) {
            element.set("highLabel", reading.text(high, where));
        }
    }

    void whole(JsonNode value, ObjectNode element, String member) {
        if (value.asText("").matches("[1-9]\\d{0,3}")) {
            element.put(member, value.asInt());
        }
    }

    private static void number(JsonNode value, ObjectNode element, String member) {
        if (value.asText("").matches("-?\\d{1,15}(\\.\\d{1,9})?")) {
            element.put(member, new BigDecimal(value.asText()));
        }
    }

    private static JsonNode decimal(JsonNode value, int otherwise) {
        return value.asText("").matches("-?\\d{1,15}(\\.\\d{1,9})?")
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(value.asText()))
                : JsonNodeFactory.instance.numberNode(otherwise);
    }
}
