package io.earshot.statistics.survey;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How often each code was chosen, by weight. R: {@code svymean(~factor), svyciprop(method = "logit")}.
 *
 * @param n            rows with a code
 * @param missing      rows without one, or without a weight
 * @param sumOfWeights of the rows with a code
 * @param nEffective   (Σw)² / Σw²
 * @param rows         the codes in the questionnaire's order, those that nobody chose included
 */
public record WeightedFrequencies(
        String variable, int n, int missing, double sumOfWeights, double nEffective, List<Row> rows) {

    /**
     * @param count         unweighted
     * @param weighted      Σ w of those who chose the code
     * @param share         of the sum of weights, in [0, 1]
     * @param standardError of the share, linearised
     * @param logit         undefined at shares of 0 and 1
     * @param wilson        at the effective sample size, which need not be a whole number
     */
    public record Row(
            String code,
            int count,
            double weighted,
            double share,
            double standardError,
            Outcome<Interval> logit,
            Interval wilson) {}

    public WeightedFrequencies {
        rows = List.copyOf(rows);
    }

    /**
     * @param weights    one a row, at least 0, NaN where missing
     * @param confidence of the intervals, in (0, 1)
     */
    public static Outcome<WeightedFrequencies> of(CodedColumn column, double[] weights, double confidence) {
        double[] known = new double[weights.length];
        int[] counts = new int[column.codes().size()];
        int n = 0;
        Arrays.fill(known, Double.NaN);
        for (int row = 0; row < weights.length; row++) {
            if (!Double.isNaN(weights[row]) && !column.isMissing(row)) {
                known[row] = weights[row];
                counts[column.index(row)]++;
                n++;
            }
        }
        SurveyDesign design = SurveyDesign.of(known);
        List<Row> rows = new ArrayList<>();
        double people = design.sumOfWeights();
        if (people == 0) {
            return Outcome.undefined(Reason.NO_WEIGHT, "no answer has a weight above 0");
        }
        double nEffective = 0;
        for (int code = 0; code < counts.length; code++) {
            SurveyMean share = SurveyMean.of(design, SurveyMean.indicator(column, code), confidence)
                    .orElseThrow();
            nEffective = share.nEffective();
            rows.add(new Row(
                    column.codes().get(code),
                    counts[code],
                    share.total(),
                    share.mean(),
                    share.standardError(),
                    SurveyProportion.logit(share, confidence),
                    Share.wilsonOfEffective(Math.min(1, share.mean()), nEffective, confidence)));
        }
        return Outcome.of(
                new WeightedFrequencies(column.variable().name(), n, weights.length - n, people, nEffective, rows));
    }
}
