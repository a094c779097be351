package io.earshot.statistics.survey;

import io.earshot.statistics.Interval;
import io.earshot.statistics.NetPromoterScore;
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
     * The same with counts, shares and the other intervals: the adjusted one at the effective base, Student's on n - 1
     * degrees of freedom. The variance is that of one person's part of the score, so that it differs from n times the
     * squared error by the design's effect.
     */
    public static Outcome<NetPromoterScore> scored(
            String variable, double[] answers, double[] weights, double confidence) {
        long[] counts = new long[3];
        double[] people = new double[3];
        for (int row = 0; row < answers.length; row++) {
            if (!Double.isNaN(answers[row]) && !Double.isNaN(weights[row])) {
                int kind = answers[row] >= 9 ? 0 : answers[row] > 6 ? 1 : 2;
                counts[kind]++;
                people[kind] += weights[row];
            }
        }
        double all = people[0] + people[1] + people[2];
        double up = people[0] / all;
        double down = people[2] / all;
        return of(answers, weights, confidence).map(found -> {
            double effective = found.nEffective();
            double base = effective + 3;
            double promoters = (up * effective + 0.75) / base;
            double detractors = (down * effective + 0.75) / base;
            double adjusted = promoters - detractors;
            return new NetPromoterScore(
                    variable,
                    found.n(),
                    found.excluded(),
                    counts[0],
                    counts[1],
                    counts[2],
                    up,
                    people[1] / all,
                    down,
                    found.score(),
                    Math.max(0, up + down - (up - down) * (up - down)),
                    found.standardError(),
                    found.interval(),
                    Normal.interval(
                            100 * adjusted,
                            100 * Math.sqrt((promoters + detractors - adjusted * adjusted) / base),
                            confidence),
                    NetPromoterScore.byScore(up * effective, down * effective, effective, confidence),
                    SurveyMean.interval(found.score(), found.standardError(), found.n() - 1, confidence));
        });
    }

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
