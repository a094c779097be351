package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.finding.BannerTable.Cell;
import io.earshot.finding.Estimate;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Share;
import io.earshot.statistics.regression.Coefficient;
import io.earshot.statistics.survey.SurveyDesign;
import io.earshot.statistics.survey.SurveyMean;
import io.earshot.statistics.survey.SurveyVariance;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The numbers of one column of a table: everybody, or a group. A share's interval is Wilson's, at the effective base if there
 * are weights; a mean's is Student's, or linearised if there are weights.
 */
final class ColumnValues {
    private final int[] rows;
    private final Optional<double[]> weights;
    private final double confidence;
    private final int all;
    private final double sum;
    private final double squares;

    /** @param inside whether a row is in the column; of these, those with an answer to the question count */
    ColumnValues(Column question, IntPredicate inside, Optional<double[]> weights, double confidence) {
        this.all = question.rows();
        int[] found = new int[all];
        int n = 0;
        for (int row = 0; row < all; row++) {
            if (!question.isMissing(row) && inside.test(row)) {
                found[n++] = row;
            }
        }
        this.rows = Arrays.copyOf(found, n);
        this.weights = weights;
        this.confidence = confidence;
        double total = 0;
        double square = 0;
        for (int row : rows) {
            double weight = weight(row);
            total += weight;
            square += weight * weight;
        }
        this.sum = total;
        this.squares = square;
    }

    long n() {
        return rows.length;
    }

    double weighted() {
        return sum;
    }

    double nEffective() {
        return squares == 0 ? 0 : sum * sum / squares;
    }

    /** How many, by weight how many, and their share. */
    Cell share(CodedColumn column, int place) {
        long count = 0;
        double weighted = 0;
        for (int row : rows) {
            if (column.index(row) == place) {
                count++;
                weighted += weight(row);
            }
        }
        return new Cell(count, weighted, share(count, weighted), "");
    }

    private Outcome<Estimate> share(long count, double weighted) {
        if (weights.isEmpty()) {
            return Share.wilson(count, rows.length, confidence).map(Estimate::of);
        }
        return sum > 0
                ? Outcome.of(
                        Estimate.of(Share.wilsonOfEffective(Math.min(1, weighted / sum), nEffective(), confidence)))
                : Outcome.undefined(Reason.NO_WEIGHT, "nobody with a weight answered");
    }

    Cell mean(double[] scores) {
        Outcome<Estimate> mean = weights.isPresent()
                ? SurveyMean.of(design(), scores, confidence)
                        .map(found ->
                                found.interval().map(Estimate::of).toOptional().orElse(Estimate.alone(found.mean())))
                : plainMean(values(scores));
        return new Cell(rows.length, sum, mean, "");
    }

    private Outcome<Estimate> plainMean(double[] values) {
        if (values.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered");
        }
        double mean = Moments.mean(values);
        return Outcome.of(
                values.length < 2
                        ? Estimate.alone(mean)
                        : Estimate.of(Coefficient.byT(
                                        "",
                                        mean,
                                        Moments.sd(values) / Math.sqrt(values.length),
                                        values.length - 1.0,
                                        confidence)
                                .interval()));
    }

    Cell deviation(double[] scores) {
        Outcome<Estimate> deviation;
        if (weights.isPresent()) {
            deviation = SurveyVariance.of(design(), scores).map(found -> Estimate.alone(Math.sqrt(found.variance())));
        } else {
            deviation = rows.length < 2
                    ? Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a spread needs two answers: %d", rows.length)
                    : Outcome.of(Estimate.alone(Moments.sd(values(scores))));
        }
        return new Cell(rows.length, sum, deviation, "");
    }

    private double[] values(double[] scores) {
        double[] values = new double[rows.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = scores[rows[i]];
        }
        return values;
    }

    /** Everybody was drawn; those outside of the column count for nothing. */
    private SurveyDesign design() {
        boolean[] inside = new boolean[all];
        for (int row : rows) {
            inside[row] = true;
        }
        return SurveyDesign.of(weights.orElseThrow()).domain(inside);
    }

    private double weight(int row) {
        return weights.isPresent() ? weights.orElseThrow()[row] : 1;
    }
}
