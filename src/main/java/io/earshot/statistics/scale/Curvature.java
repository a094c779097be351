package io.earshot.statistics.scale;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
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
        double[][] vectors = eigen.vectors().transpose().getData();
        double[][] curvature = new double[size][size];
        double[] product = new double[size];
        for (int m = factors; m < size; m++) {
            for (int n = 0; n < size; n++) {
                double share = factor.of(eigen.values()[m], eigen.values()[n], n >= factors);
                for (int i = 0; i < size; i++) {
                    product[i] = vectors[m][i] * vectors[n][i];
                }
                for (int i = 0; i < size; i++) {
                    double left = share * product[i];
                    double[] row = curvature[i];
                    for (int j = i; j < size; j++) {
                        row[j] += left * product[j];
                    }
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                curvature[i][j] = curvature[j][i];
            }
        }
        return new Array2DRowRealMatrix(curvature, false);
    }
}
