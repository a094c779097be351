package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One of several options; the answer is its code.
 *
 * @param ordered true if the options have an order that counts, such as levels of education: the measure is then ordinal
 * @param expect  the option that an attentive person chooses; absent checks nobody
 */
@JsonTypeName(SingleChoice.TYPE)
public record SingleChoice(
        Asked asked,
        List<Option> options,
        boolean ordered,
        Presentation presentation,
        Shuffle shuffle,
        @Nullable Expected expect)
        implements Question {
    static final String TYPE = "single_choice";

    public SingleChoice {
        requireNonNull(asked, "asked");
        options = new Options(asked.name(), options).list();
        presentation = requireNonNullElse(presentation, Presentation.LIST);
        shuffle = requireNonNullElse(shuffle, Shuffle.NONE);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        Options all = new Options(name(), options);
        Measure measure = ordered ? Measure.ORDINAL : Measure.NOMINAL;
        return all.variables(asked.variable(measure).coded(all.values()));
    }

    @Override
    public Map<String, Expected> expected() {
        return expect == null ? Map.of() : Map.of(name(), expect);
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        List<Fault> faults = new ArrayList<>();
        Options all = new Options(name(), options);
        JsonNode answer = answers.get(name());
        Set<String> chosen = Set.of();
        if (answer != null) {
            all.checkOne(Fault.segment(name()), answer).ifPresent(faults::add);
            chosen = faults.isEmpty() ? Set.of(Code.in(answer).orElseThrow()) : Set.of();
        }
        all.checkOpenTexts(answers, chosen, faults);
        return faults;
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.singleChoice(this);
    }
}
