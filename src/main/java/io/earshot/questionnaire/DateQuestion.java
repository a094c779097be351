package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day; the answer is written {@code YYYY-MM-DD} and names no time zone.
 *
 * @param min the earliest day, written likewise; absent is none
 * @param max the latest day, written likewise; absent is none
 */
@JsonTypeName(DateQuestion.TYPE)
public record DateQuestion(Asked asked, @Nullable String min, @Nullable String max) implements Question {
    static final String TYPE = "date";

    private static final Pattern FORM = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private static boolean reads(String date) {
        if (!FORM.matcher(date).matches()) {
            return false;
        }
        try {
            return LocalDate.parse(date).getYear() > 0;
        } catch (DateTimeParseException e) {
            // The 31st of a month that has none.
            return false;
        }
    }

    public DateQuestion {
        requireNonNull(asked, "asked");
        // The span refuses what makes no sense.
        var unused = span(asked.name(), min, max);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        return List.of(asked.variable(Measure.DATE));
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        return Optional.ofNullable(answers.get(name()))
                .flatMap(answer -> span(name(), min, max).check(Fault.segment(name()), answer))
                .map(List::of)
                .orElse(List.of());
    }

    private static Span span(String question, @Nullable String min, @Nullable String max) {
        return new Span(question, "a date written YYYY-MM-DD", DateQuestion::reads, min, max);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.date(this);
    }
}
