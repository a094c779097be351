package io.earshot.statistics.correlation;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import org.apache.commons.math3.stat.correlation.KendallsCorrelation;

/**
 * Kendall's tau-b: by how much more often two respondents stand in the same order on both variables than in opposite ones.
 *
 * <p>tau = S / √((n₀ - n₁)(n₀ - n₂)) with S concordant less discordant pairs, n₀ = n(n - 1)/2 and n₁, n₂ pairs tied on x,
 * y; from -1 to 1. z = S / sd(S) with the variance corrected for ties. R: {@code cor.test(method = "kendall")}.
 *
 * @param n          pairs of values
 * @param excluded   rows that lack one or both
 * @param s          concordant less discordant pairs of respondents
 * @param z          without continuity correction
 * @param p          two-sided, from z; R's {@code exact = FALSE}
 * @param correctedP two-sided, |S| less 1; R's {@code exact = FALSE, continuity = TRUE}
 * @param exactP     two-sided, over all orders; for fewer than 50 pairs without ties, as R
 * @see <a href="https://doi.org/10.1093/biomet/33.3.239">Kendall (1945), Biometrika 33, 239-251</a>
 */
public record Kendall(
        long n, long excluded, double tau, double s, double z, double p, double correctedP, Outcome<Double> exactP) {
    private static final int EXACT_BELOW = 50;

    /**
     * The correlation of the rows that have both values; undefined for fewer than three, or if one variable is constant.
     *
     * @param x one value per row, NaN where missing
     * @throws IllegalArgumentException if lengths differ
     */
    public static Outcome<Kendall> of(double[] x, double[] y) {
        double[][] pairs = Complete.columns(x, y);
        int n = pairs[0].length;
        if (n < 3) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a correlation needs 3 pairs: %d", n);
        }
        return tau(pairs[0], pairs[1]).map(tau -> {
            Ties xTies = Ties.of(pairs[0]);
            Ties yTies = Ties.of(pairs[1]);
            double all = n * (n - 1.0);
            double s = tau * Math.sqrt((all - xTies.pairs()) / 2) * Math.sqrt((all - yTies.pairs()) / 2);
            double sd = Math.sqrt(variance(n, xTies, yTies));
            double corrected = Math.signum(s) * (Math.abs(s) - 1);
            return new Kendall(
                    n,
                    x.length - n,
                    tau,
                    s,
                    s / sd,
                    Normal.twoSided(s / sd),
                    Normal.twoSided(corrected / sd),
                    exact(n, tau, xTies.any() || yTies.any()));
        });
    }

    /** tau-b of values without missing ones; undefined if one variable is constant. */
    static Outcome<Double> tau(double[] x, double[] y) {
        double tau = x.length < 2 ? Double.NaN : new KendallsCorrelation().correlation(x, y);
        return Double.isNaN(tau)
                ? Outcome.undefined(Reason.NO_VARIATION, "all answers to one variable are the same")
                : Outcome.of(Math.max(-1, Math.min(1, tau)));
    }

    /** Of S if the variables are independent. */
    private static double variance(double n, Ties x, Ties y) {
        return (n * (n - 1) * (2 * n + 5) - x.spread() - y.spread()) / 18
                + x.pairs() * y.pairs() / (2 * n * (n - 1))
                + x.triples() * y.triples() / (9 * n * (n - 1) * (n - 2));
    }

    private static Outcome<Double> exact(int n, double tau, boolean ties) {
        if (n >= EXACT_BELOW || ties) {
            return Outcome.undefined(
                    Reason.NO_EXACT_TEST, "an exact p is for fewer than %d pairs without ties: %d", EXACT_BELOW, n);
        }
        int concordant = (int) Math.round((tau + 1) * n * (n - 1) / 4);
        double[] shares = sharesByInversions(n);
        double low = 0;
        double high = 0;
        for (int pairs = 0; pairs < shares.length; pairs++) {
            low += pairs <= concordant ? shares[pairs] : 0;
            high += pairs >= concordant ? shares[pairs] : 0;
        }
        return Outcome.of(Math.min(1, 2 * Math.min(low, high)));
    }

    /** The share of orders of n things that have each number of inversions, built up thing by thing. */
    private static double[] sharesByInversions(int n) {
        double[] shares = {1};
        for (int things = 2; things <= n; things++) {
            double[] next = new double[shares.length + things - 1];
            for (int inversions = 0; inversions < shares.length; inversions++) {
                for (int more = 0; more < things; more++) {
                    next[inversions + more] += shares[inversions] / things;
                }
            }
            shares = next;
        }
        return shares;
    }
}
