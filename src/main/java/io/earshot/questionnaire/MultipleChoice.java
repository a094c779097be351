package io.earshot.questionnaire;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Any of several options; the answer is an array of their codes. An exclusive option may only be chosen alone, and then
 * {@code min} doesn't apply.
 *
 * @param min how many must be chosen by whoever chooses any, 0 or more; absent is 0
 * @param max how many may be chosen, 1 or more; absent is all
 */
@JsonTypeName(MultipleChoice.TYPE)
public record MultipleChoice(
        String name,
        Text text,
        boolean required,
        Condition visibleIf,
        List<Option> options,
        @Nullable Integer min,
        @Nullable Integer max,
        Shuffle shuffle)
        implements Question {
    static final String TYPE = "multiple_choice";

    public MultipleChoice {
        VariableName.required(name);
        requireNonNull(text, "text");
        visibleIf = requireNonNullElse(visibleIf, Condition.ALWAYS);
        options = new Options(name, options).list();
        shuffle = requireNonNullElse(shuffle, Shuffle.NONE);
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
        Options all = new Options(name, options);
        return all.variables(new Variable(name, name, text, Measure.NOMINAL, true, all.values()));
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        List<Fault> faults = new ArrayList<>();
        Options all = new Options(name, options);
        JsonNode answer = answers.get(name);
        Set<String> chosen = new HashSet<>();
        if (answer != null && !answer.isArray()) {
            faults.add(AnswerFault.wrongType(Fault.segment(name), answer, "an array of options' codes"));
        } else if (answer != null) {
            checkCodes(all, answer, chosen, faults);
            if (faults.isEmpty()) {
                checkCount(all, chosen, faults);
            }
        }
        all.checkOpenTexts(answers, chosen, faults);
        return faults;
    }

    private void checkCodes(Options all, JsonNode answer, Set<String> chosen, List<Fault> faults) {
        for (int i = 0; i < answer.size(); i++) {
            String pointer = Fault.segment(name) + "/" + i;
            String code = Code.in(answer.get(i)).orElse(null);
            if (code == null) {
                faults.add(AnswerFault.wrongType(pointer, answer.get(i), "the code of an option"));
            } else if (!all.has(code)) {
                faults.add(all.notAnOption(pointer, answer.get(i)));
            } else if (!chosen.add(code)) {
                faults.add(new Fault(pointer, "chosen-twice", "The option " + code + " is given twice; give it once."));
            }
        }
    }

    private void checkCount(Options all, Set<String> chosen, List<Fault> faults) {
        String pointer = Fault.segment(name);
        String exclusive = chosen.stream().filter(all::isExclusive).findFirst().orElse(null);
        if (exclusive != null && chosen.size() > 1) {
            faults.add(new Fault(
                    pointer,
                    "exclusive",
                    "The option " + exclusive + " can't be chosen together with others; leave it or the others out."));
        }
        if (max != null && chosen.size() > max) {
            faults.add(new Fault(
                    pointer, "too-many", "At most " + max + " options may be chosen; " + chosen.size() + " are."));
        }
        if (min != null && exclusive == null && !chosen.isEmpty() && chosen.size() < min) {
            faults.add(new Fault(
                    pointer, "too-few", "At least " + min + " options must be chosen; " + chosen.size() + " are."));
        }
    }

    @Override
    public List<String> unanswered(Map<String, JsonNode> answers) {
        JsonNode answer = answers.get(name);
        return answer == null || answer.isEmpty() ? List.of(name) : List.of();
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.multipleChoice(this);
    }
}
