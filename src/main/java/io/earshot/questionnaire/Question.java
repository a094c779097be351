package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Fault;
import java.util.List;
import java.util.Map;

/**
 * Something to answer. A new kind is a new record here; {@link Cases} then names every place that has to learn it.
 */
public sealed interface Question extends Element
        permits SingleChoice,
                MultipleChoice,
                YesNo,
                Marked,
                Likert,
                MatrixChoice,
                Ranking,
                ConstantSum,
                MaxDiff,
                Slider,
                NumberQuestion,
                TextQuestion,
                DateQuestion,
                TimeQuestion,
                FileQuestion,
                Consent,
                Contact,
                Link {
    /** What all questions have. */
    Asked asked();

    @Override
    default String name() {
        return asked().name();
    }

    @Override
    default Text text() {
        return asked().text();
    }

    @Override
    default Text description() {
        return asked().description();
    }

    @Override
    default Condition visibleIf() {
        return asked().visibleIf();
    }

    @Override
    default boolean pinned() {
        return asked().pinned();
    }

    default boolean required() {
        return asked().required();
    }

    default Condition requiredIf() {
        return asked().requiredIf();
    }

    /** The columns of its answers, in order; the first is the answer itself, open texts follow. */
    List<Variable> variables();

    /** What may be chosen, in the author's order; none for questions without options. */
    default List<Option> options() {
        return List.of();
    }

    /** What is judged, in the author's order; none for questions without rows. */
    default List<? extends Part> rows() {
        return List.of();
    }

    /** How its rows are drawn, or its options if it has no rows, or each set of a {@link MaxDiff}. */
    default Shuffle shuffle() {
        return Shuffle.NONE;
    }

    /** What an attentive person answers, by variable; empty if it checks nobody's attention. */
    default Map<String, Expected> expected() {
        return Map.of();
    }

    /**
     * What is wrong with the given answers to this question; answers that are absent are not looked at, and all options
     * and rows are taken to be visible.
     *
     * @param answers by variable name; those of other questions are ignored
     * @return faults with pointers into {@code answers}, such as {@code /nps}
     */
    List<Fault> check(Map<String, JsonNode> answers);

    /** The variables that have to be answered, if the question is required, and are not. */
    default List<String> unanswered(Map<String, JsonNode> answers) {
        return answers.containsKey(name()) ? List.of() : List.of(name());
    }

    /** What a complete response lacks if the question is required and was visible. */
    default List<Fault> demands(Map<String, JsonNode> answers) {
        return unanswered(answers).stream().map(AnswerFault::missing).toList();
    }

    <R> R cases(Cases<R> cases);

    /** One method for each kind of question. */
    interface Cases<R> {
        R singleChoice(SingleChoice question);

        R multipleChoice(MultipleChoice question);

        R yesNo(YesNo question);

        R nps(Nps question);

        R csat(Csat question);

        R ces(Ces question);

        R rating(Rating question);

        R likert(Likert question);

        R matrixChoice(MatrixChoice question);

        R ranking(Ranking question);

        R constantSum(ConstantSum question);

        R maxDiff(MaxDiff question);

        R slider(Slider question);

        R number(NumberQuestion question);

        R text(TextQuestion question);

        R date(DateQuestion question);

        R time(TimeQuestion question);

        R file(FileQuestion question);

        R consent(Consent question);

        R contact(Contact question);

        R link(Link question);
    }
}
