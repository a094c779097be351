package io.earshot.statistics.rank;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.distribution.Root;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Mann, Whitney and Wilcoxon's rank sum comparison of two independent groups. R: {@code wilcox.test(x, y)}.
 *
 * @param excluded answers left out because they are missing
 * @param w               rank sum of the first group less its smallest possible value: pairs in which the first is larger,
 *     half the ties
 * @param p               two-sided by the normal distribution, corrected for ties, without continuity correction
 * @param correctedP      the same with continuity correction
 * @param exactP          by the exact distribution of the ranks, ties included; undefined for more than 200 answers
 * @param rankBiserial    2 w / (n_1 n_2) - 1, from -1 to 1
 * @param superiority     probability that an answer of the first group is the larger one, in [0, 1]
 * @param shift           Hodges and Lehmann's difference: the median of all differences without ties, as R finds it with
 *     them; its interval is exact, and undefined with ties or 50 answers in a group
 */
public record MannWhitney(
        int firstN,
        int secondN,
        int excluded,
        double w,
        boolean ties,
        double p,
        double correctedP,
        Outcome<Double> exactP,
        double rankBiserial,
        double superiority,
        double shift,
        Outcome<Interval> shiftInterval) {
    private static final int EXACT = 200;
    private static final int EXACT_INTERVAL = 50;

    // R's own; where ties make the rank statistic a staircase the digits depend on it.
    private static final double SHIFT_TOLERANCE = 1e-4;

    /** Undefined if a group has no answers, or all answers are the same. */
    public static Outcome<MannWhitney> of(double[] first, double[] second, double confidence) {
        Interval.requireConfidence(confidence);
        double[] x = Complete.values(first);
        double[] y = Complete.values(second);
        if (x.length == 0 || y.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "a group has no answers: %d, %d", x.length, y.length);
        }
        double pairs = (double) x.length * y.length;
        Ranks ranks =
                Ranks.of(DoubleStream.concat(Arrays.stream(x), Arrays.stream(y)).toArray());
        double sum = Arrays.stream(ranks.ranks(), 0, x.length).sum();
        double w = sum - x.length * (x.length + 1.0) / 2;
        double sigma = sigma(ranks, x.length, y.length);
        if (!(sigma > 0)) {
            return Outcome.undefined(Reason.NO_VARIATION, "all answers are the same");
        }
        boolean ties = ranks.ties() > 0;
        double far = Math.abs(w - pairs / 2);
        return Outcome.of(new MannWhitney(
                x.length,
                y.length,
                first.length - x.length + (second.length - y.length),
                w,
                ties,
                Normal.twoSided(far / sigma),
                Math.min(1, 2 * Normal.upper((far - (far == 0 ? 0 : 0.5)) / sigma)),
                exact(ranks, sum, x.length),
                2 * w / pairs - 1,
                w / pairs,
                ties ? shift(x, y) : median(differences(x, y)),
                interval(x, y, ties, ranks, confidence)));
    }

    private static double sigma(Ranks ranks, double n1, double n2) {
        double n = n1 + n2;
        return Math.sqrt(n1 * n2 / 12 * (n + 1 - ranks.ties() / (n * (n - 1))));
    }

    private static Outcome<Double> exact(Ranks ranks, double sum, int size) {
        int n = ranks.ranks().length;
        if (n > EXACT) {
            return Outcome.undefined(Reason.TOO_MANY_ANSWERS, "an exact p is given for up to %d answers: %d", EXACT, n);
        }
        RankSums sums = RankSums.ofChoices(ranks.ranks(), size);
        return Outcome.of(ranks.ties() > 0 ? sums.asFar(sum) : sums.twiceTail(sum));
    }

    private static Outcome<Interval> interval(double[] x, double[] y, boolean ties, Ranks ranks, double confidence) {
        if (ties || x.length >= EXACT_INTERVAL || y.length >= EXACT_INTERVAL) {
            return Outcome.undefined(
                    Reason.TOO_MANY_ANSWERS,
                    "an exact interval needs groups below 50 without ties: %d, %d",
                    x.length,
                    y.length);
        }
        double[] differences = differences(x, y);
        double smallest = x.length * (x.length + 1.0) / 2;
        RankSums sums = RankSums.ofChoices(ranks.ranks(), x.length);
        int at = (int) Math.max(1, sums.quantile((1 - confidence) / 2) - smallest);
        int other = differences.length - at;
        return Outcome.of(new Interval(median(differences), differences[at - 1], differences[other], confidence));
    }

    /** Where the rank statistic of the first group, moved, meets its expectation. */
    private static double shift(double[] x, double[] y) {
        double lowest =
                Arrays.stream(x).min().orElseThrow() - Arrays.stream(y).max().orElseThrow();
        double highest =
                Arrays.stream(x).max().orElseThrow() - Arrays.stream(y).min().orElseThrow();
        return Root.to(SHIFT_TOLERANCE, move -> moved(x, y, move), lowest, highest);
    }

    private static double moved(double[] x, double[] y, double move) {
        Ranks ranks = Ranks.of(DoubleStream.concat(Arrays.stream(x).map(value -> value - move), Arrays.stream(y))
                .toArray());
        double sum = Arrays.stream(ranks.ranks(), 0, x.length).sum();
        double n1 = x.length;
        double n2 = y.length;
        double sigma = sigma(ranks, n1, n2);
        double difference = sum - n1 * (n1 + 1) / 2 - n1 * n2 / 2;
        return sigma > 0 ? difference / sigma : 0;
    }

    private static double[] differences(double[] x, double[] y) {
        return IntStream.range(0, x.length)
                .mapToObj(i -> Arrays.stream(y).map(value -> x[i] - value))
                .flatMapToDouble(stream -> stream)
                .sorted()
                .toArray();
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
