package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Yes or no; the answer is {@code yes} or {@code no}, whatever the labels say.
 *
 * @param expect what an attentive person answers; absent checks nobody
 */
@JsonTypeName(YesNo.TYPE)
public record YesNo(Asked asked, Text yesLabel, Text noLabel, @Nullable Expected expect) implements Question {
    static final String TYPE = "yes_no";

    private static final Text YES = Text.of("en", "Yes", "fr", "Oui");
    private static final Text NO = Text.of("en", "No", "fr", "Non");

    public YesNo {
        requireNonNull(asked, "asked");
        yesLabel = requireNonNullElse(yesLabel, YES);
        noLabel = requireNonNullElse(noLabel, NO);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        return List.of(asked.variable(Measure.NOMINAL).coded(choices().values()));
    }

    @Override
    public Map<String, Expected> expected() {
        return expect == null ? Map.of() : Map.of(name(), expect);
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        return Optional.ofNullable(answers.get(name()))
                .flatMap(answer -> choices().checkOne(Fault.segment(name()), answer))
                .map(List::of)
                .orElse(List.of());
    }

    private Options choices() {
        return new Options(name(), List.of(Option.of("yes", yesLabel), Option.of("no", noLabel)));
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.yesNo(this);
    }
}
