package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.Column;
import io.earshot.dataset.Missing;
import io.earshot.dataset.ScoredColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.BannerTable.Cell;
import io.earshot.finding.Estimate;
import io.earshot.finding.Finding;
import io.earshot.finding.LineKind;
import io.earshot.finding.Subject;
import io.earshot.finding.Topline;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.NetPromoterScore;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.survey.SurveyDesign;
import io.earshot.statistics.survey.SurveyQuantile;
import io.earshot.statistics.survey.WeightedNetPromoterScore;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Each question as everybody answered it. */
public record ToplineSection(Selection variables) implements Section {
    public ToplineSection {
        requireNonNull(variables, "variables");
    }

    @Override
    public List<Fault> check(Questionnaire questionnaire) {
        return variables.check("/variables", "variable", names(questionnaire));
    }

    @Override
    public Set<String> named(Questionnaire questionnaire) {
        return Set.copyOf(variables.names());
    }

    @Override
    public List<Finding> find(Answers answers) {
        Watch watch = Watch.current();
        return columns(answers.questionnaire(), variables).parallelStream()
                .<Finding>map(column -> watch.during(() -> topline(answers, answers.subject(column))))
                .toList();
    }

    static List<String> names(Questionnaire questionnaire) {
        return questionnaire.variables().stream().map(Variable::name).toList();
    }

    /** A ranking has a column for each of its options. */
    static List<String> columns(Questionnaire questionnaire, Selection variables) {
        return variables.of(names(questionnaire)).stream()
                .flatMap(name -> questionnaire.variable(name).stream())
                .flatMap(variable -> variable.columns().stream())
                .map(Variable::name)
                .toList();
    }

    private static Topline topline(Answers answers, Subject subject) {
        QuestionLines question = QuestionLines.of(answers, subject);
        Column column = question.column();
        Optional<double[]> weights = answers.setting().weights();
        ColumnValues everybody = ColumnValues.ofEverybody(column, weights, answers.confidence());
        Map<Missing, Long> missing = missing(column);
        long asked = column.rows() - missing.getOrDefault(Missing.NOT_ASKED, 0L);
        List<Topline.Line> lines = new ArrayList<>();
        for (QuestionLines.Share share : question.shares()) {
            Cell cell = everybody.share(share);
            long count = cell.count().orElseThrow();
            lines.add(new Topline.Line(
                    share.kind(),
                    share.code(),
                    share.label(),
                    count,
                    cell.weighted().orElseThrow(),
                    asked == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) count / asked),
                    cell.value()));
        }
        boolean low = (!lines.isEmpty() || question.scores().isPresent())
                && everybody.nEffective() < answers.setting().minimumBase();
        return new Topline(
                subject,
                weights.isPresent(),
                column.rows(),
                asked,
                everybody.n(),
                everybody.weighted(),
                everybody.nEffective(),
                low,
                missing.entrySet().stream()
                        .map(kind -> new Topline.Absence(word(kind.getKey()), kind.getValue()))
                        .toList(),
                lines,
                question.scores()
                        .map(scores -> question.nps()
                                ? List.of(new Topline.Measured(LineKind.SCORE, score(answers, (ScoredColumn) column)))
                                : measures(answers, everybody, scores))
                        .orElse(List.of()));
    }

    private static List<Topline.Measured> measures(
            Answers answers, ColumnValues everybody, QuestionLines.Scores scores) {
        return List.of(
                new Topline.Measured(LineKind.MEAN, everybody.mean(scores).value()),
                new Topline.Measured(
                        LineKind.DEVIATION, everybody.deviation(scores).value()),
                new Topline.Measured(LineKind.MEDIAN, median(answers, scores)));
    }

    private static Outcome<Estimate> median(Answers answers, QuestionLines.Scores scores) {
        Optional<double[]> weights = answers.setting().weights();
        if (weights.isEmpty()) {
            return scores.median(answers.confidence()).map(median -> Estimate.of(median.interval()));
        }
        return SurveyQuantile.of(SurveyDesign.of(weights.orElseThrow()), scores.rows(), 0.5, answers.confidence())
                .map(median -> new Estimate(median.quantile(), end(median.low()), end(median.high())));
    }

    private static OptionalDouble end(Outcome<Double> end) {
        return end.cases(OptionalDouble::of, undefined -> OptionalDouble.empty());
    }

    private static Outcome<Estimate> score(Answers answers, ScoredColumn column) {
        Optional<double[]> weights = answers.setting().weights();
        if (weights.isEmpty()) {
            return NetPromoterScore.of(column, answers.confidence()).map(score -> Estimate.of(score.scoreInterval()));
        }
        return WeightedNetPromoterScore.scored(
                        column.name(), column.scores(), weights.orElseThrow(), answers.confidence())
                .map(score -> Estimate.of(score.scoreInterval()));
    }

    private static Map<Missing, Long> missing(Column column) {
        Map<Missing, Long> kinds = new EnumMap<>(Missing.class);
        for (Missing kind : Missing.values()) {
            long count = column.count(kind);
            if (count > 0) {
                kinds.put(kind, count);
            }
        }
        return kinds;
    }

    private static String word(Missing kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
