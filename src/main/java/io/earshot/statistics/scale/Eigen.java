package io.earshot.statistics.scale;

import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Eigenvalues of a symmetric matrix, falling, with their vectors of length 1. R: {@code eigen(symmetric = TRUE)}.
 *
 * @param vectors one column per value
 */
record Eigen(double[] values, RealMatrix vectors) {
    static Eigen of(RealMatrix symmetric) {
        EigenDecomposition decomposition = new EigenDecomposition(symmetric);
        double[] found = decomposition.getRealEigenvalues();
        int[] order = IntStream.range(0, found.length)
                .boxed()
                .sorted((a, b) -> Double.compare(found[b], found[a]))
                .mapToInt(i -> i)
                .toArray();
        int[] all = IntStream.range(0, found.length).toArray();
        return new Eigen(
                IntStream.of(order).mapToDouble(i -> found[i]).toArray(),
                decomposition.getV().getSubMatrix(all, order));
    }

    /** The first vectors, each times the root of its value less {@code base}; 0 where that is negative. */
    RealMatrix loadings(int count, double base) {
        RealMatrix loadings = MatrixUtils.createRealMatrix(values.length, count);
        for (int j = 0; j < count; j++) {
            double length = Math.sqrt(Math.max(0, values[j] - base));
            for (int i = 0; i < values.length; i++) {
                loadings.setEntry(i, j, vectors.getEntry(i, j) * length);
            }
        }
        return loadings;
    }

    /** The diagonal of the pseudo-inverse; values up to 1.5e-8 of the largest count as 0, as psych::Pinv. */
    double[] inverseDiagonal() {
        double least = Math.sqrt(Math.ulp(1.0)) * values[0];
        return IntStream.range(0, values.length)
                .mapToDouble(i -> IntStream.range(0, values.length)
                        .filter(m -> values[m] > least)
                        .mapToDouble(m -> vectors.getEntry(i, m) * vectors.getEntry(i, m) / values[m])
                        .sum())
                .toArray();
    }
}
