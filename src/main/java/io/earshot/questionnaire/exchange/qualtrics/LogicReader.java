package io.earshot.questionnaire.exchange.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.exchange.Asked;
import io.earshot.questionnaire.exchange.Logic;
import io.earshot.questionnaire.exchange.NotCarriable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Qualtrics' boolean expressions (display, branch, skip and quota logic) as JsonLogic. Within a set of conditions, and between
 * sets, "and" binds more tightly than "or".
 */
final class LogicReader {
    private final Reading reading;

    LogicReader(Reading reading) {
        this.reading = reading;
    }

    /** The whole expression; listed and empty if a part of it can't be carried, because half of a condition is another one. */
    Optional<JsonNode> logic(JsonNode expression, String where, String what) {
        try {
            return Optional.of(sets(expression));
        } catch (NotCarriable e) {
            reading.ledger.changed(
                    where,
                    what + ": " + described(expression),
                    e.why() + " The whole condition is left out.",
                    "Write the condition by hand in the draft, as JsonLogic.");
            return Optional.empty();
        }
    }

    private JsonNode sets(JsonNode expression) throws NotCarriable {
        List<JsonNode> ors = new ArrayList<>();
        List<JsonNode> ands = new ArrayList<>();
        for (JsonNode set : numbered(expression)) {
            if (set.path("Type").asText().toLowerCase(Locale.ROOT).matches("orif|elseif") && !ands.isEmpty()) {
                ors.add(Logic.and(ands));
                ands = new ArrayList<>();
            }
            ands.add(set.has("LogicType") ? single(set) : conditions(set));
        }
        ors.add(Logic.and(ands));
        return Logic.or(ors);
    }

    private JsonNode conditions(JsonNode set) throws NotCarriable {
        List<JsonNode> ors = new ArrayList<>();
        List<JsonNode> ands = new ArrayList<>();
        for (JsonNode one : numbered(set)) {
            // Their word is misspelt in the files.
            String joined =
                    one.path("Conjuction").asText(one.path("Conjunction").asText());
            if (joined.equalsIgnoreCase("or") && !ands.isEmpty()) {
                ors.add(Logic.and(ands));
                ands = new ArrayList<>();
            }
            ands.add(single(one));
        }
        ors.add(Logic.and(ands));
        return Logic.or(ors);
    }

    private static List<JsonNode> numbered(JsonNode set) {
        List<JsonNode> parts = new ArrayList<>();
        Survey.keyed(set).forEach((key, part) -> {
            if (key.matches("\\d{1,4}")) {
                parts.add(part);
            }
        });
        return parts;
    }

    private JsonNode single(JsonNode one) throws NotCarriable {
        String operand =
                one.path("LeftOperand").asText(one.path("ChoiceLocator").asText());
        String operator = one.path("Operator").asText();
        JsonNode right = one.path("RightOperand");
        String type = one.path("LogicType").asText("Question");
        return switch (type) {
            case "Question" -> question(operand, operator, right);
            case "EmbeddedField" ->
                compared(Logic.var(reading.field(operand.replaceFirst("^e://Field/", ""))), operator, right);
            default -> throw new NotCarriable("Conditions on " + type + " have no counterpart.");
        };
    }

    /** A condition of skip logic: {@code Condition} and {@code Value} beside the locator. */
    JsonNode skip(JsonNode skip) throws NotCarriable {
        return question(
                skip.path("ChoiceLocator").asText(skip.path("Locator").asText()),
                skip.path("Condition").asText(),
                skip.path("Value"));
    }

    private JsonNode question(String locator, String operator, JsonNode right) throws NotCarriable {
        String[] parts = locator.replaceFirst("^q://", "").split("/");
        String part = parts.length > 1 ? parts[1] : "";
        return switch (part) {
            case "SelectableChoice", "SelectableAnswer" -> chosen(parts, operator);
            case "SelectedChoicesCount", "SelectedAnswersCount" ->
                compared(Logic.size(asked(parts[0]).var()), operator, right);
            case "ChoiceTextEntryValue",
                    "ChoiceNumericEntryValue",
                    "SelectedChoicesRecode",
                    "SelectedAnswerRecode",
                    "NetPromoterScore",
                    "" -> compared(value(part, parts).var(), operator, right);
            default -> throw new NotCarriable("The part " + part + " of an answer has no counterpart.");
        };
    }

