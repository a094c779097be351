package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A time of the day; the answer is written {@code HH:MM} from {@code 00:00} to {@code 23:59}.
 *
 * @param min the earliest time, written likewise; absent is none
 * @param max the latest time, written likewise; absent is none
 */
@JsonTypeName(TimeQuestion.TYPE)
public record TimeQuestion(Asked asked, @Nullable String min, @Nullable String max) implements Question {
    static final String TYPE = "time";

    private static final Pattern FORM = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private static boolean reads(String time) {
        return FORM.matcher(time).matches();
    }

    public TimeQuestion {
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
        return List.of(asked.variable(Measure.SCALE).written(Variable.Format.TIME));
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        return Optional.ofNullable(answers.get(name()))
                .flatMap(answer -> span(name(), min, max).check(Fault.segment(name()), answer))
                .map(List::of)
                .orElse(List.of());
    }

    private static Span span(String question, @Nullable String min, @Nullable String max) {
        return new Span(question, "a time from 00:00 to 23:59 written HH:MM", TimeQuestion::reads, min, max);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.time(this);
    }
}
