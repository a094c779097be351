package io.earshot.statistics.scale;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
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

    /** @param rows one array per respondent, NaN where missing; items point the same way (see {@link Reversal}) */
    public static PairwiseAlpha of(double[][] rows) {
        RealMatrix covariances = covariances(rows);
        return new PairwiseAlpha(
                CronbachAlpha.alpha(covariances), correlations(covariances).flatMap(CronbachAlpha::alpha));
    }

    /** R: {@code cov(use = "pairwise")} of the items that vary; NaN where fewer than two respondents have both. */
    private static RealMatrix covariances(double[][] rows) {
        int[] varying = IntStream.range(0, rows.length == 0 ? 0 : rows[0].length)
                .filter(i -> covariance(rows, i, i) > 0)
                .toArray();
        // Commons Math knows no empty matrix: a single 0 stands for "too few items" as well.
        RealMatrix covariances = MatrixUtils.createRealMatrix(Math.max(1, varying.length), Math.max(1, varying.length));
        for (int i = 0; i < varying.length; i++) {
            for (int j = i; j < varying.length; j++) {
                double covariance = covariance(rows, varying[i], varying[j]);
                covariances.setEntry(i, j, covariance);
                covariances.setEntry(j, i, covariance);
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
