package io.earshot.questionnaire.exchange.surveyjs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.FileTypes;
import io.earshot.questionnaire.exchange.Ledger;
import io.earshot.questionnaire.exchange.Members;
import io.earshot.questionnaire.exchange.OptionCodes;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** SurveyJS questions as elements, one method a kind. */
final class Questions {
    /** How things look; nothing of it changes what is asked. */
    static final Set<String> LOOKS = Set.of(
            "startWithNewLine",
            "width",
            "minWidth",
            "maxWidth",
            "indent",
            "rightIndent",
            "titleLocation",
            "descriptionLocation",
            "hideNumber",
            "showNumber",
            "colCount",
            "renderAs",
            "size",
            "autocomplete",
            "placeholder",
            "placeHolder",
            "optionsCaption",
            "rows",
            "cols",
            "autoGrow",
            "acceptCarriageReturn",
            "otherPlaceholder",
            "otherPlaceHolder",
            "separateSpecialChoices",
            "itemSize",
            "imageHeight",
            "imageWidth",
            "imageFit",
            "minImageWidth",
            "maxImageWidth",
            "minImageHeight",
            "maxImageHeight",
            "contentMode",
            "showLabel",
            "rateColorMode",
            "scaleColorMode",
            "displayMode",
            "rateDisplayMode",
            "alternateRows",
            "showHeader",
            "verticalAlign",
            "columnMinWidth",
            "rowTitleWidth",
            "mobileView",
            "columnColCount",
            "errorLocation",
            "requiredErrorText",
            "otherErrorText",
            "searchEnabled",
            "searchMode",
            "allowClear",
            "closeOnSelect",
            "useDisplayValuesInDynamicTexts",
            "commentPlaceholder",
            "commentPlaceHolder",
            "textUpdateMode",
            "layout",
            "allowAddRows",
            "swapOrder",
            "longTap",
            "isAllRowRequiredErrorText",
            "storeOthersAsComment",
            "state",
            "id",
            "page",
            "questionTitleWidth",
            "itemTitleWidth",
            "hideIfChoicesEmpty",
            "hideIfRowsEmpty",
            "inputFormat",
            "storeDataAsText",
            "allowImagesPreview",
            "waitForUpload",
            "needConfirmRemoveFile",
            "sourceType",
            "cssClasses",
            "gridLayoutColumns",
            "colSpan",
            "effectiveColSpan",
            "customLabels",
            "labelCount",
            "showLabels",
            "autoGenerate",
            "tooltipFormat",
            "allowDragDrop",
            "selectToRankAreasLayout",
            "selectToRankEmptyRankedAreaText",
            "selectToRankEmptyUnrankedAreaText",
            "selectToRankSwapAreas");

    /** More points than anybody reads are a number to be typed. */
    private static final int MAX_POINTS = 100;

    private static final Pattern RECOMMEND =
            Pattern.compile("(?i)\\bnps|recommend|recomend|recommand|empfehl|raccomand|aanbevel|anbefal|rekommend");

    private final Reading reading;
    private final Choices choices;
    private final Inputs inputs;
    private final Matrices matrices;

    Questions(Reading reading) {
        this.reading = reading;
        this.choices = new Choices(reading);
        this.inputs = new Inputs(reading);
        this.matrices = new Matrices(reading, choices, inputs);
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
            question.ignore(LOOKS);
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
            case "rating" -> rating(question, around, into);
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

    private void rating(Members question, List<Reading.Condition> around, ArrayNode into) {
        JsonNode values = question.take("rateValues");
        long min = question.take("rateMin").asLong(1);
        long step = Math.max(1, question.take("rateStep").asLong(1));
        long count = question.take("rateCount").asLong(5);
        long max = question.take("rateMax").asLong(min + (count - 1) * step);
        String kind = question.word("rateType") + question.word("rateDisplayMode");
        boolean plain = values.isEmpty() && step == 1;
        ObjectNode element;
        OptionCodes codes = new OptionCodes();
        if (plain && min == 1 && max >= 2 && max <= 11) {
            element = inputs.started("rating", question, around, into);
            element.put("points", max);
            element.put("shape", kind.contains("star") ? "stars" : kind.contains("smiley") ? "smileys" : "numbers");
        } else if (plain && min == 0 && max == 10 && isRecommendation(question)) {
            element = inputs.started("nps", question, around, into);
        } else if (values.isEmpty() && (max - min) / step > MAX_POINTS) {
            element = inputs.started("number", question, around, into);
            element.put("min", min).put("max", max).put("step", step);
        } else {
            element = inputs.started("single_choice", question, around, into);
            ArrayNode scale = values.isEmpty()
                    ? Choices.numbers(min, max, step, codes)
                    : choices.scale(values, question.where() + ".rateValues", codes);
            element.put("ordered", true).put("presentation", "buttons").set("options", scale);
        }
        ends(question, element);
        if (element.path("type").asText().equals("number")) {
            element.remove(List.of("lowLabel", "highLabel"));
        }
        boolean coded = element.path("type").asText().equals("single_choice");
        reading.know(
                question.word("name"),
                new Asked(element.path("name").asText(), coded ? Asked.Kind.CODE : Asked.Kind.NUMBER, codes));
        inputs.comment(question, element, around, into);
    }

    /** The words at the ends of a scale; a list of options has none, so they are written beside its first and last. */
    private void ends(Members question, ObjectNode element) {
        JsonNode low = reading.wording.text(question.takeAny("minRateDescription", "mininumRateDescription"));
        JsonNode high = reading.wording.text(question.takeAny("maxRateDescription", "maximumRateDescription"));
        question.ignore(Set.of("displayRateDescriptionsAsExtremeItems"));
        if (!element.path("type").asText().equals("single_choice")) {
            inputs.put(element, "lowLabel", low);
            inputs.put(element, "highLabel", high);
            return;
        }
        ArrayNode options = (ArrayNode) requireNonNull(element.get("options"));
        if (!options.isEmpty()) {
            beside((ObjectNode) options.get(0), low);
            beside((ObjectNode) options.get(options.size() - 1), high);
        }
    }

    private static void beside(ObjectNode option, JsonNode words) {
        String shown = option.path("text").asText();
        if (words.isTextual()) {
            option.put("text", shown + " – " + words.asText());
        } else if (words.isObject()) {
            ObjectNode both = JsonNodeFactory.instance.objectNode();
            words.properties()
                    .forEach(member -> both.put(
                            member.getKey(), shown + " – " + member.getValue().asText()));
            option.set("text", both);
        }
    }

    private boolean isRecommendation(Members question) {
        return RECOMMEND
                .matcher(question.word("name") + " " + question.take("title"))
                .find();
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
        question.ignore(LOOKS);
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
