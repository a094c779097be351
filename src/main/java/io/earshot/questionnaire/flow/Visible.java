package io.earshot.questionnaire.flow;

import io.earshot.questionnaire.Code;
import io.earshot.questionnaire.Condition;
import io.earshot.questionnaire.MaxDiff;
import io.earshot.questionnaire.Option;
import io.earshot.questionnaire.Part;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.logic.Truth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What one respondent sees of a question.
 *
 * @param question whether it is shown at all
 * @param required whether it has to be answered
 * @param options  by code; those that are not there are visible
 * @param rows     by name; those that are not there are visible
 * @param sets     of a max_diff, in order; none for other questions
 */
record Visible(Truth question, Truth required, Map<String, Truth> options, Map<String, Truth> rows, List<Truth> sets) {
    /** @param decide a condition's verdict for the respondent */
    static Visible of(Question question, Truth page, Function<Condition, Truth> decide) {
        Truth shown = page.and(decide.apply(question.visibleIf()));
        if (shown == Truth.NO) {
            return nothing();
        }
        Map<String, Truth> options = parts(question.options(), decide);
        Map<String, Truth> rows = parts(question.rows(), decide);
        List<Truth> sets = question instanceof MaxDiff maxDiff
                ? maxDiff.sets().stream().map(set -> set(set, options)).toList()
                : List.of();
        Truth something = question instanceof MaxDiff
                ? sets.stream().reduce(Truth.NO, Truth::or)
                : any(question.options(), options).and(any(question.rows(), rows));
        Truth required = Truth.of(question.required()).or(decide.apply(question.requiredIf()));
        return new Visible(shown.and(something), required, options, rows, sets);
    }

    static Visible nothing() {
        return new Visible(Truth.NO, Truth.NO, Map.of(), Map.of(), List.of());
    }

    private static Map<String, Truth> parts(List<? extends Part> parts, Function<Condition, Truth> decide) {
        // Mostly all are visible, and every answer of every response comes by here.
        Map<String, Truth> verdicts = Map.of();
        for (Part part : parts) {
            Truth verdict = decide.apply(part.visibleIf());
            if (verdict != Truth.YES) {
                verdicts = verdicts.isEmpty() ? new HashMap<>() : verdicts;
                verdicts.put(part.key(), verdict);
            }
        }
        return verdicts;
    }

    private static Truth any(List<? extends Part> parts, Map<String, Truth> verdicts) {
        return parts.size() > verdicts.size() || parts.isEmpty()
                ? Truth.YES
                : verdicts.values().stream().reduce(Truth.NO, Truth::or);
    }

    /** One item alone can be neither best nor worst. */
    private static Truth set(List<Code> set, Map<String, Truth> options) {
        long sure =
                set.stream().filter(code -> !options.containsKey(code.text())).count();
        long possible = set.stream()
                .filter(code -> options.get(code.text()) != Truth.NO)
                .count();
        return sure >= 2 ? Truth.YES : possible >= 2 ? Truth.UNDECIDED : Truth.NO;
    }

    Truth option(String code) {
        return options.getOrDefault(code, Truth.YES);
    }

    Truth row(String name) {
        return rows.getOrDefault(name, Truth.YES);
    }

    Truth slot(Slot slot) {
        Truth row = slot.row() == null ? Truth.YES : row(slot.row());
        Truth set = slot.set() < 0 ? Truth.YES : sets.get(slot.set());
        return row.and(set).and(slot.words() == null ? Truth.YES : option(slot.words()));
    }

    /** How many options are surely visible. */
    int surely(List<Option> all) {
        return all.size() - options.size();
    }

    /** How many options may be visible. */
    int possibly(List<Option> all) {
        return all.size()
                - (int) options.values().stream()
                        .filter(truth -> truth == Truth.NO)
                        .count();
    }
}
