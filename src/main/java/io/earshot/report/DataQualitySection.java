package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.Missing;
import io.earshot.dataset.ScoredColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.Counting;
import io.earshot.finding.DataQuality;
import io.earshot.finding.Finding;
import io.earshot.questionnaire.Contact;
import io.earshot.questionnaire.Likert;
import io.earshot.questionnaire.Marked;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Nps;
import io.earshot.questionnaire.Question;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Score;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.Complete;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Interval;
import io.earshot.statistics.NetPromoterScore;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.SampleMoments;
import io.earshot.statistics.Share;
import io.earshot.statistics.quality.AnswerPatterns;
import io.earshot.statistics.quality.Speed;
import io.earshot.statistics.regression.Coefficient;
import io.earshot.statistics.survey.WeightedDescriptives;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Signs of answers given without reading, item nonresponse, and key results without the responses flagged. */
public record DataQualitySection(boolean optional) implements ModuleSection {
    static final String KIND = "data-quality";

    /** The same answer to fewer items than this may well be meant. */
    private static final int LEAST_ITEMS = 5;

    @Override
    public String word() {
        return KIND;
    }

    @Override
    public Optional<String> lack(Questionnaire questionnaire) {
        return Optional.empty();
    }

    @Override
    public List<Finding> present(Answers answers) {
        int rows = answers.data().rows();
        BitSet flagged = new BitSet(rows);
        IntToDoubleFunction durations = answers.circumstances().durations();
        // Those that are known and no other: this array is the largest of a report.
        double[] known = Complete.values(rows, durations);
        Outcome<Speed> speed = Speed.ofKnown(known, rows - known.length);
        speed.toOptional().ifPresent(found -> {
            for (int row = 0; row < rows; row++) {
                Watch.look(row);
                if (durations.applyAsDouble(row) < found.median() / 3) {
                    flagged.set(row);
                }
            }
        });
        List<DataQuality.ScaleSigns> scales = new ArrayList<>();
        for (Question question : answers.questionnaire().questions()) {
            if (question instanceof Likert likert && likert.rows().size() > 1) {
                signs(likert, answers, flagged).ifPresent(scales::add);
            }
        }
        return List.of(new DataQuality(
                answers.unweighted(rows, Counting.RESPONSES),
                rows,
                flagged.cardinality(),
                speed,
                scales,
                items(answers),
                robustness(answers, flagged)));
    }

    private static Optional<DataQuality.ScaleSigns> signs(Likert likert, Answers answers, BitSet flagged) {
        List<CodedColumn> columns = likert.variables().stream()
                .map(Variable::name)
                .map(name -> answers.data().column(name, CodedColumn.class))
                .toList();
        // Those who answered nothing of it say nothing of it, and would all be duplicates.
        AnswerPatterns complete = AnswerPatterns.of(columns);
        if (complete.complete() == 0) {
            return Optional.empty();
        }
        long any = 0;
        long straight = 0;
        for (int row = 0; row < answers.data().rows(); row++) {
            Watch.look(row);
            any += answeredAny(columns, row) ? 1 : 0;
            if (answeredAlike(columns, row)) {
                straight++;
                if (columns.size() >= LEAST_ITEMS) {
                    flagged.set(row);
                }
            }
        }
        return Optional.of(new DataQuality.ScaleSigns(
                likert.name(),
                answers.in(likert.text()),
                columns.size(),
                any,
                complete.complete(),
                straight,
                complete.duplicates(),
                complete.outliers()));
    }

