package io.earshot.questionnaire.exchange.surveyjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Members;
import io.earshot.questionnaire.exchange.Names;
import io.earshot.questionnaire.exchange.OptionCodes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The choices of a SurveyJS question as options: listed ones, numbered ones, and "other", "none" and their like. */
final class Choices {
    private static final int MAX_NUMBERED = 10_000;

    private final Reading reading;

    Choices(Reading reading) {
        this.reading = reading;
    }

    /** A value that the question adds by a member, such as {@code showNoneItem}. */
    private record Special(String value, String shown, String olderShown, String text, boolean exclusive) {}

    private static final List<Special> SPECIALS = List.of(
            new Special("none", "showNoneItem", "hasNone", "noneText", true),
            new Special("refused", "showRefuseItem", "hasRefuse", "refuseText", true),
            new Special("dontknow", "showDontKnowItem", "hasDontKnow", "dontKnowText", true),
            new Special("other", "showOtherItem", "hasOther", "otherText", false));

    private static final java.util.Map<String, String> SPECIAL_TEXTS = java.util.Map.of(
            "none", "None", "refused", "Refuse to answer", "dontknow", "Don't know", "other", "Other (describe)");

    /**
     * Sets {@code options} (and {@code shuffle}), and makes their codes known.
     *
     * @param many whether several may be chosen
     */
    void put(Members question, ObjectNode element, OptionCodes codes, boolean many) {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        JsonNode choices = question.take("choices");
        for (int i = 0; i < choices.size(); i++) {
            add(choices.get(i), question.where() + ".choices[" + i + "]", options, codes);
        }
        numbered(question, options, codes);
        order(question, element, options);
        specials(question, options, codes, many);
        everyVisibleIf(question, choices, options);
        elsewhere(question);
        element.set("options", options);
    }

    private void add(JsonNode choice, String where, ArrayNode options, OptionCodes codes) {
        JsonNode value = choice.isObject() ? choice.path("value") : choice;
        if (value.isContainerNode() || value.isMissingNode() || value.isNull()) {
            reading.ledger.changed(
                    where,
                    choice.toString(),
                    "A choice's value must be a word or a number here.",
                    "Add the option by hand, with a code.");
            return;
        }
        String theirs = value.asText();
        ObjectNode option = options.addObject();
        option.set("code", codes.claim(theirs));
        option.set("text", reading.wording.text(choice.path("text"), theirs));
        if (!Names.isCode(theirs)) {
            reading.ledger.changed(
                    where,
                    theirs,
                    "The value is no valid code; the option has the code "
                            + option.path("code").asText() + " instead.",
                    "Give data of this option the new code, or choose another code.");
        }
        if (!choice.isObject()) {
            return;
        }
        Members members = new Members(choice, where);
        members.take("value");
        members.take("text");
        String image = members.word("imageLink");
        if (image.startsWith("https://")) {
            option.put("image", image);
        } else if (!image.isEmpty()) {
            reading.ledger.changed(
                    where,
                    image,
                    "A picture must have an https address here.",
                    "Put the picture on the web and set image.");
        }
        if (members.has("visibleIf")) {
            reading.when(
                    option, "visibleIf", List.of(new Reading.Condition(members.word("visibleIf"), where, "visibleIf")));
        }
        members.listRest(reading.ledger);
    }

    /** {@code choicesMin} to {@code choicesMax} in steps of {@code choicesStep}. */
    private void numbered(Members question, ArrayNode options, OptionCodes codes) {
        JsonNode max = question.take("choicesMax");
        int min = question.take("choicesMin").asInt(0);
        int step = Math.max(1, question.take("choicesStep").asInt(1));
        if (!max.isNumber()) {
            return;
        }
        if ((max.asLong() - min) / step > MAX_NUMBERED) {
            reading.ledger.changed(
                    question.where(),
                    "choicesMin to choicesMax",
                    "More than " + MAX_NUMBERED + " numbered choices are no options any more.",
                    "Ask for a number instead.");
            return;
        }
        for (long n = min; n <= max.asLong(); n += step) {
            ObjectNode option = options.addObject();
            option.set("code", codes.claim(Long.toString(n)));
            option.put("text", Long.toString(n));
        }
    }

