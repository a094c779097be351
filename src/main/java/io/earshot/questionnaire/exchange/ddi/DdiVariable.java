package io.earshot.questionnaire.exchange.ddi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of the data as a codebook describes it.
 *
 * @param element  the element that asks it; the entry itself for hidden, computed and scores
 * @param label    a text in our form: what the variable means
 * @param question the literal question; missing if nobody is asked
 * @param measure  nominal, ordinal, scale, text, date
 * @param codes    code to label, in order; empty for numbers and words
 * @param min      the least valid value, if there is one
 * @param max      the largest
 * @param source   what it is: an answer, an option of a set, hidden, computed, score
 */
record DdiVariable(
        String name,
        JsonNode element,
        JsonNode label,
        JsonNode question,
        String measure,
        List<Map.Entry<String, JsonNode>> codes,
        @Nullable String min,
        @Nullable String max,
        String source) {

    /** Every variable of a questionnaire in the order of asking; a set gives one for each of its options. */
    static List<DdiVariable> of(JsonNode content) {
        List<DdiVariable> all = new ArrayList<>();
        content.path("pages").forEach(page -> page.path("elements").forEach(element -> add(element, all)));
        for (String list : List.of("hidden", "computed", "scores")) {
            content.path(list).forEach(entry -> {
                boolean text = entry.path("type").asText().equals("text");
                JsonNode label = entry.has("text") ? entry.path("text") : entry.path("name");
                String source = list.equals("scores") ? "score" : list;
                all.add(new DdiVariable(
                        entry.path("name").asText(),
                        entry,
                        label,
                        none(),
                        text ? "text" : "scale",
                        List.of(),
                        null,
                        null,
                        source));
            });
        }
        return all;
    }

    private static void add(JsonNode element, List<DdiVariable> all) {
        String name = element.path("name").asText();
        JsonNode text = element.path("text");
        switch (element.path("type").asText()) {
            case "statement" -> {}
            case "single_choice" -> {
                String measure = element.path("ordered").asBoolean() ? "ordinal" : "nominal";
                all.add(answer(name, element, text, measure, codes(element.path("options"))));
                openTexts(element, all);
            }
            case "multiple_choice" -> {
                set(name, element, text, element.path("options"), all);
                openTexts(element, all);
            }
            case "yes_no" ->
                all.add(answer(
                        name,
                        element,
                        text,
                        "nominal",
                        words("yes", "yesLabel", "Yes", "no", "noLabel", "No", element)));
            case "consent" ->
                all.add(answer(
                        name,
                        element,
                        text,
                        "nominal",
                        words("agreed", "", "Agreed", "declined", "", "Declined", element)));
            case "link" ->
                all.add(answer(name, element, text, "nominal", List.of(Map.entry("clicked", element.path("label")))));
            case "nps" -> all.add(points(name, element, 0, 10));
            case "csat" -> all.add(points(name, element, 1, 5));
            case "ces" ->
                all.add(points(name, element, 1, element.path("points").asInt(7)));
            case "rating" ->
                all.add(points(name, element, 1, element.path("points").asInt(5)));
            case "likert" ->
                element.path("rows")
                        .forEach(row -> all.add(answer(
                                row.path("name").asText(),
                                element,
                                row.path("text"),
                                "ordinal",
                                codes(element.path("scale")))));
            case "matrix_choice" -> element.path("rows").forEach(row -> matrixRow(row, element, all));
            case "ranking" ->
                element.path("options")
                        .forEach(option -> all.add(new DdiVariable(
                                name + "." + option.path("code").asText(),
                                element,
                                option.path("text"),
                                text,
                                "ordinal",
                                List.of(),
                                "1",
                                Integer.toString(element.path("top")
                                        .asInt(element.path("options").size())),
                                "answer")));
            case "constant_sum" ->
                element.path("rows")
                        .forEach(row -> all.add(new DdiVariable(
                                row.path("name").asText(),
                                element,
                                row.path("text"),
                                text,
                                "scale",
                                List.of(),
                                "0",
                                element.path("total").asText(),
                                "answer")));
            case "max_diff" -> maxDiff(name, element, all);
            case "slider", "number" ->
                all.add(new DdiVariable(
                        name,
                        element,
                        text,
                        text,
                        "scale",
                        List.of(),
                        limit(element, "min"),
                        limit(element, "max"),
                        "answer"));
            case "date" ->
                all.add(new DdiVariable(
                        name,
                        element,
                        text,
                        text,
                        "date",
                        List.of(),
                        limit(element, "min"),
                        limit(element, "max"),
                        "answer"));
            case "time" -> all.add(new DdiVariable(name, element, text, text, "time", List.of(), null, null, "answer"));
            case "contact" ->
                element.path("fields")
                        .forEach(field -> all.add(answer(
                                name + "_" + field.path("field").asText(),
                                element,
                                field.has("text") ? field.path("text") : field.path("field"),
                                "text",
                                List.of())));
            default -> all.add(answer(name, element, text, "text", List.of()));
        }
    }

    private static void matrixRow(JsonNode row, JsonNode element, List<DdiVariable> all) {
        String name = row.path("name").asText();
        if (element.path("multiple").asBoolean()) {
            set(name, element, row.path("text"), element.path("options"), all);
        } else {
            all.add(answer(name, element, row.path("text"), "nominal", codes(element.path("options"))));
        }
    }

    /** A set is one variable for each option, 1 if it was chosen. */
    private static void set(String name, JsonNode element, JsonNode label, JsonNode options, List<DdiVariable> all) {
        List<Map.Entry<String, JsonNode>> chosen = List.of(
                Map.entry("0", JsonNodeFactory.instance.textNode("not chosen")),
                Map.entry("1", JsonNodeFactory.instance.textNode("chosen")));
        for (JsonNode option : options) {
            String code = option.path("code").asText();
            JsonNode both = joined(label, option.path("text"));
            all.add(new DdiVariable(
                    name + "." + code, element, both, element.path("text"), "nominal", chosen, null, null, "option"));
        }
    }

    /** Label and option, in the languages that both have. */
    private static JsonNode joined(JsonNode label, JsonNode option) {
        if (label.isTextual() && option.isTextual()) {
            return JsonNodeFactory.instance.textNode(label.asText() + " – " + option.asText());
        }
        var all = JsonNodeFactory.instance.objectNode();
        JsonNode map = label.isObject() ? label : option;
        for (Iterator<String> languages = map.fieldNames(); languages.hasNext(); ) {
            String language = languages.next();
            String left = label.isObject() ? label.path(language).asText("") : label.asText();
            String right = option.isObject() ? option.path(language).asText("") : option.asText();
            if (!left.isEmpty() && !right.isEmpty()) {
                all.put(language, left + " – " + right);
            }
        }
        return all.isEmpty() ? option : all;
    }

    private static void openTexts(JsonNode element, List<DdiVariable> all) {
        for (JsonNode option : element.path("options")) {
            if (option.path("openText").asBoolean()) {
                String name = element.path("name").asText() + "_"
                        + option.path("code").asText();
                all.add(answer(name, element, joined(element.path("text"), option.path("text")), "text", List.of()));
            }
        }
    }

    private static void maxDiff(String name, JsonNode element, List<DdiVariable> all) {
        int index = 1;
        for (JsonNode set : element.path("sets")) {
            List<Map.Entry<String, JsonNode>> items = new ArrayList<>();
            for (Map.Entry<String, JsonNode> code : codes(element.path("options"))) {
                for (JsonNode member : set) {
                    if (member.asText().equals(code.getKey())) {
                        items.add(code);
                    }
                }
            }
            for (String end : List.of("best", "worst")) {
                all.add(answer(name + "_" + index + "_" + end, element, element.path("text"), "nominal", items));
            }
            index++;
        }
    }

    private static DdiVariable points(String name, JsonNode element, int from, int to) {
        List<Map.Entry<String, JsonNode>> codes = new ArrayList<>();
        for (int point = from; point <= to; point++) {
            JsonNode label =
                    point == from ? element.path("lowLabel") : point == to ? element.path("highLabel") : none();
            codes.add(Map.entry(
                    Integer.toString(point),
                    label.isMissingNode() ? JsonNodeFactory.instance.textNode("" + point) : label));
        }
        return answer(name, element, element.path("text"), "ordinal", codes);
    }

    private static DdiVariable answer(
            String name, JsonNode element, JsonNode label, String measure, List<Map.Entry<String, JsonNode>> codes) {
        return new DdiVariable(name, element, label, element.path("text"), measure, codes, null, null, "answer");
    }

    private static List<Map.Entry<String, JsonNode>> codes(JsonNode options) {
        List<Map.Entry<String, JsonNode>> codes = new ArrayList<>();
        options.forEach(option -> codes.add(Map.entry(option.path("code").asText(), option.path("text"))));
        return codes;
    }

    private static List<Map.Entry<String, JsonNode>> words(
            String first,
            String firstLabel,
            String firstWord,
            String second,
            String secondLabel,
            String secondWord,
            JsonNode element) {
        return List.of(
                Map.entry(
                        first,
                        element.has(firstLabel)
                                ? element.path(firstLabel)
                                : JsonNodeFactory.instance.textNode(firstWord)),
                Map.entry(
                        second,
                        element.has(secondLabel)
                                ? element.path(secondLabel)
                                : JsonNodeFactory.instance.textNode(secondWord)));
    }

    private static @Nullable String limit(JsonNode element, String member) {
        return element.has(member) ? element.path(member).asText() : null;
    }

    private static JsonNode none() {
        return JsonNodeFactory.instance.missingNode();
    }
}
