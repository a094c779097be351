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

/**
 * One of several options; the answer is its code.
 *
 * @param ordered true if the options have an order that counts, such as levels of education: the measure is then ordinal
 */
@JsonTypeName(SingleChoice.TYPE)
public record SingleChoice(
        String name,
        Text text,
        boolean required,
        Condition visibleIf,
        List<Option> options,
        boolean ordered,
        Presentation presentation,
        Shuffle shuffle)
        implements Question {
    static final String TYPE = "single_choice";

    public SingleChoice {
        VariableName.required(name);
        requireNonNull(text, "text");
        visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
        options = new Options(name, options).list();
        presentation = requireNonNullElse(presentation, Presentation.LIST);
        shuffle = requireNonNullElse(shuffle, Shuffle.NONE);
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        Options all = new Options(name, options);
        Measure measure = ordered ? Measure.ORDINAL : Measure.NOMINAL;
        return all.variables(new Variable(name, name, text, measure, false, all.values()));
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        List<Fault> faults = new ArrayList<>();
        Options all = new Options(name, options);
        JsonNode answer = answers.get(name);
        Set<String> chosen = Set.of();
        if (answer != null) {
            String pointer = Fault.segment(name);
            String code = Code.in(answer).orElse(null);
            if (code == null) {
                faults.add(AnswerFault.wrongType(pointer, answer, "the code of one option"));
            } else if (!all.has(code)) {
                faults.add(all.notAnOption(pointer, answer));
            } else {
                chosen = Set.of(code);
            }
        }
        all.checkOpenTexts(answers, chosen, faults);
        return faults;
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.singleChoice(this);
    }
}
