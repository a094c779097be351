package io.earshot.statistics.score;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.SampleMoments;
import io.earshot.statistics.Share;
import io.earshot.statistics.survey.SurveyDesign;
import io.earshot.statistics.survey.SurveyMean;
import java.util.Arrays;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;

/**
 * Shares of the best and worst answers of a scale, as for satisfaction and effort, and their difference.
 *
 * @param excluded answers left out because they are missing
 * @param nEffective       (Σw)² / Σw²; n without weights
 * @param top              share of the top codes with Wilson's interval
 * @param bottom           share of the bottom codes with Wilson's interval
 * @param net              top minus bottom, from -1 to 1
 * @param netStandardError √((t + b - (t - b)²) / n)
 */
public record BoxScores(
        long n,
        long excluded,
        double nEffective,
        long topCount,
        Interval top,
        long bottomCount,
        Interval bottom,
        double net,
        double netStandardError,
        double mean) {

    /** The shares of values that are there; undefined if none are. */
    public static Outcome<BoxScores> of(double[] answers, Set<Double> top, Set<Double> bottom, double confidence) {
        double[] values = Complete.values(answers);
        if (values.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered, so no box has a share");
        }
        return Outcome.of(of(
                values.length,
                answers.length - values.length,
                Arrays.stream(values).filter(top::contains).count(),
                Arrays.stream(values).filter(bottom::contains).count(),
                Moments.mean(values),
                confidence));
    }

    /**
     * The shares of answers that have been counted.
     *
     * @param points  the values that an answer may have
     * @param counts  how many answers have each, in the same order
     * @param missing answers left out
     */
    public static Outcome<BoxScores> ofCounts(
            double[] points, long[] counts, long missing, Set<Double> top, Set<Double> bottom, double confidence) {
        SampleMoments moments = SampleMoments.ofCounts(points, counts);
        return moments.n() == 0
                ? Outcome.undefined(Reason.NO_ANSWERS, "nobody answered, so no box has a share")
                : Outcome.of(of(
                        moments.n(),
                        missing,
                        count(points, counts, top),
                        count(points, counts, bottom),
                        moments.mean(),
                        confidence));
    }

    private static long count(double[] points, long[] counts, Set<Double> box) {
        long count = 0;
        for (int i = 0; i < points.length; i++) {
            count += box.contains(points[i]) ? counts[i] : 0;
        }
        return count;
    }

    private static BoxScores of(
            long n, long excluded, long topCount, long bottomCount, double mean, double confidence) {
        double t = (double) topCount / n;
        double b = (double) bottomCount / n;
        double net = t - b;
        return new BoxScores(
                n,
                excluded,
                n,
                topCount,
                Share.wilson(topCount, n, confidence).orElseThrow(),
                bottomCount,
                Share.wilson(bottomCount, n, confidence).orElseThrow(),
                net,
                Math.sqrt(Math.max(0, t + b - net * net) / n),
                mean);
    }

    /**
     * The shares by weight, with Wilson's interval at the effective base and the net's error linearised; counts are of
     * respondents.
     *
     * @param weights one a row, at least 0
     */
    public static Outcome<BoxScores> weighted(
            double[] answers, Set<Double> top, Set<Double> bottom, double[] weights, double confidence) {
        double[] known = new double[answers.length];
        for (int row = 0; row < known.length; row++) {
            known[row] = Double.isNaN(answers[row]) ? Double.NaN : weights[row];
        }
        SurveyDesign design = SurveyDesign.of(known);
        return mean(design, answers, value -> value, confidence).flatMap(all -> mean(
                        design,
                        answers,
                        value -> (top.contains(value) ? 1 : 0) - (bottom.contains(value) ? 1 : 0),
                        confidence)
                .map(net -> new BoxScores(
                        all.n(),
                        answers.length - all.n(),
                        all.nEffective(),
                        Arrays.stream(answers).filter(top::contains).count(),
                        share(design, answers, top, confidence),
                        Arrays.stream(answers).filter(bottom::contains).count(),
                        share(design, answers, bottom, confidence),
                        net.mean(),
                        net.standardError(),
                        all.mean())));
    }

    private static Interval share(SurveyDesign design, double[] answers, Set<Double> box, double confidence) {
        SurveyMean share = mean(design, answers, value -> box.contains(value) ? 1 : 0, confidence)
                .orElseThrow();
        return Share.wilsonOfEffective(Math.min(1, share.mean()), share.nEffective(), confidence);
    }

    private static Outcome<SurveyMean> mean(
            SurveyDesign design, double[] answers, DoubleUnaryOperator of, double confidence) {
        return SurveyMean.of(
                design,
                Arrays.stream(answers)
                        .map(value -> Double.isNaN(value) ? Double.NaN : of.applyAsDouble(value))
                        .toArray(),
                confidence);
    }
}
