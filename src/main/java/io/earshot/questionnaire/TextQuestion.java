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
 * @param multiline   true for a field of several lines ({@code long} in JSON)
 * @param maxLength   most characters allowed, counted as Unicode code points, from 1 to 20,000; absent is 4,000
 * @param format      the form that the words have; absent is any
 * @param pattern     what the whole answer matches; absent is anything
 * @param patternHint what is said to whoever writes what the pattern refuses
 * @param expect      what an attentive person writes; absent checks nobody
 */
@JsonTypeName(TextQuestion.TYPE)
public record TextQuestion(
        Asked asked,
        @JsonProperty("long") boolean multiline,
        @Nullable Integer maxLength,
        @Nullable TextFormat format,
        @Nullable AnswerPattern pattern,
        Text patternHint,
        @Nullable Expected expect)
        implements Question {
    static final String TYPE = "text";

    /** Most characters of words given with an option such as "other". */
    static final int OPEN_TEXT_MAX_LENGTH = 2000;

    private static final int DEFAULT_MAX_LENGTH = 4000;
    private static final int LARGEST_MAX_LENGTH = 20_000;

    public TextQuestion {
        requireNonNull(asked, "asked");
        maxLength = requireNonNullElse(maxLength, DEFAULT_MAX_LENGTH);
        patternHint = requireNonNullElse(patternHint, Text.NONE);
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
        return List.of(asked.variable(Measure.TEXT));
    }

    @Override
    public Map<String, Expected> expected() {
        return expect == null ? Map.of() : Map.of(name(), expect);
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        JsonNode answer = answers.get(name());
        if (answer == null) {
            return List.of();
        }
        String pointer = Fault.segment(name());
        return AnswerFault.inWords(pointer, answer, requireNonNullElse(maxLength, DEFAULT_MAX_LENGTH))
                .or(() -> form(pointer, answer))
                .map(List::of)
                .orElse(List.of());
    }

    /** Blank words are no answer, so that they need not have the form. */
    private Optional<Fault> form(String pointer, JsonNode answer) {
        String words = answer.textValue();
        if (words.isBlank()) {
            return Optional.empty();
        }
        if (format != null && !format.matches(words)) {
            return Optional.of(AnswerFault.badFormat(pointer, answer, format.description()));
        }
        if (pattern != null && !pattern.matches(words)) {
            return Optional.of(
                    AnswerFault.badFormat(pointer, answer, "what the pattern " + pattern.source() + " allows"));
        }
        return Optional.empty();
    }

    @Override
    public List<String> unanswered(Map<String, JsonNode> answers) {
        JsonNode answer = answers.get(name());
        return answer == null || answer.asText().isBlank() ? List.of(name()) : List.of();
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.text(this);
    }
}
