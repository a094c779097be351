package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words of the respondent's own.
 *
 * @param multiline true for a field of several lines ({@code long} in JSON)
 * @param maxLength most characters allowed, counted as Unicode code points, from 1 to 20,000; absent is 4,000
 */
@JsonTypeName(TextQuestion.TYPE)
public record TextQuestion(
        String name,
        Text text,
        boolean required,
        Condition visibleIf,
        @JsonProperty("long") boolean multiline,
        @Nullable Integer maxLength)
        implements Question {
    static final String TYPE = "text";

    /** Most characters of words given with an option such as "other". */
    static final int OPEN_TEXT_MAX_LENGTH = 2000;

    private static final int DEFAULT_MAX_LENGTH = 4000;
    private static final int LARGEST_MAX_LENGTH = 20_000;

    public TextQuestion {
        VariableName.required(name);
        requireNonNull(text, "text");
        visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
        maxLength = requireNonNullElse(maxLength, DEFAULT_MAX_LENGTH);
        if (maxLength < 1 || maxLength > LARGEST_MAX_LENGTH) {
            throw new IllegalArgumentException("maxLength must be from 1 to " + LARGEST_MAX_LENGTH + ": " + maxLength);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        return List.of(new Variable(name, name, text, Measure.TEXT, false, List.of()));
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        int longest = requireNonNullElse(maxLength, DEFAULT_MAX_LENGTH);
        return Optional.ofNullable(answers.get(name))
                .flatMap(answer -> AnswerFault.inWords(Fault.segment(name), answer, longest))
                .map(List::of)
                .orElse(List.of());
    }

    @Override
    public List<String> unanswered(Map<String, JsonNode> answers) {
        JsonNode answer = answers.get(name);
        return answer == null || answer.asText().isBlank() ? List.of(name) : List.of();
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.text(this);
    }
}
