package io.earshot.questionnaire.exchange.surveyjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.FileTypes;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Members;
import io.earshot.questionnaire.exchange.OptionCodes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SurveyJS questions as elements, one method a kind. */
final class Questions {
    private final Reading reading;
    private final Choices choices;
    private final Inputs inputs;
    private final Matrices matrices;
    private final Ratings ratings;

    Questions(Reading reading) {
        this.reading = reading;
        this.choices = new Choices(reading);
        this.inputs = new Inputs(reading);
        this.matrices = new Matrices(reading, choices, inputs);
        this.ratings = new Ratings(reading, choices, inputs);
    }

    /**
     * Adds what the question becomes.
     *
     * @param around the conditions of the panels it stands in
     */
    void add(JsonNode json, String where, List<Reading.Condition> around, ArrayNode into) {
        Members question = new Members(json, where);
        String type = question.word("type").toLowerCase(Locale.ROOT);
        reading.ledger.met(Ledger.QUESTIONS);
        int before = into.size();
        boolean carried = kind(type, question, around, into);
        if (carried) {
            reading.ledger.carried(Ledger.QUESTIONS);
            question.ignore(Looks.ALL);
            question.listRest(reading.ledger);
        }
        for (int i = before; i < into.size(); i++) {
            reading.placed((ObjectNode) into.get(i), where);
        }
    }

    private boolean kind(String type, Members question, List<Reading.Condition> around, ArrayNode into) {
        switch (type) {
            case "radiogroup" -> choice(question, around, into, "single_choice", null);
            case "buttongroup" -> choice(question, around, into, "single_choice", "buttons");
            case "dropdown" -> choice(question, around, into, "single_choice", "dropdown");
            case "checkbox", "tagbox" -> choice(question, around, into, "multiple_choice", null);
            case "imagepicker" ->
                choice(
                        question,
                        around,
                        into,
                        question.isTrue("multiSelect") ? "multiple_choice" : "single_choice",
                        "pictures");
            case "ranking" -> ranking(question, around, into);
            case "boolean" -> yesNo(question, around, into);
            case "rating" -> ratings.add(question, around, into);
            case "text", "comment", "slider", "nouislider", "datepicker" -> {
                return inputs.add(type, question, around, into);
            }
            case "multipletext" -> inputs.several(question, around, into);
            case "matrix" -> matrices.single(question, around, into);
            case "matrixdropdown" -> matrices.cells(question, around, into);
            case "file" -> file(question, around, into);
            case "html", "image" -> statement(type, question, around, into);
            case "expression" -> {
                computed(question, around, into);
                return false;
            }
            default -> {
                leftOut(type, question);
                return false;
            }
        }
        return true;
    }

    private void leftOut(String type, Members question) {
        String remedy =
                switch (type) {
                    case "matrixdynamic", "paneldynamic" ->
                        "Ask for a fixed number of entries, with a question for each, or for a list in words.";
                    case "signaturepad" -> "Ask for consent with a consent question, or for a file.";
                    case "imagemap" -> "Ask with a question whose options name the parts of the picture.";
                    case "" -> "Give the question a type.";
                    default -> "Ask it with another type of question.";
                };
        String name = question.word("name");
        reading.ledger.leftOut(
                Ledger.QUESTIONS,
                question.where(),
                (type + " " + name).strip(),
                switch (type) {
                    case "matrixdynamic", "paneldynamic" ->
                        "Questions that repeat as often as the respondent wants have no counterpart.";
                    case "signaturepad", "imagemap" -> "There is no such question here.";
                    default -> "The type " + (type.isEmpty() ? "is missing" : type + " isn't known") + ".";
                },
                remedy);
    }

    private void choice(
            Members question,
            List<Reading.Condition> around,
            ArrayNode into,
            String type,
            @Nullable String presentation) {
        OptionCodes codes = new OptionCodes();
        ObjectNode element = inputs.started(type, question, around, into);
        String name = element.path("name").asText();
        boolean many = type.equals("multiple_choice");
        choices.put(question, element, codes, many);
        if (element.path("options").isEmpty()) {
            element.withArray("options").addObject().put("code", "option").put("text", "…");
            reading.ledger.changed(
                    question.where(),
                    "no choices",
                    "A question needs options, and the file lists none; one stands in their place.",
                    "Write the options into the draft.");
        }
        if (presentation != null && !(many && !presentation.equals("pictures"))) {
            element.put("presentation", presentation);
        }
        if (many) {
            whole(question, "minSelectedChoices", "min", element);
            whole(question, "maxSelectedChoices", "max", element);
        }
        reading.know(question.word("name"), new Asked(name, many ? Asked.Kind.SET : Asked.Kind.CODE, codes));
        openText(question, element, name);
        inputs.validators(question, element);
        inputs.comment(question, element, around, into);
    }

    private void openText(Members question, ObjectNode element, String name) {
        element.path("options").forEach(option -> {
            if (option.path("openText").asBoolean()) {
                String words = name + "_" + option.path("code").asText();
                reading.names.claim(words);
                reading.know(question.word("name") + "-Comment", new Asked(words, Asked.Kind.TEXT));
            }
        });
    }