    private void order(Members question, ObjectNode element, ArrayNode options) {
        String order = question.word("choicesOrder");
        switch (order) {
            case "random" -> element.put("shuffle", "options");
            case "asc", "desc" -> sort(options, order.equals("desc"));
            case "", "none" -> {}
            default ->
                reading.ledger.changed(
                        question.where(),
                        "choicesOrder: " + order,
                        "This order isn't known; the options stand as listed.",
                        "Put the options in order.");
        }
    }

    private static void sort(ArrayNode options, boolean descending) {
        List<JsonNode> sorted = new ArrayList<>();
        options.forEach(sorted::add);
        Comparator<JsonNode> byText = Comparator.comparing(Choices::shown);
        sorted.sort(descending ? byText.reversed() : byText);
        options.removeAll();
        options.addAll(sorted);
    }

    private static String shown(JsonNode option) {
        JsonNode text = option.path("text");
        return text.isObject() ? text.elements().next().asText() : text.asText();
    }

    private void specials(Members question, ArrayNode options, OptionCodes codes, boolean many) {
        for (Special special : SPECIALS) {
            boolean shown = question.isTrue(special.shown()) | question.isTrue(special.olderShown());
            JsonNode text = question.take(special.text());
            if (!shown) {
                continue;
            }
            Optional<JsonNode> already = codes.of(special.value());
            if (already.isPresent()) {
                continue;
            }
            ObjectNode option = options.addObject();
            option.set("code", codes.claim(special.value()));
            option.set("text", reading.wording.text(text, String.valueOf(SPECIAL_TEXTS.get(special.value()))));
            option.put("pinned", true);
            if (special.exclusive() && many) {
                option.put("exclusive", true);
            }
            if (special.value().equals("other")) {
                option.put("openText", true);
            }
        }
        if (question.isTrue("showSelectAllItem") | question.isTrue("hasSelectAll")) {
            reading.ledger.changed(
                    question.where(),
                    "showSelectAllItem",
                    "There is no choice that selects all others.",
                    "Nothing to do: the options themselves are there.");
        }
        question.ignore(java.util.Set.of("selectAllText"));
    }

    /** {@code choicesVisibleIf} holds for every choice, which it calls {@code {item}}. */
    private void everyVisibleIf(Members question, JsonNode choices, ArrayNode options) {
        String condition = question.word("choicesVisibleIf");
        if (condition.isEmpty()) {
            return;
        }
        for (int i = 0; i < Math.min(choices.size(), options.size()); i++) {
            JsonNode value = choices.get(i).isObject() ? choices.get(i).path("value") : choices.get(i);
            String item =
                    value.isNumber() ? value.asText() : "'" + value.asText().replace("'", "\\'") + "'";
            String own = condition.replace("{item}", item).replace("{choice}", item);
            reading.when(
                    (ObjectNode) options.get(i),
                    "visibleIf",
                    List.of(new Reading.Condition(own, question.where(), "choicesVisibleIf")));
        }
    }

    private void elsewhere(Members question) {
        for (String source : List.of("choicesByUrl", "choicesFromQuestion", "choicesEnableIf", "carryForwardChoices")) {
            if (question.has(source)) {
                reading.ledger.changed(
                        question.where(),
                        source + ": " + question.take(source),
                        "Options are listed in the questionnaire itself, and all that are shown can be chosen.",
                        "Write the options into the draft.");
            }
        }
        question.ignore(
                java.util.Set.of("choiceValuesFromQuestion", "choiceTextsFromQuestion", "choicesFromQuestionMode"));
    }

    /** A scale of codes and texts, such as the columns of a matrix. */
    ArrayNode scale(JsonNode columns, String where, OptionCodes codes) {
        ArrayNode scale = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < columns.size(); i++) {
            add(columns.get(i), where + "[" + i + "]", scale, codes);
        }
        return scale;
    }

    /** OptionCodes from {@code min} to {@code max}, each its own text. */
    static ArrayNode numbers(long min, long max, long step, OptionCodes codes) {
        ArrayNode scale = JsonNodeFactory.instance.arrayNode();
        for (long n = min; n <= max; n += step) {
            scale.addObject().put("text", Long.toString(n)).set("code", codes.claim(Long.toString(n)));
        }
        return scale;
    }
}
