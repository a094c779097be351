package io.earshot.questionnaire.exchange.surveyjs;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Members;
import io.earshot.questionnaire.exchange.OptionCodes;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** SurveyJS ratings, which are points, a recommendation, a number or a list of options here. */
final class Ratings {
    /** More points than anybody reads are a number to be typed. */
    private static final int MAX_POINTS = 100;

    private static final Pattern RECOMMEND =
            Pattern.compile("(?i)\\bnps|recommend|recomend|recommand|empfehl|raccomand|aanbevel|anbefal|rekommend");

    private final Reading reading;
    private final Choices choices;
    private final Inputs inputs;

    Ratings(Reading reading, Choices choices, Inputs inputs) {
        this.reading = reading;
        this.choices = choices;
        this.inputs = inputs;
    }

    void add(Members question, List<Reading.Condition> around, ArrayNode into) {
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
}
