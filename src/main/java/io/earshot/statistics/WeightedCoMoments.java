package io.earshot.statistics;

import java.util.Arrays;

/**
 * Weighted means, variances and covariances of several variables over the rows that have all of them; parts merge to what
 * the whole gives up to rounding (1e-13 of the value). R: {@code cov.wt(x, w, cor = TRUE)}.
 *
 * @see <a href="https://doi.org/10.1145/359146.359153">West (1979), Communications of the ACM 22, 532-535</a>
 */
public final class WeightedCoMoments {
    private final long n;
    private final long excluded;
    private final double weight;
    private final double weightSquares;
    private final double[] means;
    private final double[][] products;

    private WeightedCoMoments(
            long n, long excluded, double weight, double weightSquares, double[] means, double[][] products) {
        this.n = n;
        this.excluded = excluded;
        this.weight = weight;
        this.weightSquares = weightSquares;
        this.means = means;
        this.products = products;
    }

    /**
     * @param rows    one array per row, NaN where missing
     * @param weights one a row, finite and at least 0
     * @throws IllegalArgumentException if there are not as many weights as rows, or a weight is not such
     */
    public static WeightedCoMoments of(double[][] rows, double[] weights) {
        if (rows.length != weights.length) {
            throw new IllegalArgumentException(
                    "rows and weights must be equally many: %d, %d".formatted(rows.length, weights.length));
        }
        for (double one : weights) {
            if (!(one >= 0 && one < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weights must be finite and at least 0: " + one);
            }
        }
        int variables = rows.length == 0 ? 0 : rows[0].length;
        return Chunks.merged(
                rows.length, (from, size) -> of(rows, weights, variables, from, size), WeightedCoMoments::merge);
    }

    private static WeightedCoMoments of(double[][] rows, double[] weights, int variables, int from, int size) {
        int[] used = new int[size];
        int n = 0;
        double weight = 0;
        double squares = 0;
        for (int row = from; row < from + size; row++) {
            if (Arrays.stream(rows[row]).noneMatch(Double::isNaN)) {
                used[n++] = row;
                weight += weights[row];
                squares += weights[row] * weights[row];
            }
        }
        double[] means = new double[variables];
        double[][] products = new double[variables][variables];
        if (weight > 0) {
            for (int j = 0; j < variables; j++) {
                // From the first row, so that large numbers close to each other cost no digits.
                double origin = rows[used[0]][j];
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += weights[used[i]] * (rows[used[i]][j] - origin);
                }
                means[j] = origin + sum / weight;
            }
            for (int i = 0; i < n; i++) {
                double[] row = rows[used[i]];
                for (int j = 0; j < variables; j++) {
                    double deviation = weights[used[i]] * (row[j] - means[j]);
                    for (int k = j; k < variables; k++) {
                        products[j][k] += deviation * (row[k] - means[k]);
                    }
                }
            }
        }
        return new WeightedCoMoments(n, size - n, weight, squares, means, products);
    }

    /**
     * What the rows of both give.
     *
     * @throws IllegalArgumentException if the number of variables differs
     */
    public WeightedCoMoments merge(WeightedCoMoments other) {
        double sum = weight + other.weight;
        if (weight == 0 || other.weight == 0) {
            WeightedCoMoments some = weight == 0 ? other : this;
            return new WeightedCoMoments(
                    n + other.n, excluded + other.excluded, sum, some.weightSquares, some.means, some.products);
        }
        if (means.length != other.means.length) {
            throw new IllegalArgumentException("variables must be %d: %d".formatted(means.length, other.means.length));
        }
        double[] merged = new double[means.length];
        double[][] sums = new double[means.length][means.length];
        for (int j = 0; j < merged.length; j++) {
            double gap = other.means[j] - means[j];
            merged[j] = means[j] + gap * (other.weight / sum);
            for (int k = j; k < merged.length; k++) {
                sums[j][k] = products[j][k]
                        + other.products[j][k]
                        + gap * (other.means[k] - means[k]) * (weight * (other.weight / sum));
            }
        }
        return new WeightedCoMoments(
                n + other.n, excluded + other.excluded, sum, weightSquares + other.weightSquares, merged, sums);
    }

    /** Complete rows, those of weight 0 included. */
    public long n() {
        return n;
    }

    /** Rows that lack a value. */
    public long excluded() {
        return excluded;
    }

    /** Σw of the complete rows. */
    public double weight() {
        return weight;
    }

    /** Kish's (Σw)² / Σw²; 0 without weight. */
    public double nEffective() {
        return weight > 0 ? weight * weight / weightSquares : 0;
    }

    /**
     * The same as moments of as many rows as are as precise without weights, rounded: correlations as here, covariances as
     * R's {@code svyvar} gives them. What is made of them as a description (alpha, loadings) is the weighted one; a test on
     * them is at the effective base, which is an approximation.
     */
    public CoMoments atEffectiveBase() {
        long rows = Math.round(nEffective());
        double scale = n < 2 || weight == 0 ? 0 : (rows - 1.0) / weight * n / (n - 1.0);
        double[][] scaled = new double[means.length][means.length];
        for (int j = 0; j < scaled.length; j++) {
            for (int k = j; k < scaled.length; k++) {
                scaled[j][k] = products[j][k] * scale;
            }
        }
        return new CoMoments(rows + excluded, rows, means, new double[means.length], scaled);
    }

    public Outcome<Double> mean(int variable) {
        return weight > 0 ? Outcome.of(means[variable]) : noWeight();
    }

    /** Σw (x - mean)(y - mean) / Σw: the same for rows doubled as for weights doubled. R: {@code cov.wt(method = "ML")}. */
    public Outcome<Double> populationCovariance(int one, int other) {
        return weight > 0 ? Outcome.of(product(one, other) / weight) : noWeight();
    }

    /** Σw (x - mean)(y - mean) / (Σw - Σw² / Σw): with n - 1 if all weights are 1. R: {@code cov.wt(x, w)$cov}. */
    public Outcome<Double> covariance(int one, int other) {
        double freedom = weight > 0 ? weight - weightSquares / weight : 0;
        return freedom > 0
                ? Outcome.of(product(one, other) / freedom)
                : Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a covariance needs two weighted rows: %d", n);
    }

    /** From -1 to 1; undefined if one of both does not vary. */
    public Outcome<Double> correlation(int one, int other) {
        double squares = product(one, one) * product(other, other);
        return squares > 0
                ? Outcome.of(Math.max(-1, Math.min(1, product(one, other) / Math.sqrt(squares))))
                : Outcome.undefined(Reason.NO_VARIATION, "variable %d or %d does not vary", one + 1, other + 1);
    }

    private double product(int one, int other) {
        return products[Math.min(one, other)][Math.max(one, other)];
    }

    private Outcome<Double> noWeight() {
        return Outcome.undefined(Reason.NO_WEIGHT, "the %d weights add up to 0", n);
    }
}
