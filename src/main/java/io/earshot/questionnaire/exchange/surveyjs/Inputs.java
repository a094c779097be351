package io.earshot.questionnaire.exchange.surveyjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What every question has, and the fields that are typed into. */
final class Inputs {
    private static final Set<String> FIELD_LOOKS = Set.of(
            "minErrorText",
            "maxErrorText",
            "maskType",
            "placeholder",
            "rows",
            "acceptCarriageReturn",
            "characterCounter",
            "thumbs",
            "pips",
            "tooltips",
            "inputSize",
            "inputWidth",
            "pipsMode",
            "pipsValues",
            "pipsDensity",
            "pipsText",
            "orientation",
            "direction",
            "behaviour");

    private final Reading reading;
    private final Validators validators;

    Inputs(Reading reading) {
        this.reading = reading;
        this.validators = new Validators(reading);
    }

    /** An element with name, words, conditions and whether it is required, added to the page. */
    ObjectNode started(String type, Members question, List<Reading.Condition> around, ArrayNode into) {
        String theirs = question.has("valueName") ? question.word("valueName") : question.word("name");
        String name = reading.names.claim(theirs.isEmpty() ? type : theirs);
        ObjectNode element = into.addObject().put("type", type).put("name", name);
        String shown = question.word("name");
        element.set("text", reading.wording.text(question.take("title"), shown.isEmpty() ? name : shown));
        reading.wording.put(element, "description", question.take("description"));
        if (!type.equals("statement")) {
            if (question.isTrue("isRequired")) {
                element.put("required", true);
            }
            if (question.has("requiredIf")) {
                reading.when(
                        element,
                        "requiredIf",
                        List.of(new Reading.Condition(question.word("requiredIf"), question.where(), "requiredIf")));
            }
        }
        question.ignore(Set.of("valueName", "name"));
        conditions(question, element, around);
        preset(question);
        return element;
    }

    /** A question that is never shown is asked of nobody; one with conditions, of those for whom all of them hold. */
    void conditions(Members question, ObjectNode element, List<Reading.Condition> around) {
        List<Reading.Condition> all = new ArrayList<>(around);
        if (question.has("visibleIf")) {
            all.add(new Reading.Condition(question.word("visibleIf"), question.where(), "visibleIf"));
        }
        JsonNode visible = question.take("visible");
        if (visible.isBoolean() && !visible.booleanValue() && !question.has("visibleIf")) {
            reading.ledger.changed(
                    question.where(),
                    "visible: false",
                    "A question that only code shows is asked of nobody here.",
                    "Give it a visibleIf, or make it a hidden field.");
            element.put("visibleIf", false);
            return;
        }
        reading.when(element, "visibleIf", all);
    }

    private void preset(Members question) {
        for (String member : List.of(
                "defaultValue",
                "defaultValueExpression",
                "correctAnswer",
                "setValueExpression",
                "setValueIf",
                "resetValueIf",
                "readOnly",
                "enableIf",
                "clearIfInvisible")) {
            if (question.has(member)) {
                JsonNode value = question.take(member);
                reading.ledger.changed(
                        question.where(),
                        member + ": " + value,
                        "Answers are never filled in, locked or marked as right here.",
                        "Let the app give the value as a hidden field, or compute a variable.");
            }
        }
    }

    boolean add(String type, Members question, List<Reading.Condition> around, ArrayNode into) {
        String inputType = type.equals("text") ? question.word("inputType").toLowerCase(Locale.ROOT) : type;
        if (type.contains("slider") && question.word("sliderType").equals("range")) {
            reading.ledger.leftOut(
                    Ledger.QUESTIONS,
                    question.where(),
                    "slider " + question.word("name"),
                    "A slider with two handles has no counterpart.",
                    "Ask for the two ends with two sliders.");
            return false;
        }
        ObjectNode element = started(kind(inputType, question), question, around, into);
        limits(inputType, question, element);
        validators(question, element);
        Asked.Kind kind =
                Set.of("number", "slider").contains(element.path("type").asText())
                        ? Asked.Kind.NUMBER
                        : Asked.Kind.TEXT;
        reading.know(question.word("name"), new Asked(element.path("name").asText(), kind));
        if (question.has("valueName")) {
            reading.know(
                    question.word("valueName"), new Asked(element.path("name").asText(), kind));
        }
        comment(question, element, around, into);
        question.ignore(FIELD_LOOKS);
        return true;
    }

    private static String kind(String inputType, Members question) {
        boolean numeric = false;
        for (JsonNode validator : question.take("validators")) {
            numeric |= validator.path("type").asText().startsWith("numeric");
        }
        return switch (inputType) {
            case "number", "range" -> "number";
            case "slider", "nouislider" -> "slider";
            case "date", "datepicker" -> "date";
            case "time" -> "time";
            default -> numeric ? "number" : "text";
        };
    }

    private void limits(String inputType, Members question, ObjectNode element) {
        String type = element.path("type").asText();
        switch (type) {
            case "slider" -> {
                element.set("min", number(question.takeAny("min", "rangeMin"), 0));
                element.set("max", number(question.takeAny("max", "rangeMax"), 100));
                put(element, "step", question.take("step"));
            }
            case "number" -> {
                put(element, "min", question.take("min"));
                put(element, "max", question.take("max"));
                put(element, "step", question.take("step"));
            }
            case "date", "time" -> {
                String form = type.equals("date") ? "\\d{4}-\\d{2}-\\d{2}" : "\\d{2}:\\d{2}";
                for (String end : List.of("min", "max")) {
                    String value = question.word(end);
                    if (value.matches(form)) {
                        element.put(end, value);
                    } else if (!value.isEmpty()) {
                        unlimited(question, end, value);
                    }
                }
                question.ignore(Set.of("step"));
            }
            default -> words(inputType, question, element);
        }
        for (String member : List.of("minValueExpression", "maxValueExpression")) {
            if (question.has(member)) {
                unlimited(question, member, question.word(member));
            }
        }
    }

