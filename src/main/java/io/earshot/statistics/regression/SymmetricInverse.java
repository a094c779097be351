package io.earshot.statistics.regression;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;

/**
 * The inverse of a symmetric, positive definite matrix, by Cholesky's triangle of the matrix scaled to a diagonal of ones.
 *
 * @param matrix         the inverse
 * @param logDeterminant of the matrix that was inverted
 */
public record SymmetricInverse(double[][] matrix, double logDeterminant) {
    private static final double TOLERANCE = 1e-14;

    /** Undefined if the matrix is not positive definite, or singular but for a share of 1e-14 of a diagonal element. */
    public static Outcome<SymmetricInverse> of(double[][] matrix) {
        int size = matrix.length;
        double[] scale = new double[size];
        for (int i = 0; i < size; i++) {
            if (!(matrix[i][i] > 0) || Double.isInfinite(matrix[i][i])) {
                return singular(i);
            }
            scale[i] = Math.sqrt(matrix[i][i]);
        }
        double[][] root = new double[size][size];
        double logDeterminant = 0;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j] / scale[i] / scale[j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                if (i > j) {
                    root[i][j] = rest / root[j][j];
                } else if (rest > TOLERANCE) {
                    root[i][i] = Math.sqrt(rest);
                    logDeterminant += 2 * Math.log(root[i][i] * scale[i]);
                } else {
                    return singular(i);
                }
            }
        }
        return Outcome.of(new SymmetricInverse(product(inverse(root), scale), logDeterminant));
    }

    private static <T> Outcome<T> singular(int place) {
        return Outcome.undefined(Reason.SINGULAR, "parameter %d can't be told apart from those before it", place + 1);
    }

    private static double[][] inverse(double[][] root) {
        int size = root.length;
        double[][] inverse = new double[size][size];
        for (int j = 0; j < size; j++) {
            inverse[j][j] = 1 / root[j][j];
            for (int i = j + 1; i < size; i++) {
                double sum = 0;
                for (int k = j; k < i; k++) {
                    sum += root[i][k] * inverse[k][j];
                }
                inverse[i][j] = -sum / root[i][i];
            }
        }
        return inverse;
    }

    private static double[][] product(double[][] half, double[] scale) {
        int size = half.length;
        double[][] product = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                for (int k = Math.max(i, j); k < size; k++) {
                    product[i][j] += half[k][i] * half[k][j];
                }
                product[i][j] /= scale[i] * scale[j];
            }
        }
        return product;
    }

    /** The inverse times a vector. */
    public double[] times(double[] vector) {
        double[] product = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                product[i] += matrix[i][j] * vector[j];
            }
        }
        return product;
    }

    /** a' inverse a. */
    double quadratic(double[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                sum += vector[i] * matrix[i][j] * vector[j];
            }
        }
        return sum;
    }
}
