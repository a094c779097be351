package io.earshot.statistics.survey;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;

/**
 * The Net Promoter Score by weight: the mean of 100 for 9 and 10, -100 for 0 to 6, and 0 between. R: {@code svymean} of
 * these numbers.
 *
 * @param n             rows with an answer
 * @param excluded answers that are missing
 * @param score         -100 to 100
 * @param standardError linearised, in points
 * @param interval      score ± z · standard error
 */
public record WeightedNetPromoterScore(
        int n, int excluded, double nEffective, double score, double standardError, Interval interval) {

    /**
     * @param answers 0 to 10 a row, NaN where missing
     * @param weights one a row, at least 0, NaN where missing
     */
    public static Outcome<WeightedNetPromoterScore> of(double[] answers, double[] weights, double confidence) {
        double[] known = weights.clone();
        double[] points = new double[answers.length];
        int n = 0;
        for (int row = 0; row < points.length; row++) {
            double answer = answers[row];
            boolean missing = Double.isNaN(answer) || Double.isNaN(weights[row]);
            n += missing ? 0 : 1;
            known[row] = missing ? Double.NaN : known[row];
            points[row] = missing ? Double.NaN : answer >= 9 ? 100 : answer <= 6 ? -100 : 0;
        }
        int answered = n;
        return SurveyMean.of(SurveyDesign.of(known), points, confidence)
                .map(mean -> new WeightedNetPromoterScore(
                        answered,
                        answers.length - answered,
                        mean.nEffective(),
                        mean.mean(),
                        mean.standardError(),
                        Normal.interval(mean.mean(), mean.standardError(), confidence)));
    }
}
