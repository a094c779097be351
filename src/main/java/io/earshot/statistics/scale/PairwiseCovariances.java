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

/** Covariances each of the respondents who have both items. R: {@code cov(use = "pairwise")}. */
final class PairwiseCovariances {
    private PairwiseCovariances() {}

    /** Of the items that vary; NaN where fewer than two respondents have both; a single 0 if none varies. */
    static RealMatrix of(double[][] rows) {
        return ofVarying(rows.length == 0 ? 0 : rows[0].length, (i, j) -> covariance(rows, i, j));
    }

    /** The same of columns, in one pass where they are scales of whole scores. */
    static RealMatrix of(List<? extends ScoredColumn> columns) {
        if (PairMoments.canSum(columns)) {
            return ofVarying(columns.size(), PairMoments.of(columns)::covariance);
        }
        return ofVarying(columns.size(), (i, j) -> CoMoments.of(List.of(columns.get(i), columns.get(j)))
                .covariance(0, 1));
    }

    private interface Covariance {
        double of(int one, int other);
    }

    private static RealMatrix ofVarying(int items, Covariance covariance) {
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
    static Outcome<RealMatrix> toCorrelations(RealMatrix covariances) {
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
