package io.earshot.questionnaire.flow;

import io.earshot.questionnaire.Likert;
import io.earshot.questionnaire.MaxDiff;
import io.earshot.questionnaire.Option;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer goes: one variable of a question, and what must be visible for it to be asked.
 *
 * @param row    the row it belongs to; null for none
 * @param set    the set of a max_diff, counted from 0; -1 for none
 * @param words  the code of the option that it takes the words for; null for none
 * @param chosen whether it holds codes of the question's options
 */
record Slot(Variable variable, @Nullable String row, int set, @Nullable String words, boolean chosen) {

    static List<Slot> of(Question question) {
        List<Variable> variables = question.variables();
        List<Slot> slots = new ArrayList<>(variables.size());
        List<String> words = question.options().stream()
                .filter(Option::openText)
                .map(Option::key)
                .toList();
        for (int i = 0; i < variables.size(); i++) {
            Variable variable = variables.get(i);
            boolean coded = !variable.values().isEmpty() && !(question instanceof Likert);
            boolean main = words.isEmpty() || i == 0;
            slots.add(new Slot(
                    variable,
                    question.rows().isEmpty() ? null : question.rows().get(i).key(),
                    question instanceof MaxDiff ? i / 2 : -1,
                    main ? null : words.get(i - 1),
                    coded && main && !question.options().isEmpty()));
        }
        return List.copyOf(slots);
    }

    String name() {
        return variable.name();
    }
}