    private void unlimited(Members question, String member, String value) {
        reading.ledger.changed(
                question.where(),
                member + ": " + value,
                "A limit must be a fixed value here.",
                "Set min or max by hand.");
    }

    private void words(String inputType, Members question, ObjectNode element) {
        if (inputType.equals("comment")) {
            element.put("long", true);
        }
        long most = question.take("maxLength").asLong(-1);
        if (most > 0) {
            element.put("maxLength", Math.min(most, 20_000));
        }
        switch (inputType) {
            case "email", "url" -> element.put("format", inputType);
            case "tel" -> element.put("format", "phone");
            case "month" -> element.put("pattern", "\\d{4}-(0[1-9]|1[0-2])").put("patternHint", "YYYY-MM");
            case "week" -> element.put("pattern", "\\d{4}-W[0-5]\\d").put("patternHint", "YYYY-Www");
            case "color" -> element.put("pattern", "#[0-9A-Fa-f]{6}").put("patternHint", "#RRGGBB");
            case "datetime-local", "datetime" ->
                element.put("pattern", "\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}").put("patternHint", "YYYY-MM-DD HH:MM");
            case "password" ->
                reading.ledger.changed(
                        question.where(),
                        "inputType: password",
                        "Answers aren't masked here; the question is one for plain words.",
                        "Don't ask for passwords.");
            default -> {}
        }
        if (question.has("maskSettings") || question.has("maskType")) {
            JsonNode mask = question.take("maskSettings");
            reading.ledger.changed(
                    question.where(),
                    "maskSettings: " + mask,
                    "Masks have no counterpart.",
                    "Set a pattern and a patternHint.");
        }
    }

    /** Each item of a {@code multipletext} is a question. */
    void several(Members question, List<Reading.Condition> around, ArrayNode into) {
        String name = question.word("name");
        boolean required = question.isTrue("isRequired");
        JsonNode items = question.take("items");
        JsonNode title = reading.wording.text(question.take("title"), name);
        List<Reading.Condition> all = new ArrayList<>(around);
        if (question.has("visibleIf")) {
            all.add(new Reading.Condition(question.word("visibleIf"), question.where(), "visibleIf"));
        }
        ObjectNode heading = into.addObject().put("type", "statement").put("name", reading.names.claim(name));
        heading.set("text", title);
        reading.wording.put(heading, "description", question.take("description"));
        reading.when(heading, "visibleIf", all);
        for (int i = 0; i < items.size(); i++) {
            Members item = new Members(items.get(i), question.where() + ".items[" + i + "]");
            String theirs = item.word("name");
            String inputType = item.word("inputType").toLowerCase(Locale.ROOT);
            ObjectNode element = into.addObject().put("type", kind(inputType, item));
            element.put("name", reading.names.claim(name + "_" + theirs));
            element.set("text", reading.wording.text(item.take("title"), theirs));
            if (required || item.isTrue("isRequired")) {
                element.put("required", true);
            }
            reading.when(element, "visibleIf", all);
            limits(inputType, item, element);
            validators(item, element);
            Asked.Kind kind = element.path("type").asText().equals("number") ? Asked.Kind.NUMBER : Asked.Kind.TEXT;
            reading.know(name + "." + theirs, new Asked(element.path("name").asText(), kind));
            item.ignore(FIELD_LOOKS);
            item.ignore(Looks.ALL);
            item.listRest(reading.ledger);
        }
        preset(question);
    }

    /** The field for words below a question. */
    void comment(Members question, ObjectNode element, List<Reading.Condition> around, ArrayNode into) {
        boolean shown = question.isTrue("showCommentArea") | question.isTrue("hasComment");
        JsonNode label = question.take("commentText");
        if (!shown) {
            return;
        }
        String name = question.word("name");
        ObjectNode words = into.addObject().put("type", "text");
        words.put("name", reading.names.claim(element.path("name").asText() + "_comment"));
        words.set("text", reading.wording.text(label, "Other (describe)"));
        words.put("long", true);
        conditions(question, words, around);
        reading.know(name + "-Comment", new Asked(words.path("name").asText(), Asked.Kind.TEXT));
    }

    void validators(Members question, ObjectNode element) {
        validators.put(question, element);
    }

    void put(ObjectNode element, String member, JsonNode value) {
        if (value.isTextual() && element.path("type").asText().matches("number|slider")) {
            if (value.asText().matches("-?\\d{1,15}(\\.\\d{1,9})?")) {
                element.put(member, new java.math.BigDecimal(value.asText()));
            }
        } else if (!value.isMissingNode() && !value.isNull()) {
            element.set(member, value);
        }
    }

    private static JsonNode number(JsonNode given, int otherwise) {
        return given.isNumber() ? given : JsonNodeFactory.instance.numberNode(otherwise);
    }

    /** A text with something put after its words in every language. */
    JsonNode withAppended(JsonNode text, String more) {
        if (text.isTextual()) {
            return JsonNodeFactory.instance.textNode(text.asText() + more);
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        text.properties()
                .forEach(member -> all.put(member.getKey(), member.getValue().asText() + more));
        return all;
    }
}
