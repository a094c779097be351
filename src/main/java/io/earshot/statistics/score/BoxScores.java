package io.earshot.statistics.score;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Share;
import java.util.Arrays;
import java.util.Set;

/**
 * Shares of the best and worst answers of a scale, as for satisfaction and effort, and their difference.
 *
 * @param excluded answers left out because they are missing
 * @param top              share of the top codes with Wilson's interval
 * @param bottom           share of the bottom codes with Wilson's interval
 * @param net              top minus bottom, from -1 to 1
 * @param netStandardError √((t + b - (t - b)²) / n)
 */
public record BoxScores(
        long n,
        long excluded,
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
        long n = values.length;
        long topCount = Arrays.stream(values).filter(top::contains).count();
        long bottomCount = Arrays.stream(values).filter(bottom::contains).count();
        double t = (double) topCount / n;
        double b = (double) bottomCount / n;
        double net = t - b;
        return Outcome.of(new BoxScores(
                n,
                answers.length - n,
                topCount,
                Share.wilson(topCount, n, confidence).orElseThrow(),
                bottomCount,
                Share.wilson(bottomCount, n, confidence).orElseThrow(),
                net,
                Math.sqrt(Math.max(0, t + b - net * net) / n),
                Moments.mean(values)));
    }
}
