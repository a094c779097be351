package io.earshot.statistics.scale;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cohen's kappa: how far two raters agree on categories beyond what chance would give.
 *
 * <p>(p₀ - pₑ) / (1 - pₑ) with the shares of agreement seen and expected, at most 1, 0 by chance; weighted, where near
 * misses count for 1 - (i - j)² / (k - 1)² of the k ordered categories. Variances are Fleiss, Cohen and Everitt's, for
 * large n. R: {@code psych::cohen.kappa}.
 *
 * @param n         things that both raters rated
 * @param excluded  things that lack a rating
 * @param codes     the categories in order; weights depend on it
 * @param agreement share of things rated the same, from 0 to 1
 * @param weighted  with quadratic weights; undefined as kappa
 * @see <a href="https://doi.org/10.1037/h0028106">Fleiss, Cohen, Everitt (1969), Psychological Bulletin 72, 323-327</a>
 */
public record CohensKappa(
        long n,
        long excluded,
        List<String> codes,
        double agreement,
        Outcome<Estimate> kappa,
        Outcome<Estimate> weighted) {

    /**
     * @param variance      of the value; 0 for perfect agreement
     * @param psychVariance what {@code psych::cohen.kappa} (2.2.9) gives; it sums one rater's weights along the wrong
     *     side, so that weighted it differs (in a bootstrap the variance above holds); for comparison with R only
     */
    public record Estimate(double value, double variance, double psychVariance) {}

    public CohensKappa {
        codes = List.copyOf(codes);
    }

    /**
     * The agreement of two raters; undefined if no thing was rated by both.
     *
     * @throws IllegalArgumentException if the columns differ in their number of rows
     */
    public static Outcome<CohensKappa> of(CodedColumn one, CodedColumn other) {
        if (one.rows() != other.rows()) {
            throw new IllegalArgumentException("%s and %s must have equally many rows: %d, %d"
                    .formatted(one.name(), other.name(), one.rows(), other.rows()));
        }
        Set<String> all = new LinkedHashSet<>(one.codes());
        all.addAll(other.codes());
        List<String> codes = new ArrayList<>(all);
        double[][] counts = new double[codes.size()][codes.size()];
        long n = 0;
        for (int row = 0; row < one.rows(); row++) {
            if (!one.isMissing(row) && !other.isMissing(row)) {
                String code = other.codes().get(other.index(row));
                counts[one.index(row)][codes.indexOf(code)]++;
                n++;
            }
        }
        if (n == 0) {
            return Outcome.undefined(
                    Reason.NO_ANSWERS, "nothing was rated in both %s and %s", one.name(), other.name());
        }
        double[][] shares = divided(counts, n);
        double[][] exact = weights(codes.size(), 0);
        double[][] near = weights(codes.size(), 1);
        return Outcome.of(new CohensKappa(
                n, one.rows() - n, codes, seen(shares, exact), estimate(shares, exact, n), estimate(shares, near, n)));
    }

    /** 1 on the diagonal; beside it 0, or less the farther away if near misses count. */
    private static double[][] weights(int k, int nearMisses) {
        double[][] weights = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double miss = (i - j) / Math.max(1, k - 1.0);
                weights[i][j] = i == j ? 1 : nearMisses * (1 - miss * miss);
            }
        }
        return weights;
    }

    /** Fleiss, Cohen and Everitt's general form; with weights of 0 and 1 it is the unweighted kappa's. */
    private static Outcome<Estimate> estimate(double[][] shares, double[][] weights, long n) {
        int k = shares.length;
        double[] rows = Arrays.stream(shares)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
        double[] columns = new double[k];
        for (double[] row : shares) {
            for (int j = 0; j < k; j++) {
                columns[j] += row[j];
            }
        }
        double expected = 0;
        double[] rowWeights = new double[k];
        double[] columnWeights = new double[k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                expected += weights[i][j] * rows[i] * columns[j];
                rowWeights[i] += weights[i][j] * columns[j];
                columnWeights[j] += weights[i][j] * rows[i];
            }
        }
        if (!(expected < 1)) {
            return Outcome.undefined(Reason.NO_VARIATION, "both raters used one category only");
        }
        double[] psychWeights = new double[k];
        Arrays.setAll(psychWeights, j -> rows[j] * Arrays.stream(weights[j]).sum());
        double seen = seen(shares, weights);
        double scale = n * Math.pow(1 - expected, 4);
        return Outcome.of(new Estimate(
                (seen - expected) / (1 - expected),
                spread(shares, weights, rowWeights, columnWeights, seen, expected) / scale,
                spread(shares, weights, rowWeights, psychWeights, seen, expected) / scale));
    }

    private static double spread(
            double[][] shares,
            double[][] weights,
            double[] rowWeights,
            double[] columnWeights,
            double seen,
            double expected) {
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < shares.length; j++) {
                double term = weights[i][j] * (1 - expected) - (rowWeights[i] + columnWeights[j]) * (1 - seen);
                sum += shares[i][j] * term * term;
            }
        }
        double square = seen * expected - 2 * expected + seen;
        return Math.max(0, sum - square * square);
    }

    private static double seen(double[][] shares, double[][] weights) {
        double seen = 0;
        for (int i = 0; i < shares.length; i++) {
            for (int j = 0; j < shares.length; j++) {
                seen += weights[i][j] * shares[i][j];
            }
        }
        return seen;
    }

    private static double[][] divided(double[][] counts, double n) {
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).map(count -> count / n).toArray())
                .toArray(double[][]::new);
    }
}
