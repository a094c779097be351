package io.earshot.questionnaire.exchange.formbricks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.FileTypes;
import io.earshot.questionnaire.exchange.Members;
import io.earshot.questionnaire.exchange.SearchPattern;
import java.util.Optional;

/** Formbricks' validation rules as limits, formats and patterns. */
final class Rules {
    private final Reading reading;

    Rules(Reading reading) {
        this.reading = reading;
    }

    void put(Members question, ObjectNode element) {
        JsonNode validation = question.take("validation");
        JsonNode rules = validation.has("rules") ? validation.path("rules") : question.take("validationRules");
        boolean any = validation.path("logic").asText("and").equals("or") && rules.size() > 1;
        for (JsonNode rule : rules) {
            if (any || !carried(rule.path("type").asText(), rule.path("params"), element)) {
                reading.ledger.changed(
                        question.where() + ".validation",
                        rule.toString(),
                        "The rule has no counterpart for a question of type "
                                + element.path("type").asText() + ".",
                        "Say the rule in the question's words, or check it in the data.");
            }
        }
    }

    private static boolean carried(String type, JsonNode params, ObjectNode element) {
        return switch (element.path("type").asText()) {
            case "text" -> text(type, params, element);
            case "number" -> limits(type, params, element, "minValue", "maxValue", "min", "max");
            case "multiple_choice" -> limits(type, params, element, "minSelections", "maxSelections", "min", "max");
            case "file" -> file(type, params, element);
            case "ranking" -> false;
            default -> false;
        };
    }

    private static boolean text(String type, JsonNode params, ObjectNode element) {
        switch (type) {
            case "minLength" -> length(element, params.path("min").asInt(), 0);
            case "maxLength" -> length(element, 0, params.path("max").asInt());
            case "email", "url", "phone" -> element.put("format", type);
            case "pattern" -> {
                Optional<String> whole =
                        SearchPattern.whole(params.path("pattern").asText());
                String flags = params.path("flags").asText("").contains("i") ? "(?i)" : "";
                whole.ifPresent(pattern -> element.put("pattern", flags + pattern));
                return whole.isPresent();
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    static void length(ObjectNode element, int least, int most) {
        if (most > 0) {
            element.put("maxLength", Math.min(most, 20_000));
        }
        if (least > 0 && !element.has("pattern")) {
            element.put("pattern", "(?s:.){" + Math.min(least, 1000) + ",}");
        }
    }

    private static boolean limits(
            String type, JsonNode params, ObjectNode element, String least, String most, String min, String max) {
        if (type.equals(least) && params.path("min").isNumber()) {
            element.set(min, params.path("min"));
            return true;
        }
        if (type.equals(most) && params.path("max").isNumber()) {
            element.set(max, params.path("max"));
            return true;
        }
        return false;
    }

    private static boolean file(String type, JsonNode params, ObjectNode element) {
        if (type.equals("fileSizeAtMost")) {
            long unit = params.path("unit").asText().equals("KB") ? 1 << 10 : 1 << 20;
            element.put(
                    "maxBytes",
                    Math.min(FileTypes.MAX_BYTES, params.path("size").asLong() * unit));
            return true;
        }
        if (type.equals("fileExtensionIs")) {
            StringBuilder words = new StringBuilder();
            params.path("extensions").forEach(one -> words.append(one.asText()).append(','));
            return FileTypes.put(words.toString(), element).isEmpty();
        }
        return false;
    }
}
