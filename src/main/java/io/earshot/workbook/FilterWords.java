package io.earshot.workbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.finding.CodebookEntry;
import io.earshot.finding.Results;
import io.earshot.finding.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter in the reader's words: questions and answers by their wording. */
final class FilterWords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> SIGNS =
            Map.of("==", "=", "===", "=", "!=", "≠", "!==", "≠", ">", ">", ">=", "≥", "<", "<", "<=", "≤");

    private final Map<String, Subject> subjects;
    private final Words words;

    FilterWords(Results results, Words words) {
        this(results.codebook(), words);
    }

    FilterWords(List<CodebookEntry> codebook, Words words) {
        this.subjects = codebook.stream()
                .filter(entry -> entry.source().isQuestionnaires())
                .map(CodebookEntry::subject)
                .collect(Collectors.toMap(Subject::variable, subject -> subject));
        this.words = words;
    }

    /** @param logic JsonLogic; what has no plain wording is shown as it stands */
    String of(String logic) {
        try {
            return said(JSON.readTree(logic), true).orElse(logic);
        } catch (JsonProcessingException e) {
            return logic;
        }
    }

    private Optional<String> said(JsonNode logic, boolean outermost) {
        if (!logic.isObject() || logic.size() != 1) {
            return Optional.empty();
        }
        String operator = logic.fieldNames().next();
        JsonNode of = logic.get(operator);
        return switch (operator) {
            case "and", "or" -> joined(of, operator, outermost);
            case "!" -> said(of.isArray() ? of.path(0) : of, true).map(words("filter.not"));
            case "in" -> among(of);
            default -> SIGNS.containsKey(operator) ? compared(of, operator) : Optional.empty();
        };
    }

    private java.util.function.Function<String, String> words(String key) {
        return text -> words.of(key, text);
    }

    private Optional<String> joined(JsonNode parts, String operator, boolean outermost) {
        List<String> said = new ArrayList<>();
        for (JsonNode part : parts) {
            Optional<String> one = said(part, false);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            said.add(one.get());
        }
        String all = String.join(" " + words.of("filter." + operator) + " ", said);
        return Optional.of(outermost || said.size() == 1 ? all : "(" + all + ")");
    }

    private Optional<String> compared(JsonNode sides, String operator) {
        JsonNode first = sides.path(0).path("var");
        String variable = first.path(0).isTextual() ? first.path(0).asText() : variable(sides.path(0));
        String between = variable(sides.path(1));
        if (sides.size() == 3 && between != null) {
            return Optional.of(value(between, sides.path(0)) + " " + SIGNS.get(operator) + " " + name(between) + " "
                    + SIGNS.get(operator) + " " + value(between, sides.path(2)));
        }
        if (variable == null || sides.size() != 2 || sides.path(1).isContainerNode()) {
            return Optional.empty();
        }
        boolean not = operator.startsWith("!");
        String said = sides.path(1).isNull()
                ? words.of(not ? "filter.answered" : "filter.unanswered", name(variable))
                : name(variable) + " " + SIGNS.get(operator) + " " + value(variable, sides.path(1));
        JsonNode instead = sides.path(0).path("var").path(1);
        return instead.isMissingNode()
                ? Optional.of(said)
                : holds(instead, operator, sides.path(1))
                        .map(holds -> holds
                                ? "(%s %s %s)"
                                        .formatted(
                                                said,
                                                words.of("filter.or"),
                                                words.of("filter.unanswered", name(variable)))
                                : said);
    }

    /** Whether those who didn't answer, for whom a value stands instead, fulfil a comparison of numbers. */
    private static Optional<Boolean> holds(JsonNode instead, String operator, JsonNode with) {
        if (!instead.isNumber() || !with.isNumber()) {
            return Optional.empty();
        }
        int order = Double.compare(instead.asDouble(), with.asDouble());
        return Optional.of(
                switch (operator) {
                    case "<" -> order < 0;
                    case "<=" -> order <= 0;
                    case ">" -> order > 0;
                    case ">=" -> order >= 0;
                    case "==", "===" -> order == 0;
                    default -> order != 0;
                });
    }

    /** A variable among codes, or a code among those of a variable of several. */
    private Optional<String> among(JsonNode sides) {
        String variable = variable(sides.path(0));
        if (variable != null && sides.path(1).isArray()) {
            List<String> values = new ArrayList<>();
            sides.path(1).forEach(code -> values.add(value(variable, code)));
            return Optional.of(words.of("filter.among", name(variable), String.join(", ", values)));
        }
        String set = variable(sides.path(1));
        return set == null || sides.path(0).isContainerNode()
                ? Optional.empty()
                : Optional.of(words.of("filter.among", name(set), value(set, sides.path(0))));
    }

    private static @Nullable String variable(JsonNode side) {
        JsonNode name = side.path("var");
        return name.isTextual() ? name.asText() : null;
    }

    private String name(String variable) {
        Subject subject = subjects.get(variable);
        return subject == null ? variable : words.of("filter.quoted", subject.full());
    }

    private String value(String variable, JsonNode code) {
        Subject subject = subjects.get(variable);
        return subject == null ? code.asText() : subject.label(code.asText());
    }
}
