package io.earshot.report;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.Dataset;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.ScoredColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.Base;
import io.earshot.finding.Counting;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.Chunks;
import io.earshot.statistics.CodeCounts;
import io.earshot.statistics.Complete;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Frequencies;
import io.earshot.statistics.NetPromoterScore;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.SampleMoments;
import io.earshot.statistics.survey.WeightedDescriptives;
import io.earshot.statistics.survey.WeightedNetPromoterScore;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * What sections find their numbers in.
 *
 * @param language   of labels
 * @param confidence of intervals, in (0, 1)
 * @param circumstances what is known of the responses beside their answers
 * @param setting    by what they count and compare
 */
record Answers(
        Questionnaire questionnaire,
        Dataset data,
        String language,
        double confidence,
        Circumstances circumstances,
        Setting setting) {
    Answers {
        requireNonNull(questionnaire, "questionnaire");
        requireNonNull(data, "data");
        requireNonNull(language, "language");
        requireNonNull(circumstances, "circumstances");
        requireNonNull(setting, "setting");
    }

    Answers(Questionnaire questionnaire, Dataset data, String language, double confidence) {
        this(questionnaire, data, language, confidence, Circumstances.NONE);
    }

    Answers(
            Questionnaire questionnaire,
            Dataset data,
            String language,
            double confidence,
            Circumstances circumstances) {
        this(questionnaire, data, language, confidence, circumstances, Setting.PLAIN);
    }

    Answers under(Circumstances other) {
        return new Answers(questionnaire, data, language, confidence, other, setting);
    }

    Answers by(Setting other) {
        return new Answers(questionnaire, data, language, confidence, circumstances, other);
    }

    /** One a row; empty if every response counts once. */
    Optional<double[]> weights() {
        return setting.weights();
    }

    /**
     * The base of what is found in some rows.
     *
     * @param counted asked by several threads at once
     */
    Base base(IntPredicate counted) {
        double[] weights = weights().orElse(null);
        if (weights == null) {
            return once(count(counted));
        }
        long n = 0;
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < data.rows(); row++) {
            Watch.look(row);
            if (counted.test(row)) {
                n++;
                sum += weights[row];
                squares += weights[row] * weights[row];
            }
        }
        return new Base(n, sum, squares == 0 ? 0 : sum * sum / squares, setting.minimumBase(), Counting.BY_WEIGHT);
    }

    /** The base of what is found in the rows that answered some columns, all of them. */
    Base base(Collection<? extends Column> columns) {
        Column[] all = columns.toArray(Column[]::new);
        return base(row -> hasAll(all, row));
    }

    private long count(IntPredicate counted) {
        return Chunks.merged(
                data.rows(),
                (from, size) -> {
                    long count = 0;
                    for (int row = from; row < from + size; row++) {
                        count += counted.test(row) ? 1 : 0;
                    }
                    return count;
                },
                Long::sum);
    }

    private static boolean hasAll(Column[] columns, int row) {
        for (Column column : columns) {
            if (column.isMissing(row)) {
                return false;
            }
        }
        return true;
    }

    Base base(Column column) {
        return weights().isEmpty() ? once(column.rows() - column.missing()) : base(row -> !column.isMissing(row));
    }

    /** The base of what is found in some rows. */
    Base base(BitSet rows) {
        return weights().isEmpty() ? once(rows.cardinality()) : base(rows::get);
    }

    private Base once(long n) {
        return Base.of(n, setting.minimumBase(), Counting.ONCE);
    }

    /** The base of what counts every response once though there are weights. */
    Base unweighted(long n, Counting because) {
        return Base.of(n, setting.minimumBase(), weights().isEmpty() ? Counting.ONCE : because);
    }

    /** Every response counts once, even if there are weights. */
    SampleMoments moments(ScoredColumn column) {
        return column instanceof CodedColumn coded
                ? SampleMoments.ofCounts(coded.points(), CodeCounts.of(coded).counts())
                : SampleMoments.of(Complete.values(column.rows(), column::score));
    }

    /** By weight if there are weights. */
    Frequencies frequencies(Column column) {
        return weights()
                .map(weights -> Frequencies.weighted(column, weights, confidence))
                .orElseGet(() -> column instanceof MultipleColumn multiple
                        ? Frequencies.of(multiple, confidence)
                        : Frequencies.of((CodedColumn) column, confidence));
    }

    /** By weight if there are weights. */
    Outcome<Descriptives> descriptives(ScoredColumn column) {
        return weights()
                .map(weights -> WeightedDescriptives.of(column.name(), column.scores(), weights, confidence))
                .orElseGet(() -> Descriptives.of(column, confidence));
    }

    /** By weight if there are weights. */
    Outcome<NetPromoterScore> promoters(ScoredColumn column) {
        return weights()
                .map(weights -> WeightedNetPromoterScore.scored(column.name(), column.scores(), weights, confidence))
                .orElseGet(() -> NetPromoterScore.of(column, confidence));
    }

    /** The same of some rows alone. */
    Outcome<NetPromoterScore> promoters(ScoredColumn column, BitSet rows) {
        if (weights().isPresent()) {
            double[] scores = new double[column.rows()];
            Watch.look();
            Arrays.setAll(scores, row -> rows.get(row) ? column.score(row) : Double.NaN);
            return WeightedNetPromoterScore.scored(
                    column.name(), scores, weights().orElseThrow(), confidence);
        }
        long[] kinds = new long[3];
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            Watch.look(row);
            double score = column.score(row);
            if (!Double.isNaN(score)) {
                kinds[score >= 9 ? 0 : score >= 7 ? 1 : 2]++;
            }
        }
        return NetPromoterScore.of(column.name(), 0, kinds[0], kinds[1], kinds[2], confidence);
    }

    Subject subject(Variable variable) {
        Subject subject = Subject.of(variable, language, questionnaire.defaultLanguage());
        return questionnaire.questions().stream()
                .filter(question -> question.name().equals(variable.question()))
                .map(question -> in(question.text()))
                .filter(text -> !subject.label().startsWith(text))
                .findFirst()
                .map(subject::under)
                .orElse(subject);
    }

    /** @throws IllegalArgumentException if data have no such column */
    Subject subject(String column) {
        return subject(questionnaire.columns().stream()
                .filter(variable -> variable.name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no column is named " + column)));
    }

    String in(Text text) {
        return text.plainIn(language, questionnaire.defaultLanguage());
    }
}
