package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.Dataset;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.CodedTexts;
import io.earshot.finding.Finding;
import io.earshot.finding.Verbatims;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.MultipleChoice;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.SingleChoice;
import io.earshot.questionnaire.TextQuestion;
import io.earshot.questionnaire.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What people wrote, text by text.
 *
 * @param variables all are those of questions of type text and the open texts of options; never contact details
 * @param codes    the frame by which texts are coded; absent if they are not
 * @param codedBy  a text variable of the questionnaire that holds the codes of the one question named, divided by semicolons;
 *     absent if they are given by the frame's words
 */
public record OpenAnswersSection(
        Selection variables, @Nullable List<TextCode> codes, @Nullable String codedBy, boolean optional)
        implements PickingSection {
    static final String KIND = "open-answers";

    public OpenAnswersSection {
        requireNonNull(variables, "variables");
        codes = codes == null ? null : List.copyOf(codes);
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
        List<Finding> findings = new ArrayList<>();
        findings.add(new Verbatims(chosen.stream()
                .map(name -> new Verbatims.Question(
                        answers.subject(name), written(answers.data().column(name, TextColumn.class))))
                .toList()));
        coded(answers.questionnaire(), answers.data()).forEach(column -> findings.add(table(column, answers)));
        return findings;
    }

    @Override
    public List<Fault> unknown(Questionnaire questionnaire) {
        List<Fault> faults = new ArrayList<>(pick(questionnaire).unknown());
        String by = codedBy;
        if (by == null) {
            return faults;
        }
        if (codes == null || variables.names().size() != 1) {
            faults.add(new Fault(
                    "/codedBy",
                    "not-one-question",
                    "Codes in a variable are of one question: name it in variables, and what codes mean in codes."));
        }
        if (questionnaire
                .variable(by)
                .filter(found -> found.format() == Variable.Format.TEXT && found.shape() == Variable.Shape.ONE)
                .filter(found -> found.values().isEmpty())
                .isEmpty()) {
            faults.add(new Fault("/codedBy", "not-a-text", "The questionnaire has no text variable " + by + "."));
        }
        return faults;
    }

    /** The codes of each question's texts; none without a frame. */
    List<MultipleColumn> coded(Questionnaire questionnaire, Dataset data) {
        List<TextCode> frame = codes;
        if (frame == null) {
            return List.of();
        }
        return pick(questionnaire).chosen().stream()
                .flatMap(name -> questionnaire.variable(name).stream())
                .map(variable -> new Coding(frame, codedBy).of(variable.name(), variable.label(), data))
                .toList();
    }

    private Finding table(MultipleColumn column, Answers answers) {
        long uncoded = IntStream.range(0, column.rows())
                .peek(Watch::look)
                .filter(row -> !column.isMissing(row) && column.chosen(row).isEmpty())
                .count();
        return new CodedTexts(
                answers.subject(column.variable()),
                Objects.requireNonNullElse(codedBy, ""),
                answers.base(column),
                answers.frequencies(column),
                uncoded);
    }

    private static long written(TextColumn column) {
        return column.rows() - column.missing();
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
