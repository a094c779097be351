package io.earshot.report;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.Watch;
import io.earshot.finding.BannerTable.Cell;
import io.earshot.finding.Estimate;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Share;
import io.earshot.statistics.survey.SurveyDesign;
import io.earshot.statistics.survey.SurveyMean;
import io.earshot.statistics.survey.SurveyVariance;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** The numbers of a column of a table in which respondents count by their weights. */
final class WeightedValues implements ColumnValues {
    private final int[] rows;
    private final double[] weights;
    private final double confidence;
    private final int all;
    private final double sum;
    private final double squares;

    /** @param inside whether a row is in the column; of these, those with an answer to the question count */
    WeightedValues(Column question, IntPredicate inside, double[] weights, double confidence) {
        this.all = question.rows();
        int[] found = new int[all];
        int n = 0;
        for (int row = 0; row < all; row++) {
            Watch.look(row);
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
            double weight = weights[row];
            total += weight;
            square += weight * weight;
        }
        this.sum = total;
        this.squares = square;
    }

    @Override
    public long n() {
        return rows.length;
    }

    @Override
    public double weighted() {
        return sum;
    }

    @Override
    public double nEffective() {
        return squares == 0 ? 0 : sum * sum / squares;
    }

    @Override
    public Cell share(QuestionLines.Share line) {
        CodedColumn column = line.column();
        int place = line.place();
        long count = 0;
        double weighted = 0;
        for (int row : rows) {
            if (column.index(row) == place) {
                count++;
                weighted += weights[row];
            }
        }
        return new Cell(count, weighted, share(weighted), "");
    }

    private Outcome<Estimate> share(double weighted) {
        return sum > 0
                ? Outcome.of(
                        Estimate.of(Share.wilsonOfEffective(Math.min(1, weighted / sum), nEffective(), confidence)))
                : Outcome.undefined(Reason.NO_WEIGHT, "nobody with a weight answered");
    }

    @Override
    public Cell mean(QuestionLines.Scores scores) {
        Outcome<Estimate> mean = SurveyMean.of(design(), scores.rows(), confidence)
                .map(found -> found.interval().map(Estimate::of).toOptional().orElse(Estimate.alone(found.mean())));
        return new Cell(rows.length, sum, mean, "");
    }

    @Override
    public Cell deviation(QuestionLines.Scores scores) {
        Outcome<Estimate> deviation =
                SurveyVariance.of(design(), scores.rows()).map(found -> Estimate.alone(Math.sqrt(found.variance())));
        return new Cell(rows.length, sum, deviation, "");
    }

    /** Everybody was drawn; those outside of the column count for nothing. */
    private SurveyDesign design() {
        boolean[] inside = new boolean[all];
        for (int row : rows) {
            inside[row] = true;
        }
        return SurveyDesign.of(weights).domain(inside);
    }
}
