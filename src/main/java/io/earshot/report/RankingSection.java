package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.finding.Finding;
import io.earshot.finding.RankedOptions;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Ranking;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Share;
import io.earshot.statistics.rank.Friedman;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Mean ranks and first choices of questions of type ranking. */
public record RankingSection(Selection questions, boolean optional) implements PickingSection {
    static final String KIND = "ranking";

    public RankingSection {
        requireNonNull(questions, "questions");
    }

    @Override
    public String word() {
        return KIND;
    }

    @Override
    public Pick pick(Questionnaire questionnaire) {
        return new Pick(
                questions,
                "/questions",
                "ranking",
                Pick.names(Pick.questions(questionnaire, Ranking.class)),
                "Mean ranks need a question of type ranking; there is none.");
    }

    @Override
    public List<Finding> present(List<String> chosen, Answers answers) {
        return Pick.questions(answers.questionnaire(), Ranking.class).stream()
                .filter(question -> chosen.contains(question.name()))
                .map(question -> ranked(question, answers))
                .toList();
    }

    private static Finding ranked(Ranking question, Answers answers) {
        List<CodedColumn> columns = question.variables().get(0).columns().stream()
                .map(Variable::name)
                .map(name -> answers.data().column(name, CodedColumn.class))
                .toList();
        int rows = answers.data().rows();
        long n = IntStream.range(0, rows)
                .filter(row -> columns.stream().anyMatch(column -> !column.isMissing(row)))
                .count();
        List<RankedOptions.Option> options = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            CodedColumn column = columns.get(i);
            long ranked = IntStream.range(0, rows)
                    .filter(row -> !column.isMissing(row))
                    .count();
            long first = IntStream.range(0, rows)
                    .filter(row -> column.score(row) == 1)
                    .count();
            options.add(new RankedOptions.Option(
                    question.options().get(i).code().text(),
                    answers.in(question.options().get(i).text()),
                    ranked,
                    first,
                    Share.wilson(first, n, answers.confidence()),
                    Descriptives.of(column, answers.confidence())));
        }
        int places = question.places(columns.size());
        return new RankedOptions(
                question.name(), answers.in(question.text()), n, places, options, friedman(places, columns, rows));
    }

    private static Outcome<Friedman> friedman(int places, List<CodedColumn> columns, int rows) {
        if (places < columns.size()) {
            return Outcome.undefined(
                    Reason.NO_ANSWERS, "only the first %d of %d options were ranked", places, columns.size());
        }
        double[][] ranks = new double[rows][columns.size()];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns.size(); i++) {
                ranks[row][i] = columns.get(i).score(row);
            }
        }
        return Friedman.of(ranks);
    }
}
