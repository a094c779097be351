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
import java.util.Optional;

/**
 * The best and the worst item of each of several sets; the answers to set i, counted from 1, are the variables
 * {@code name_i_best} and {@code name_i_worst}.
 *
 * @param options    the items, without open texts and exclusive ones
 * @param sets       the codes of the items shown together, 3 to 8 different ones each
 * @param bestLabel  what is said over the best; {@link Text#NONE} leaves it to who draws it
 * @param worstLabel what is said over the worst; {@link Text#NONE} leaves it to who draws it
 * @param shuffle    of the items within each set
 */
@JsonTypeName(MaxDiff.TYPE)
public record MaxDiff(
        Asked asked, List<Option> options, List<List<Code>> sets, Text bestLabel, Text worstLabel, Shuffle shuffle)
        implements Question {
    static final String TYPE = "max_diff";

    private static final Text BEST = Text.of("en", "best", "fr", "le mieux");
    private static final Text WORST = Text.of("en", "worst", "fr", "le moins bien");

    public MaxDiff {
        requireNonNull(asked, "asked");
        Options all = new Options(asked.name(), options).withoutOpenTexts().withoutExclusives();
        options = all.list();
        sets = sets.stream().map(List::copyOf).toList();
        bestLabel = requireNonNullElse(bestLabel, Text.NONE);
        worstLabel = requireNonNullElse(worstLabel, Text.NONE);
        shuffle = requireNonNullElse(shuffle, Shuffle.NONE);
        if (sets.isEmpty()) {
            throw new IllegalArgumentException("sets of " + asked.name() + " must be one or more: 0");
        }
        for (List<Code> set : sets) {
            if (set.size() < 3 || set.size() > 8 || new HashSet<>(set).size() < set.size()) {
                throw new IllegalArgumentException(
                        "a set of " + asked.name() + " must be 3 to 8 different items: " + set);
            }
            for (Code code : set) {
                if (!all.has(code.text())) {
                    throw new IllegalArgumentException(
                            "a set of " + asked.name() + " must hold its items: " + code.text());
                }
            }
        }
    }

    /** The variable that holds the best of a set, counted from 1. */
    public String bestOf(int set) {
        return name() + "_" + set + "_best";
    }

    /** The variable that holds the worst of a set, counted from 1. */
    public String worstOf(int set) {
        return name() + "_" + set + "_worst";
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Variable> variables() {
        List<Variable> variables = new ArrayList<>();
        for (int set = 1; set <= sets.size(); set++) {
            List<Variable.CodedValue> values = items(set).values();
            variables.add(Variable.of(bestOf(set), name(), label(set, bestLabel, BEST), Measure.NOMINAL)
                    .coded(values));
            variables.add(Variable.of(worstOf(set), name(), label(set, worstLabel, WORST), Measure.NOMINAL)
                    .coded(values));
        }
        return variables;
    }

    private Text label(int set, Text own, Text usual) {
        return text().then(" – " + set + " – ", own.isEmpty() ? usual : own);
    }

    @Override
    public List<Fault> check(Map<String, JsonNode> answers) {
        List<Fault> faults = new ArrayList<>();
        for (int set = 1; set <= sets.size(); set++) {
            check(set, answers, faults);
        }
        return faults;
    }

    private void check(int set, Map<String, JsonNode> answers, List<Fault> faults) {
        JsonNode best = answers.get(bestOf(set));
        JsonNode worst = answers.get(worstOf(set));
        int before = faults.size();
        Options items = items(set);
        Optional.ofNullable(best)
                .flatMap(answer -> items.checkOne(Fault.segment(bestOf(set)), answer))
                .ifPresent(faults::add);
        Optional.ofNullable(worst)
                .flatMap(answer -> items.checkOne(Fault.segment(worstOf(set)), answer))
                .ifPresent(faults::add);
        if (faults.size() > before || (best == null && worst == null)) {
            return;
        }
        if (best == null || worst == null) {
            String absent = best == null ? bestOf(set) : worstOf(set);
            faults.add(new Fault(
                    Fault.segment(absent),
                    "incomplete-set",
                    "Set " + set + " of " + name() + " needs both the best and the worst; " + absent + " is missing."));
        } else if (Code.in(best).equals(Code.in(worst))) {
            faults.add(new Fault(
                    Fault.segment(worstOf(set)),
                    "same-best-and-worst",
                    "The best and the worst of set " + set + " of " + name() + " must be different items."));
        }
    }

    private Options items(int set) {
        List<Code> codes = sets.get(set - 1);
        return new Options(
                name(),
                options.stream().filter(option -> codes.contains(option.code())).toList());
    }

    @Override
    public List<String> unanswered(Map<String, JsonNode> answers) {
        return variables().stream()
                .map(Variable::name)
                .filter(variable -> !answers.containsKey(variable))
                .toList();
    }

    @Override
    public <R> R cases(Cases<R> cases) {
        return cases.maxDiff(this);
    }
}
