package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.Base;
import io.earshot.finding.Counting;
import io.earshot.finding.Finding;
import io.earshot.finding.RankedOptions;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Ranking;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Share;
import io.earshot.statistics.rank.Friedman;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
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
        IntPredicate any = row -> columns.stream().anyMatch(column -> !column.isMissing(row));
        Base base = answers.base(any);
        List<RankedOptions.Option> options = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            CodedColumn column = columns.get(i);
            long ranked = IntStream.range(0, rows)
                    .peek(Watch::look)
                    .filter(row -> !column.isMissing(row))
                    .count();
            long first = IntStream.range(0, rows)
                    .peek(Watch::look)
                    .filter(row -> column.score(row) == 1)
                    .count();
            options.add(new RankedOptions.Option(
                    question.options().get(i).code().text(),
                    answers.in(question.options().get(i).text()),
                    ranked,
                    first,
                    share(first, answers.base(row -> column.score(row) == 1), base, answers.confidence()),
                    answers.descriptives(column)));
        }
        int places = question.places(columns.size());
        return new RankedOptions(
                question.name(),
                answers.in(question.text()),
                base,
                places,
                options,
                answers.weights().isPresent() ? unweighted() : friedman(places, columns, rows));
    }

    private static Outcome<Interval> share(long first, Base firsts, Base base, double confidence) {
        if (base.counting() == Counting.ONCE) {
            return Share.wilson(first, base.n(), confidence);
        }
        return base.weighted() > 0
                ? Outcome.of(Share.wilsonOfEffective(
                        Math.min(1, firsts.weighted() / base.weighted()), base.nEffective(), confidence))
                : Outcome.undefined(Reason.NO_WEIGHT, "nobody with a weight ranked anything");
    }

    private static Outcome<Friedman> unweighted() {
        return Outcome.undefined(
                Reason.NO_WEIGHTED_METHOD, "Friedman's test ranks within respondents and has no form for weights");
    }

    private static Outcome<Friedman> friedman(int places, List<CodedColumn> columns, int rows) {
        if (places < columns.size()) {
            return Outcome.undefined(
                    Reason.NO_ANSWERS, "only the first %d of %d options were ranked", places, columns.size());
        }
        double[][] ranks = new double[rows][columns.size()];
        for (int row = 0; row < rows; row++) {
            Watch.look(row);
            for (int i = 0; i < columns.size(); i++) {
                ranks[row][i] = columns.get(i).score(row);
            }
        }
        return Friedman.of(ranks);
    }
}
