package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;

/** Likelihood to recommend from 0 to 10: 0 to 6 are detractors, 7 and 8 passives, 9 and 10 promoters. */
@JsonTypeName(Nps.TYPE)
public record Nps(String name, Text text, boolean required, Condition visibleIf, Text lowLabel, Text highLabel)
        implements Question {
    static final String TYPE = "nps";

    public Nps {
        VariableName.required(name);
        requireNonNull(text, "text");
        visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
        lowLabel = requireNonNullElse(lowLabel, Text.NONE);
        highLabel = requireNonNullElse(highLabel, Text.NONE);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        return List.of(new Variable(name, name, text, Measure.ORDINAL, false, points().values()));
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        return points().check(name, answers);
    }

    private Points points() {
        return new Points(0, 10, lowLabel, highLabel);
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.nps(this);
    }
}
