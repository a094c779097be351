package io.earshot.statistics.rank;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Wilcoxon's signed rank comparison of paired answers, pairs without difference left out.
 * R: {@code wilcox.test(x, y, paired = TRUE)}; {@code binom.test} for the signs.
 *
 * @param pairs        respondents that gave both answers
 * @param excluded    pairs left out because one answer is missing
 * @param different    those whose answers differ
 * @param v            sum of the ranks of positive differences
 * @param p            two-sided by the normal distribution, corrected for ties, without continuity correction
 * @param correctedP   the same with continuity correction
 * @param exactP       by the exact distribution of the ranks, ties included; undefined for more than 200 differences
 * @param rankBiserial 2 v / (n (n + 1) / 2) - 1, from -1 to 1
 * @param signP        two-sided p of the sign test
 */
public record SignedRank(
        int pairs,
        int excluded,
        int different,
        double v,
        boolean ties,
        double p,
        double correctedP,
        Outcome<Double> exactP,
        double rankBiserial,
        double signP) {
    private static final int EXACT = 200;

    /** First minus second answer; undefined if no pair differs. */
    public static Outcome<SignedRank> of(double[] first, double[] second) {
        double[][] complete = Complete.columns(first, second);
        double[] differences = IntStream.range(0, complete[0].length)
                .mapToDouble(i -> complete[0][i] - complete[1][i])
                .filter(difference -> difference != 0)
                .toArray();
        int n = differences.length;
        if (n == 0) {
            return Outcome.undefined(Reason.NO_VARIATION, "no pair of answers differs");
        }
        Ranks ranks = Ranks.of(Arrays.stream(differences).map(Math::abs).toArray());
        double v = IntStream.range(0, n)
                .filter(i -> differences[i] > 0)
                .mapToDouble(i -> ranks.ranks()[i])
                .sum();
        int positive = (int)
                Arrays.stream(differences).filter(difference -> difference > 0).count();
        double sigma = Math.sqrt(n * (n + 1.0) * (2.0 * n + 1) / 24 - ranks.ties() / 48);
        double far = Math.abs(v - n * (n + 1.0) / 4);
        return Outcome.of(new SignedRank(
                complete[0].length,
                first.length - complete[0].length,
                n,
                v,
                ranks.ties() > 0,
                Normal.twoSided(far / sigma),
                Math.min(1, 2 * Normal.upper((far - (far == 0 ? 0 : 0.5)) / sigma)),
                exact(ranks, v),
                2 * v / (n * (n + 1.0) / 2) - 1,
                signs(n, positive)));
    }

    /** Both tails are alike at one half, which keeps the digits that a comparison of probabilities loses. */
    private static double signs(int n, int positive) {
        return Math.min(1, 2 * BinomialDistribution.of(n, 0.5).cumulativeProbability(Math.min(positive, n - positive)));
    }

    private static Outcome<Double> exact(Ranks ranks, double v) {
        int n = ranks.ranks().length;
        return n > EXACT
                ? Outcome.undefined(
                        Reason.TOO_MANY_ANSWERS, "an exact p is given for up to %d differences: %d", EXACT, n)
                : Outcome.of(RankSums.ofSigns(ranks.ranks()).twiceTail(v));
    }
}
