package io.earshot.statistics.group;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Samples;
import io.earshot.statistics.distribution.StudentizedRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Games and Howell's comparison of all pairs of groups without assuming equal variances: the studentized range on Welch's
 * degrees of freedom.
 *
 * @param n        answers of all groups
 * @param excluded rows left out because they lack a value or a group
 * @param groups that have answers, in order
 * @param pairs  undefined where a group has one answer, or neither of a pair varies
 * @see <a href="https://doi.org/10.3102/10769986001002113">Games and Howell (1976), J. Educational Statistics 1, 113-125</a>
 */
public record GamesHowell(long n, long excluded, List<String> groups, List<Outcome<Pair>> pairs) {
    public GamesHowell {
        groups = List.copyOf(groups);
        pairs = List.copyOf(pairs);
    }

    /**
     * One pair.
     *
     * @param error √((var_a/n_a + var_b/n_b) / 2)
     * @param t     |difference| / √(var_a/n_a + var_b/n_b)
     */
    public record Pair(PairComparison comparison, double error, double t) {}

    /** Undefined for fewer than two groups with answers. */
    public static Outcome<GamesHowell> of(Samples samples, double confidence) {
        Interval.requireConfidence(confidence);
        Samples groups = samples.used();
        if (groups.size() < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_CATEGORIES, "a comparison needs two groups with answers: %d", groups.size());
        }
        List<Outcome<Pair>> pairs = new ArrayList<>();
        for (int a = 0; a < groups.size(); a++) {
            for (int b = a + 1; b < groups.size(); b++) {
                pairs.add(pair(groups, a, b, confidence));
            }
        }
        return Outcome.of(new GamesHowell(groups.n(), groups.excluded(), groups.names(), pairs));
    }

    private static Outcome<Pair> pair(Samples groups, int a, int b, double confidence) {
        double[] x = groups.group(a);
        double[] y = groups.group(b);
        if (x.length < 2 || y.length < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS, "a comparison needs two answers a group: %d, %d", x.length, y.length);
        }
        return TwoSamples.welch(y, x, 0, confidence).map(welch -> {
            StudentizedRange range = new StudentizedRange(groups.size(), welch.degreesOfFreedom());
            double sum = Moments.variance(x) / x.length + Moments.variance(y) / y.length;
            double error = Math.sqrt(sum / 2);
            double difference = Moments.mean(y) - Moments.mean(x);
            double half = range.inverseSurvival(1 - confidence) * error;
            double t = Math.abs(welch.t());
            Interval interval = new Interval(difference, difference - half, difference + half, confidence);
            double p = range.survival(t * Math.sqrt(2));
            return new Pair(new PairComparison(a, b, interval, welch.degreesOfFreedom(), p), error, t);
        });
    }
}
