package io.earshot.statistics.group;

import io.earshot.statistics.Adjustment;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * t tests of all pairs of groups with adjusted p-values. R: {@code pairwise.t.test(y, g, p.adjust.method, pool.sd)}.
 *
 * @param n        answers of all groups
 * @param excluded rows left out because they lack a value or a group
 * @param groups that have answers, in order
 * @param p      per group from the second on, per earlier group, the adjusted two-sided p
 */
public record PairwiseT(long n, long excluded, List<String> groups, List<List<Outcome<Double>>> p) {
    public PairwiseT {
        groups = List.copyOf(groups);
        p = p.stream().map(List::copyOf).toList();
    }

    /**
     * The tests of all pairs.
     *
     * @param pooled true for one standard deviation of all groups, which then need two answers each
     */
    public static PairwiseT of(Samples samples, Adjustment adjustment, boolean pooled) {
        Samples groups = samples.used();
        List<Outcome<Double>> tests = new ArrayList<>();
        for (int a = 0; a < groups.size(); a++) {
            for (int b = a + 1; b < groups.size(); b++) {
                tests.add(pooled ? pooled(groups, a, b) : welch(groups.group(a), groups.group(b)));
            }
        }
        double[] adjusted = adjustment.of(tests.stream()
                .mapToDouble(test -> test.toOptional().orElse(Double.NaN))
                .toArray());
        List<List<Outcome<Double>>> p = new ArrayList<>();
        IntStream.range(1, groups.size()).forEach(unused -> p.add(new ArrayList<>()));
        int at = 0;
        for (int a = 0; a < groups.size(); a++) {
            for (int b = a + 1; b < groups.size(); b++, at++) {
                double value = adjusted[at];
                p.get(b - 1).add(tests.get(at).map(unused -> value));
            }
        }
        return new PairwiseT(groups.n(), groups.excluded(), groups.names(), p);
    }

    private static Outcome<Double> pooled(Samples groups, int a, int b) {
        double squares = 0;
        double degrees = 0;
        for (int group = 0; group < groups.size(); group++) {
            if (groups.n(group) < 2) {
                return Outcome.undefined(
                        Reason.TOO_FEW_ANSWERS,
                        "group %s has one answer, so there is no pooled deviation",
                        groups.names().get(group));
            }
            squares += Moments.variance(groups.group(group)) * (groups.n(group) - 1);
            degrees += groups.n(group) - 1;
        }
        double error = Math.sqrt(squares / degrees) * Math.sqrt(1.0 / groups.n(a) + 1.0 / groups.n(b));
        double difference = Moments.mean(groups.group(b)) - Moments.mean(groups.group(a));
        // Groups that don't vary but differ: as sure as the analysis of variance, whose F is infinite.
        return error > 0 || difference != 0
                ? Outcome.of(2 * TDistribution.of(degrees).survivalProbability(Math.abs(difference / error)))
                : Outcome.undefined(Reason.NO_VARIATION, "no group varies, nor do the two differ");
    }

    private static Outcome<Double> welch(double[] x, double[] y) {
        return x.length < 2 || y.length < 2
                ? Outcome.undefined(
                        Reason.TOO_FEW_ANSWERS, "a t test needs two answers a group: %d, %d", x.length, y.length)
                : TwoSamples.welch(x, y, 0, 0.95).map(Student::p);
    }
}