    private static boolean answeredAny(List<CodedColumn> columns, int row) {
        for (CodedColumn column : columns) {
            if (column.index(row) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether all items have an answer, and the same one. */
    private static boolean answeredAlike(List<CodedColumn> columns, int row) {
        double first = columns.get(0).score(row);
        for (CodedColumn column : columns) {
            // A missing one is not even equal to itself.
            if (column.score(row) != first) {
                return false;
            }
        }
        return true;
    }

    private static List<DataQuality.ItemMissing> items(Answers answers) {
        List<DataQuality.ItemMissing> items = new ArrayList<>();
        // What follows an option, such as "Something else", is not asked of all; what is hidden or worked out of
        // nobody.
        List<Variable> asks = answers.questionnaire().questions().stream()
                .flatMap(question -> question.variables().stream()
                        .filter(variable -> variable.measure() != Measure.TEXT
                                || question.variables().size() == 1
                                || question instanceof Contact))
                .flatMap(variable -> variable.columns().stream())
                .toList();
        for (Variable variable : asks) {
            Column column = answers.data().column(variable.name());
            long asked = column.rows() - column.count(Missing.NOT_ASKED);
            long missing = column.missing() - column.count(Missing.NOT_ASKED);
            items.add(new DataQuality.ItemMissing(
                    answers.subject(variable), asked, missing, Share.wilson(missing, asked, answers.confidence())));
        }
        return items;
    }

    private static List<DataQuality.Robustness> robustness(Answers answers, BitSet flagged) {
        Questionnaire questionnaire = answers.questionnaire();
        Stream<DataQuality.Robustness> promoters = questionnaire.questions().stream()
                .filter(Nps.class::isInstance)
                .map(question -> new DataQuality.Robustness(
                        answers.subject(question.name()),
                        "nps",
                        nps(question.name(), answers, new BitSet()),
                        unlessFew(question.name(), answers, flagged, () -> nps(question.name(), answers, flagged))));
        Stream<DataQuality.Robustness> means = Stream.concat(
                        questionnaire.questions().stream()
                                .filter(question -> question instanceof Marked && !(question instanceof Nps))
                                .map(Question::name),
                        questionnaire.scores().stream().map(Score::name))
                .map(name -> new DataQuality.Robustness(
                        answers.subject(name),
                        "mean",
                        mean(name, answers, new BitSet()),
                        unlessFew(name, answers, flagged, () -> mean(name, answers, flagged))));
        return Stream.concat(promoters, means).toList();
    }

    /** Without so few, a result would tell theirs: it is what everybody's is less. */
    private static Outcome<Interval> unlessFew(
            String name, Answers answers, BitSet flagged, Supplier<Outcome<Interval>> result) {
        ScoredColumn column = answers.data().column(name, ScoredColumn.class);
        long people =
                flagged.stream().filter(row -> !Double.isNaN(column.score(row))).count();
        SmallGroups groups = new SmallGroups(answers.setting().smallest());
        return groups.isSmall(people) ? groups.undefined() : result.get();
    }

    private static Outcome<Interval> nps(String name, Answers answers, BitSet without) {
        ScoredColumn column = answers.data().column(name, ScoredColumn.class);
        BitSet rows = new BitSet();
        rows.set(0, column.rows());
        rows.andNot(without);
        return answers.promoters(column, rows).map(NetPromoterScore::scoreInterval);
    }

    private static Outcome<Interval> mean(String name, Answers answers, BitSet without) {
        ScoredColumn column = answers.data().column(name, ScoredColumn.class);
        if (answers.weights().isPresent()) {
            double[] values = column.scores();
            without.stream().forEach(row -> values[row] = Double.NaN);
            return WeightedDescriptives.of(name, values, answers.weights().orElseThrow(), answers.confidence())
                    .flatMap(Descriptives::meanInterval);
        }
        SampleMoments moments = without.isEmpty()
                ? answers.moments(column)
                : column instanceof CodedColumn coded ? moments(coded, without) : moments(column, without);
        long n = moments.n();
        return n < 2
                ? Outcome.undefined(Reason.TOO_FEW_ANSWERS, "an interval needs two answers: %d", n)
                : Outcome.of(
                        Coefficient.byT("", moments.mean(), moments.sd() / Math.sqrt(n), n - 1.0, answers.confidence())
                                .interval());
    }

    private static SampleMoments moments(CodedColumn column, BitSet without) {
        long[] counts = new long[column.codes().size()];
        for (int row = 0; row < column.rows(); row++) {
            Watch.look(row);
            int index = column.index(row);
            if (index >= 0 && !without.get(row)) {
                counts[index]++;
            }
        }
        return SampleMoments.ofCounts(column.points(), counts);
    }

    private static SampleMoments moments(ScoredColumn column, BitSet without) {
        return SampleMoments.of(
                Complete.values(column.rows(), row -> without.get(row) ? Double.NaN : column.score(row)));
    }
}
