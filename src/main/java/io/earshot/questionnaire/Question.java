package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;

/**
 * Something to answer. A new kind is a new record here; {@link Cases} then names every place that has to learn it.
 */
public sealed interface Question extends Element
        permits SingleChoice, MultipleChoice, Nps, Rating, Likert, NumberQuestion, TextQuestion {
    boolean required();

    /** The columns of its answers, in order; the first is the answer itself, open texts follow. */
    List<Variable> variables();

    /**
     * What is wrong with the given answers to this question; answers that are absent are not looked at.
     *
     * @param answers by variable name; those of other questions are ignored
     * @return faults with pointers into {@code answers}, such as {@code /nps}
     */
    List<Fault> check(Map<String, JsonNode> answers);

    /** The variables that have to be answered, if the question is required, and are not. */
    default List<String> unanswered(Map<String, JsonNode> answers) {
        return answers.containsKey(name()) ? List.of() : List.of(name());
    }

    <R> R cases(Cases<R> cases);

    /** One method for each kind of question. */
    interface Cases<R> {
        R singleChoice(SingleChoice question);

        R multipleChoice(MultipleChoice question);

        R nps(Nps question);

        R rating(Rating question);

        R likert(Likert question);

        R number(NumberQuestion question);

        R text(TextQuestion question);
    }
}
