package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.Missing;
import io.earshot.dataset.TextColumn;
import io.earshot.finding.Finding;
import io.earshot.finding.Verbatims;
import io.earshot.questionnaire.MultipleChoice;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.SingleChoice;
import io.earshot.questionnaire.TextQuestion;
import io.earshot.questionnaire.Variable;
import java.util.Arrays;
import java.util.List;

/**
 * What people wrote, text by text.
 *
 * @param variables all are those of questions of type text and the open texts of options; never contact details
 */
public record OpenAnswersSection(Selection variables, boolean optional) implements PickingSection {
    static final String KIND = "open-answers";

    public OpenAnswersSection {
        requireNonNull(variables, "variables");
    }

    @Override
    public String word() {
        return KIND;
    }

    @Override
    public Pick pick(Questionnaire questionnaire) {
        return new Pick(
                variables,
                "/variables",
                "open-question",
                names(questionnaire),
                "Open answers need a question of type text, or an option with an open text; there is none.");
    }

    @Override
    public List<Finding> present(List<String> chosen, Answers answers) {
        return List.of(new Verbatims(chosen.stream()
                .map(name -> new Verbatims.Question(
                        answers.subject(name), written(answers.data().column(name, TextColumn.class))))
                .toList()));
    }

    private static long written(TextColumn column) {
        return column.rows()
                - Arrays.stream(Missing.values()).mapToLong(column::count).sum();
    }

    private static List<String> names(Questionnaire questionnaire) {
        return questionnaire.questions().stream()
                .filter(question -> question instanceof TextQuestion
                        || question instanceof SingleChoice
                        || question instanceof MultipleChoice)
                .flatMap(question -> question.variables().stream())
                .filter(variable -> variable.format() == Variable.Format.TEXT)
                .map(Variable::name)
                .toList();
    }
}
