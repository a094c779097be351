package io.earshot.questionnaire.exchange.surveyjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Members;
import io.earshot.questionnaire.exchange.SearchPattern;
import java.util.Optional;
import java.util.Set;

/** SurveyJS validators as limits, formats and patterns. */
final class Validators {
    private final Reading reading;

    Validators(Reading reading) {
        this.reading = reading;
    }

    void put(Members question, ObjectNode element) {
        JsonNode all = question.take("validators");
        for (int i = 0; i < all.size(); i++) {
            Members validator = new Members(all.get(i), question.where() + ".validators[" + i + "]");
            // Older files write emailvalidator for email.
            String kind = validator.word("type").replaceFirst("validator$", "");
            boolean carried =
                    switch (kind) {
                        case "numeric" -> numeric(validator, element);
                        case "text" -> length(validator, element);
                        case "regex" -> pattern(validator, element);
                        case "email" -> email(element);
                        case "answercount" -> count(validator, element);
                        default -> false;
                    };
            if (!carried) {
                reading.ledger.changed(
                        validator.where(),
                        all.get(i).toString(),
                        "The rule has no counterpart for a question of type "
                                + element.path("type").asText() + ".",
                        "Say the rule in the question's words, or check it in the data.");
                continue;
            }
            validator.ignore(Set.of("text", "notificationType"));
            validator.listRest(reading.ledger);
        }
    }

    private static boolean numeric(Members validator, ObjectNode element) {
        if (!element.path("type").asText().matches("number|slider")) {
            return false;
        }
        copy(validator.take("minValue"), element, "min");
        copy(validator.take("maxValue"), element, "max");
        return true;
    }

    private static boolean length(Members validator, ObjectNode element) {
        if (!element.path("type").asText().equals("text")) {
            return false;
        }
        long least = validator.take("minLength").asLong(0);
        long most = validator.take("maxLength").asLong(0);
        JsonNode digits = validator.take("allowDigits");
        if (most > 0) {
            element.put("maxLength", Math.min(most, 20_000));
        }
        boolean noDigits = digits.isBoolean() && !digits.booleanValue();
        if ((least > 0 || noDigits) && !element.has("pattern")) {
            String sign = noDigits ? "[^0-9]" : "(?s:.)";
            element.put("pattern", sign + "{" + Math.min(least, 1000) + ",}");
        }
        return true;
    }

    private boolean pattern(Members validator, ObjectNode element) {
        if (!element.path("type").asText().equals("text") || element.has("pattern")) {
            return false;
        }
        String flags = validator.isTrue("caseInsensitive") || validator.isTrue("insensitive") ? "(?i)" : "";
        Optional<String> whole = SearchPattern.whole(validator.word("regex"));
        whole.ifPresent(pattern -> element.put("pattern", flags + pattern));
        if (whole.isPresent()) {
            reading.wording.put(element, "patternHint", validator.take("text"));
        }
        return whole.isPresent();
    }

    private static boolean email(ObjectNode element) {
        if (!element.path("type").asText().equals("text")) {
            return false;
        }
        element.put("format", "email");
        return true;
    }

    private static boolean count(Members validator, ObjectNode element) {
        if (!element.path("type").asText().equals("multiple_choice")) {
            return false;
        }
        copy(validator.take("minCount"), element, "min");
        copy(validator.take("maxCount"), element, "max");
        return true;
    }

    private static void copy(JsonNode limit, ObjectNode element, String member) {
        if (limit.isNumber()) {
            element.set(member, limit);
        }
    }
}
