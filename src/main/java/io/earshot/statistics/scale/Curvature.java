package io.earshot.statistics.scale;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Second derivatives of a sum over the smallest eigenvalues of a matrix that depends on the uniquenesses.
 *
 * <p>Both fits of factors are such sums, and both curvatures are Σ over pairs of eigenvectors m, n of a factor of their
 * eigenvalues × ω_im ω_in ω_jm ω_jn; the factor is all that differs.
 */
final class Curvature {
    private Curvature() {}

    /** A pair of eigenvalues' factor; the first belongs to the sum, the second may be the same, another of it, or none. */
    interface Factor {
        double of(double value, double other, boolean otherInSum);
    }

    /** @param factors how many of the largest eigenvalues are left out of the sum */
    static RealMatrix of(Eigen eigen, int factors, Factor factor) {
        int size = eigen.values().length;
        RealMatrix vectors = eigen.vectors();
        RealMatrix curvature = MatrixUtils.createRealMatrix(size, size);
        for (int m = factors; m < size; m++) {
            for (int n = 0; n < size; n++) {
                double share = factor.of(eigen.values()[m], eigen.values()[n], n >= factors);
                for (int i = 0; i < size; i++) {
                    double left = share * vectors.getEntry(i, m) * vectors.getEntry(i, n);
                    for (int j = i; j < size; j++) {
                        curvature.addToEntry(i, j, left * vectors.getEntry(j, m) * vectors.getEntry(j, n));
                    }
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                curvature.setEntry(i, j, curvature.getEntry(j, i));
            }
        }
        return curvature;
    }
}