    private Asked value(String part, String[] parts) throws NotCarriable {
        String key = parts.length > 2 ? parts[0] + "/" + parts[2] : parts[0];
        Optional<Asked> words = part.equals("ChoiceTextEntryValue") ? reading.find(key + "/text") : Optional.empty();
        Optional<Asked> found = words.or(() -> reading.find(key));
        return found.isPresent() ? found.get() : asked(parts[0]);
    }

    private JsonNode chosen(String[] parts, String operator) throws NotCarriable {
        if (parts.length < 3) {
            throw new NotCarriable("The condition names no choice.");
        }
        Optional<Asked> row = reading.find(parts[0] + "/" + parts[2]);
        Optional<Asked> whole = reading.find(parts[0]);
        JsonNode has;
        if (parts.length >= 4) {
            Asked inRow = row.orElseThrow(
                    () -> new NotCarriable("Row " + parts[2] + " of " + parts[0] + " isn't in the draft."));
            has = inRow.has(choice(inRow, parts[3]));
        } else if (whole.isEmpty() && row.isPresent()) {
            throw new NotCarriable("The condition looks at a point of a scale in any row.");
        } else {
            Asked asked = asked(parts[0]);
            has = asked.has(choice(asked, parts[2]));
        }
        return switch (operator) {
            case "Selected" -> has;
            case "NotSelected" -> Logic.not(has);
            default -> throw new NotCarriable("The comparison '" + operator + "' with a choice has no counterpart.");
        };
    }

    private static JsonNode choice(Asked asked, String id) throws NotCarriable {
        Optional<JsonNode> code = asked.codes().of(id);
        if (code.isEmpty() && asked.kind() == Asked.Kind.NUMBER && id.matches("\\d{1,3}")) {
            return Logic.number(Long.parseLong(id));
        }
        return code.orElseThrow(
                () -> new NotCarriable("Choice " + id + " of " + asked.variable() + " isn't in the draft."));
    }

    private static JsonNode compared(JsonNode left, String operator, JsonNode right) throws NotCarriable {
        String words = right.asText("").strip();
        if (words.contains("${")) {
            throw new NotCarriable("The condition compares with piped text.");
        }
        // Their constants are all strings, also numbers.
        JsonNode value = words.matches("-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?")
                ? Logic.number(new BigDecimal(words))
                : Logic.word(words);
        return switch (operator) {
            case "EqualTo", "Equal" -> Logic.op("==", left, value);
            case "NotEqualTo", "NotEqual" -> Logic.not(Logic.op("==", left, value));
            case "GreaterThan" -> Logic.op(">", left, value);
            case "GreaterThanOrEqual", "GreaterThanOrEqualTo" -> Logic.op(">=", left, value);
            case "LessThan" -> Logic.op("<", left, value);
            case "LessThanOrEqual", "LessThanOrEqualTo" -> Logic.op("<=", left, value);
            case "Contains" -> Logic.op("in", Logic.word(words), left);
            case "DoesNotContain" -> Logic.not(Logic.op("in", Logic.word(words), left));
            case "Empty", "NotAnswered" -> Logic.or(List.of(Logic.empty(left), Logic.op("==", left, Logic.word(""))));
            case "NotEmpty", "Answered" -> Logic.and(Logic.answered(left), Logic.op("!=", left, Logic.word("")));
            default -> throw new NotCarriable("The comparison '" + operator + "' has no counterpart.");
        };
    }

    private Asked asked(String id) throws NotCarriable {
        return reading.find(id)
                .orElseThrow(() ->
                        new NotCarriable("It looks at " + id + ", which the draft doesn't ask or asks in parts."));
    }

    private static String described(JsonNode expression) {
        List<String> words = new ArrayList<>();
        for (JsonNode description : expression.findValues("Description")) {
            words.add(description
                    .asText()
                    .replaceAll("<[^>]*>", " ")
                    .replaceAll("\\s+", " ")
                    .strip());
        }
        return words.isEmpty() ? expression.toString() : String.join(" ", words);
    }
}
