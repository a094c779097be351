package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Any of several options; the answer is an array of their codes. An exclusive option may only be chosen alone, and then
 * {@code min} doesn't apply.
 *
 * @param min    how many must be chosen by whoever chooses any, 0 or more; absent is 0
 * @param max    how many may be chosen, 1 or more; absent is all
 * @param expect the options that an attentive person chooses; absent checks nobody
 */
@JsonTypeName(MultipleChoice.TYPE)
public record MultipleChoice(
        Asked asked,
        List<Option> options,
        @Nullable Integer min,
        @Nullable Integer max,
        Presentation presentation,
        Shuffle shuffle,
        @Nullable Expected expect)
        implements Question {
    static final String TYPE = "multiple_choice";

    public MultipleChoice {
        requireNonNull(asked, "asked");
        options = new Options(asked.name(), options).list();
        presentation = requireNonNullElse(presentation, Presentation.LIST);
        shuffle = requireNonNullElse(shuffle, Shuffle.NONE);
        if (presentation != Presentation.LIST && presentation != Presentation.PICTURES) {
            throw new IllegalArgumentException("presentation must be list or pictures: " + presentation);
        }
        if (min != null && (min < 0 || min > options.size())) {
            throw new IllegalArgumentException("min must be from 0 to the number of options: " + min);
        }
        if (max != null && (max < 1 || max > options.size() || (min != null && max < min))) {
            throw new IllegalArgumentException("max must be from 1 and min to the number of options: " + max);
        }
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        Options all = new Options(name(), options);
        return all.variables(
                asked.variable(Measure.NOMINAL).shaped(Variable.Shape.SET).coded(all.values()));
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
        Set<String> chosen = new LinkedHashSet<>();
        if (answer != null) {
            all.checkSet(Fault.segment(name()), answer, chosen, faults);
            if (faults.isEmpty()) {
                checkCount(all, chosen, faults);
            }
        }
        all.checkOpenTexts(answers, chosen, faults);
        return faults;
    }

    private void checkCount(Options all, Set<String> chosen, List<Fault> faults) {
        String pointer = Fault.segment(name());
        if (max != null && chosen.size() > max) {
            faults.add(AnswerFault.tooMany(pointer, "options may be chosen", max, chosen.size()));
        }
        boolean exclusive = chosen.stream().anyMatch(all::isExclusive);
        if (min != null && !exclusive && !chosen.isEmpty() && chosen.size() < min) {
            faults.add(AnswerFault.tooFew(pointer, "options must be chosen", min, chosen.size()));
        }
    }

    @Override
    public List<String> unanswered(Map<String, JsonNode> answers) {
        JsonNode answer = answers.get(name());
        return answer == null || answer.isEmpty() ? List.of(name()) : List.of();
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.multipleChoice(this);
    }
}
