package io.earshot.questionnaire.flow;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.Code;
import io.earshot.questionnaire.Marked;
import io.earshot.questionnaire.Option;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.logic.Logic;
import io.earshot.questionnaire.logic.NumberText;
import io.earshot.questionnaire.logic.Unknown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Fills {@code {{path|fallback}}} in texts; what was filled in is not looked at again. */
final class Piping {
    private final Flow flow;
    private final Map<String, @Nullable Object> data;
    private final Map<String, JsonNode> kept;
    private final String language;

    Piping(Flow flow, Map<String, @Nullable Object> data, Map<String, JsonNode> kept, String language) {
        this.flow = flow;
        this.data = data;
        this.kept = kept;
        this.language = language;
    }

    String fill(String text) {
        StringBuilder filled = new StringBuilder();
        int from = 0;
        for (int open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", from)) {
            int brace = nextBrace(text, open + 2);
            if (!text.startsWith("}}", brace)) {
                // Of "{{{name}}" the last two open; a brace that closes nothing is passed over.
                filled.append(text, from, open + 1);
                from = open + 1;
                continue;
            }
            filled.append(text, from, open).append(value(text.substring(open + 2, brace)));
            from = brace + 2;
        }
        return filled.append(text, from, text.length()).toString();
    }

    private static int nextBrace(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '{' && text.charAt(at) != '}') {
            at++;
        }
        return at;
    }

    private String value(String inner) {
        int bar = inner.indexOf('|');
        String path = (bar < 0 ? inner : inner.substring(0, bar)).strip();
        String fallback = bar < 0 ? "" : inner.substring(bar + 1);
        if (path.isEmpty()) {
            return fallback;
        }
        JsonNode answer = kept.get(path);
        String words = answer == null ? words(Logic.read(data, path)) : answer(path, answer);
        return words.isEmpty() ? fallback : words;
    }

    private String answer(String variable, JsonNode answer) {
        PlannedQuestion planned = flow.asking(variable);
        Question question = planned == null ? null : planned.question();
        boolean points = question instanceof Marked;
        Variable coded = planned == null || points ? null : coded(planned, variable);
        if (coded == null || question == null) {
            return words(Logic.plain(answer));
        }
        Iterable<JsonNode> codes = answer.isArray() ? answer : List.of(answer);
        return StreamSupport.stream(codes.spliterator(), false)
                .map(code -> label(question, coded, code))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable Variable coded(PlannedQuestion planned, String name) {
        return planned.slots().stream()
                .map(Slot::variable)
                .filter(variable ->
                        variable.name().equals(name) && !variable.values().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private String label(Question question, Variable variable, JsonNode answer) {
        String code = Code.in(answer).orElse("");
        return openWords(question, code)
                .or(() -> variable.values().stream()
                        .filter(value -> value.code().equals(code))
                        .map(value ->
                                value.label().in(language, flow.questionnaire().defaultLanguage()))
                        .findFirst())
                .orElseGet(() -> words(Logic.plain(answer)));
    }

    /** The words that the respondent gave with an option. */
    private Optional<String> openWords(Question question, String code) {
        return question.options().stream()
                .filter(option -> option.openText() && option.key().equals(code))
                .map(Option::key)
                .findFirst()
                .map(key -> kept.get(question.name() + "_" + key))
                .map(JsonNode::asText);
    }

    private static String words(@Nullable Object value) {
        if (value instanceof Number number) {
            return NumberText.of(number.doubleValue());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Piping::words).collect(Collectors.joining(", "));
        }
        return value == null || value == Unknown.VALUE || value instanceof Map ? "" : value.toString();
    }
}