    private void ranking(Members question, List<Reading.Condition> around, ArrayNode into) {
        OptionCodes codes = new OptionCodes();
        ObjectNode element = inputs.started("ranking", question, around, into);
        choices.put(question, element, codes, true);
        element.path("options").forEach(option -> ((ObjectNode) option).remove(List.of("exclusive", "openText")));
        if (question.isTrue("selectToRankEnabled")) {
            whole(question, "maxSelectedChoices", "top", element);
        }
        reading.know(question.word("name"), new Asked(element.path("name").asText(), Asked.Kind.SET, codes));
        inputs.comment(question, element, around, into);
    }

    private void yesNo(Members question, List<Reading.Condition> around, ArrayNode into) {
        ObjectNode element = inputs.started("yes_no", question, around, into);
        reading.wording.put(element, "yesLabel", question.take("labelTrue"));
        reading.wording.put(element, "noLabel", question.take("labelFalse"));
        OptionCodes codes = new OptionCodes();
        JsonNode yes = codes.claim("yes");
        JsonNode no = codes.claim("no");
        codes.alias("true", yes);
        codes.alias("false", no);
        codes.alias(question.has("valueTrue") ? question.word("valueTrue") : "true", yes);
        codes.alias(question.has("valueFalse") ? question.word("valueFalse") : "false", no);
        question.ignore(Set.of("valueTrue", "valueFalse", "label", "showTitle", "swapOrder"));
        reading.know(question.word("name"), new Asked(element.path("name").asText(), Asked.Kind.YES_NO, codes));
        inputs.comment(question, element, around, into);
    }

    private void file(Members question, List<Reading.Condition> around, ArrayNode into) {
        ObjectNode element = inputs.started("file", question, around, into);
        for (String unknown : FileTypes.put(question.word("acceptedTypes"), element)) {
            reading.ledger.changed(
                    question.where(),
                    "acceptedTypes: " + unknown,
                    "The media type of such files isn't known, so files of every type are taken.",
                    "Set accept to media types.");
        }
        long bytes = question.take("maxSize").asLong(0);
        if (bytes > 0) {
            element.put("maxBytes", Math.min(bytes, FileTypes.MAX_BYTES));
        }
        if (question.isTrue("allowMultiple")) {
            element.put("maxFiles", 10);
        }
        reading.know(question.word("name"), new Asked(element.path("name").asText(), Asked.Kind.SET));
        inputs.comment(question, element, around, into);
    }

    private void statement(String type, Members question, List<Reading.Condition> around, ArrayNode into) {
        ObjectNode element = inputs.started("statement", question, around, into);
        if (type.equals("html")) {
            element.set("text", reading.wording.text(question.take("html"), question.word("name")));
            question.ignore(Set.of("title"));
            return;
        }
        String address = question.word("imageLink");
        element.set("text", reading.wording.text(question.takeAny("altText", "title"), question.word("name")));
        if (address.startsWith("https://")) {
            element.put("image", address);
        } else {
            reading.ledger.changed(
                    question.where(),
                    address,
                    "A picture must have an https address here.",
                    "Put the picture on the web and set the statement's image.");
        }
    }

    /** A formula may look at calculated values, which are known only when all questions are; until then its statement waits. */
    private void computed(Members question, List<Reading.Condition> around, ArrayNode into) {
        String name = question.word("name");
        String formula = question.word("expression");
        JsonNode title = reading.wording.text(question.take("title"));
        String variable = reading.names.claim(name);
        ObjectNode element = into.addObject().put("type", "statement");
        element.put("name", reading.names.claim(name + "_shown"));
        element.set(
                "text",
                inputs.withAppended(reading.wording.text(question.take("title"), name), ": {{" + variable + "}}"));
        inputs.conditions(question, element, around);
        question.ignore(Set.of(
                "displayStyle", "currency", "maximumFractionDigits", "minimumFractionDigits", "format", "precision"));
        question.ignore(Looks.ALL);
        question.ignore(Set.of("name", "description"));
        reading.later(() -> {
            if (reading.compute(name, variable, formula, question.where(), title)) {
                reading.ledger.carried(Ledger.QUESTIONS);
                question.listRest(reading.ledger);
                return;
            }
            for (int i = into.size() - 1; i >= 0; i--) {
                if (into.get(i) == element) {
                    into.remove(i);
                }
            }
            reading.ledger.leftOut(
                    Ledger.QUESTIONS,
                    question.where(),
                    "expression " + name + ": " + formula,
                    "The formula can't be said in JsonLogic with what is asked.",
                    "Write a computed variable by hand.");
        });
    }

    private void whole(Members question, String theirs, String ours, ObjectNode element) {
        JsonNode number = question.take(theirs);
        if (number.isNumber() && number.asLong() > 0) {
            element.put(ours, number.asLong());
        }
    }
}
