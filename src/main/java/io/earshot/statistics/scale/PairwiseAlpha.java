package io.earshot.statistics.scale;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.PairMoments;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Cronbach's alpha from covariances each of the respondents who have both items, as {@code psych::alpha} does where
 * answers are missing; no one set of people need have it. Items that don't vary are left out.
 *
 * @param alpha        undefined for fewer than two items that vary, or pairs with fewer than two respondents
 * @param standardised of covariances by the roots of both variances
 */
public record PairwiseAlpha(Outcome<Double> alpha, Outcome<Double> standardised) {

    /**
     * Of columns; of millions of respondents in one pass and little memory where all are scales of whole scores.
     *
     * @throws IllegalArgumentException if they differ in their number of rows
     */
    public static PairwiseAlpha of(List<? extends ScoredColumn> items) {
        if (PairMoments.canSum(items)) {
            PairMoments moments = PairMoments.of(items);
            return of(items.size(), moments::covariance);
        }
        return of(items.size(), (i, j) -> CoMoments.of(List.of(items.get(i), items.get(j)))
                .covariance(0, 1));
    }

    /** @param rows one array per respondent, NaN where missing; items point the same way (see {@link Reversal}) */
    public static PairwiseAlpha of(double[][] rows) {
        return of(rows.length == 0 ? 0 : rows[0].length, (i, j) -> covariance(rows, i, j));
    }

    private interface Covariance {
        double of(int one, int other);
    }

    private static PairwiseAlpha of(int items, Covariance covariance) {
        RealMatrix covariances = covariances(items, covariance);
        return new PairwiseAlpha(
                CronbachAlpha.alpha(covariances), correlations(covariances).flatMap(CronbachAlpha::alpha));
    }

    /** R: {@code cov(use = "pairwise")} of the items that vary; NaN where fewer than two respondents have both. */
    private static RealMatrix covariances(int items, Covariance covariance) {
        int[] varying =
                IntStream.range(0, items).filter(i -> covariance.of(i, i) > 0).toArray();
        // Commons Math knows no empty matrix: a single 0 stands for "too few items" as well.
        RealMatrix covariances = MatrixUtils.createRealMatrix(Math.max(1, varying.length), Math.max(1, varying.length));
        for (int i = 0; i < varying.length; i++) {
            for (int j = i; j < varying.length; j++) {
                double entry = covariance.of(varying[i], varying[j]);
                covariances.setEntry(i, j, entry);
                covariances.setEntry(j, i, entry);
            }
        }
        return covariances;
    }

    /** Each covariance by the roots of both variances, which may be of other respondents than the covariance. */
    private static Outcome<RealMatrix> correlations(RealMatrix covariances) {
        RealMatrix correlations = covariances.copy();
        int k = covariances.getRowDimension();
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                double product = covariances.getEntry(i, i) * covariances.getEntry(j, j);
                correlations.setEntry(i, j, i == j ? 1 : covariances.getEntry(i, j) / Math.sqrt(product));
            }
        }
        return k < 2
                ? Outcome.undefined(Reason.TOO_FEW_VARIABLES, "reliability needs two items that vary")
                : Outcome.of(correlations);
    }

    private static double covariance(double[][] rows, int one, int other) {
        double[][] both = Arrays.stream(rows)
                .map(row -> new double[] {row[one], row[other]})
                .toArray(double[][]::new);
        return CoMoments.of(both).covariance(0, 1);
    }
}
