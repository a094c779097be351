package io.earshot.statistics.correlation;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Complete;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * Spearman's rank correlation: how near two variables are to rising together, whatever the curve.
 *
 * <p>rho = Pearson's correlation of the ranks, ties sharing the middle one; from -1 to 1. S = (n³ - n)(1 - rho) / 6, which
 * is the sum of squared differences of ranks if there are no ties. R: {@code cor.test(method = "spearman")}.
 *
 * @param n        pairs
 * @param excluded rows that lack one or both
 * @param p        two-sided, by t on n - 2 degrees of freedom; R's {@code exact = FALSE}
 * @param exactP   two-sided, over all orders; for up to nine pairs without ties, as R
 * @see <a href="https://doi.org/10.2307/1412159">Spearman (1904), American Journal of Psychology 15, 72-101</a>
 */
public record Spearman(long n, long excluded, double rho, double s, double p, Outcome<Double> exactP) {
    private static final int EXACT = 9;

    /**
     * The correlation of the rows that have both values; undefined for fewer than three, or if one variable is constant.
     *
     * @param x one value per row, NaN where missing
     * @throws IllegalArgumentException if lengths differ
     */
    public static Outcome<Spearman> of(double[] x, double[] y) {
        double[][] pairs = Complete.columns(x, y);
        return Pairs.checked(ranked(pairs[0], pairs[1]), 3).map(ranks -> {
            double rho = ranks.correlation(0, 1);
            double n = ranks.n();
            double s = (n * n * n - n) * (1 - rho) / 6;
            double p = Pearson.p(Pearson.t(rho, n - 2), n - 2);
            return new Spearman(ranks.n(), x.length - ranks.n(), rho, s, p, exact(pairs, s));
        });
    }

    /** Co-moments of the ranks of values without missing ones. */
    static CoMoments ranked(double[] x, double[] y) {
        return Pairs.moments(ranks(x), ranks(y));
    }

    /** Ranks from 1, ties sharing the middle one. */
    static double[] ranks(double... values) {
        // Adding 0 makes -0 and 0 the same value.
        return values.length == 0
                ? values
                : new NaturalRanking()
                        .apply(Arrays.stream(values).map(value -> value + 0.0).toArray());
    }

    private static Outcome<Double> exact(double[][] pairs, double s) {
        int n = pairs[0].length;
        if (n > EXACT || Ties.of(pairs[0]).any() || Ties.of(pairs[1]).any()) {
            return Outcome.undefined(
                    Reason.NO_EXACT_TEST, "an exact p is for up to %d pairs without ties: %d", EXACT, n);
        }
        long observed = Math.round(s);
        double[] orders = ordersBySum(n);
        double all = Arrays.stream(orders).sum();
        double low = 0;
        double high = 0;
        for (int sum = 0; sum < orders.length; sum++) {
            low += sum <= observed ? orders[sum] : 0;
            high += sum >= observed ? orders[sum] : 0;
        }
        return Outcome.of(Math.min(1, 2 * Math.min(low, high) / all));
    }

    /** How many orders of 1..n have each sum of squared differences from 1..n, counted over sets of places taken. */
    private static double[] ordersBySum(int n) {
        int sums = (n * n * n - n) / 3 + 1;
        double[][] bySet = new double[1 << n][sums];
        bySet[0][0] = 1;
        for (int set = 0; set < bySet.length - 1; set++) {
            int next = Integer.bitCount(set);
            for (int place = 0; place < n; place++) {
                if ((set & 1 << place) == 0) {
                    int step = (next - place) * (next - place);
                    double[] to = bySet[set | 1 << place];
                    for (int sum = 0; sum + step < sums; sum++) {
                        to[sum + step] += bySet[set][sum];
                    }
                }
            }
        }
        return bySet[bySet.length - 1];
    }
}
