package io.earshot.questionnaire.exchange.xlsform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/** What XLSForm has that is nearest to a type of ours. */
final class NativeType {
    private NativeType() {}

    static String of(JsonNode element, String list) {
        return switch (element.path("type").asText()) {
            case "statement" -> "note";
            case "single_choice", "yes_no", "consent", "link" -> "select_one " + list;
            case "multiple_choice" -> "select_multiple " + list;
            case "ranking" -> "rank " + list;
            case "nps", "csat", "ces", "rating", "slider" -> "range";
            case "number" -> isWhole(element.path("step")) && isWhole(element.path("min"), "0") ? "integer" : "decimal";
            case "date", "time" -> element.path("type").asText();
            case "file" -> file(element);
            default -> "text";
        };
    }

    private static String file(JsonNode element) {
        for (String kind : List.of("image", "audio", "video")) {
            boolean all = element.path("accept").size() > 0;
            for (JsonNode type : element.path("accept")) {
                all &= type.asText().startsWith(kind + "/");
            }
            if (all || kind.equals("image") && element.path("screenshot").asBoolean()) {
                return kind;
            }
        }
        return "file";
    }

    static String appearance(JsonNode element) {
        return switch (element.path("type").asText()) {
            case "single_choice" ->
                switch (element.path("presentation").asText()) {
                    case "dropdown" -> "minimal";
                    case "buttons" -> "columns-pack";
                    case "pictures" -> "columns no-buttons";
                    default -> "";
                };
            case "text" -> element.path("long").asBoolean() ? "multiline" : "";
            case "rating" -> element.path("shape").asText().equals("stars") ? "rating" : "";
            case "likert", "matrix_choice" -> "table-list";
            case "constant_sum", "max_diff", "contact" -> "field-list";
            default -> "";
        };
    }

    static String parameters(JsonNode element) {
        return switch (element.path("type").asText()) {
            case "nps" -> range("0", "10", "1");
            case "csat" -> range("1", "5", "1");
            case "ces" -> range("1", element.path("points").asText("7"), "1");
            case "rating" -> range("1", element.path("points").asText("5"), "1");
            case "slider" ->
                range(
                        plain(element.path("min"), "0"),
                        plain(element.path("max"), "10"),
                        plain(element.path("step"), "1"));
            case "single_choice", "multiple_choice", "ranking" ->
                element.path("shuffle").asText().equals("options") ? "randomize=true" : "";
            default -> "";
        };
    }

    static String constraint(JsonNode element) {
        List<String> parts = new ArrayList<>();
        switch (element.path("type").asText()) {
            case "number" -> {
                limit(parts, ". >= ", plain(element.path("min"), ""));
                limit(parts, ". <= ", plain(element.path("max"), ""));
            }
            case "date" -> {
                date(parts, ". >= ", element.path("min"));
                date(parts, ". <= ", element.path("max"));
            }
            case "multiple_choice" -> {
                limit(parts, "count-selected(.) >= ", plain(element.path("min"), ""));
                limit(parts, "count-selected(.) <= ", plain(element.path("max"), ""));
                for (JsonNode option : element.path("options")) {
                    if (option.path("exclusive").asBoolean()) {
                        parts.add("not(selected(., '" + option.path("code").asText() + "') and count-selected(.) > 1)");
                    }
                }
            }
            case "text" -> {
                limit(parts, "string-length(.) <= ", plain(element.path("maxLength"), ""));
                if (element.path("pattern").isTextual()) {
                    LogicToXPath.quoted("^(" + element.path("pattern").textValue() + ")$")
                            .ifPresent(pattern -> parts.add("regex(., " + pattern + ")"));
                }
            }
            default -> {}
        }
        return String.join(" and ", parts);
    }

    /** The answers of types that have no options of their own. */
    static ArrayNode fixedOptions(JsonNode element) {
        ArrayNode options = JsonNodeFactory.instance.arrayNode();
        switch (element.path("type").asText()) {
            case "yes_no" -> {
                option(options, "yes", element.path("yesLabel"), "Yes");
                option(options, "no", element.path("noLabel"), "No");
            }
            case "consent" -> {
                option(options, "agreed", element.path("agreeLabel"), "I agree");
                option(options, "declined", element.path("declineLabel"), "I do not agree");
            }
            default -> option(options, "clicked", element.path("label"), "Open");
        }
        return options;
    }

    private static void option(ArrayNode options, String code, JsonNode text, String otherwise) {
        var option = options.addObject().put("code", code);
        if (text.isMissingNode()) {
            option.put("text", otherwise);
        } else {
            option.set("text", text);
        }
    }

    private static String range(String start, String end, String step) {
        return "start=" + start + " end=" + end + " step=" + step;
    }

    private static void limit(List<String> parts, String test, String limit) {
        if (!limit.isEmpty()) {
            parts.add(test + limit);
        }
    }

    private static void date(List<String> parts, String test, JsonNode day) {
        if (day.isTextual()) {
            parts.add(test + "date('" + day.textValue() + "')");
        }
    }

    private static String plain(JsonNode number, String otherwise) {
        return number.isNumber() ? number.decimalValue().stripTrailingZeros().toPlainString() : otherwise;
    }

    private static boolean isWhole(JsonNode number) {
        return isWhole(number, "0.5");
    }

    private static boolean isWhole(JsonNode number, String otherwise) {
        return new java.math.BigDecimal(plain(number, otherwise))
                        .stripTrailingZeros()
                        .scale()
                <= 0;
    }
}
