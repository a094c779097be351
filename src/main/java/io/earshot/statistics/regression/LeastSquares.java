package io.earshot.statistics.regression;

import java.util.Arrays;

/**
 * Least squares by Householder's reflections, the way R's {@code lm} does: a column that the columns before it explain
 * but for a share {@code tolerance} of its length is left out.
 */
public final class LeastSquares {
    private final int[] kept;
    private final double[] coefficients;
    private final double[] residuals;
    private final double[][] inverseRoot;

    private LeastSquares(int[] kept, double[] coefficients, double[] residuals, double[][] inverseRoot) {
        this.kept = kept;
        this.coefficients = coefficients;
        this.residuals = residuals;
        this.inverseRoot = inverseRoot;
    }

    /**
     * @param columns   one array per column; not changed
     * @param outcome   as long as each column
     * @param tolerance share of a column's length, in (0, 1); R's {@code lm} takes 1e-7
     */
    public static LeastSquares of(double[][] columns, double[] outcome, double tolerance) {
        int rows = outcome.length;
        double[][] root = new double[columns.length][];
        double[][] reflectors = new double[columns.length][];
        int[] kept = new int[columns.length];
        double[] y = outcome.clone();
        int rank = 0;
        for (int j = 0; j < columns.length && rank < rows; j++) {
            double[] column = columns[j].clone();
            double length = norm(column, 0);
            for (int k = 0; k < rank; k++) {
                reflect(reflectors[k], column, k);
            }
            double rest = norm(column, rank);
            if (!(rest > tolerance * length)) {
                continue;
            }
            double diagonal = column[rank] > 0 ? -rest : rest;
            double[] reflector = Arrays.copyOfRange(column, rank, rows);
            reflector[0] -= diagonal;
            // reflector'reflector / 2, in a form without cancellation
            double scale = Math.sqrt(rest * (rest + Math.abs(column[rank])));
            for (int i = 0; i < reflector.length; i++) {
                reflector[i] /= scale;
            }
            root[rank] = Arrays.copyOf(column, rank + 1);
            root[rank][rank] = diagonal;
            reflectors[rank] = reflector;
            reflect(reflector, y, rank);
            kept[rank++] = j;
        }
        double[][] inverse = inverse(root, rank);
        double[] coefficients = new double[rank];
        for (int i = 0; i < rank; i++) {
            for (int j = i; j < rank; j++) {
                coefficients[i] += inverse[i][j] * y[j];
            }
        }
        Arrays.fill(y, 0, rank, 0);
        for (int k = rank - 1; k >= 0; k--) {
            reflect(reflectors[k], y, k);
        }
        return new LeastSquares(Arrays.copyOf(kept, rank), coefficients, y, inverse);
    }

    private static void reflect(double[] reflector, double[] column, int from) {
        double product = 0;
        for (int i = 0; i < reflector.length; i++) {
            product += reflector[i] * column[from + i];
        }
        for (int i = 0; i < reflector.length; i++) {
            column[from + i] -= product * reflector[i];
        }
    }

    private static double norm(double[] values, int from) {
        double largest = 0;
        for (int i = from; i < values.length; i++) {
            largest = Math.max(largest, Math.abs(values[i]));
        }
        if (largest == 0) {
            return 0;
        }
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            double share = values[i] / largest;
            sum += share * share;
        }
        return largest * Math.sqrt(sum);
    }

    /** The inverse of the triangle, row by row; {@code root[j]} is its column j down to the diagonal. */
    private static double[][] inverse(double[][] root, int rank) {
        double[][] inverse = new double[rank][rank];
        for (int j = 0; j < rank; j++) {
            inverse[j][j] = 1 / root[j][j];
            for (int i = j - 1; i >= 0; i--) {
                double sum = 0;
                for (int k = i + 1; k <= j; k++) {
                    sum += root[k][i] * inverse[k][j];
                }
                inverse[i][j] = -sum / root[i][i];
            }
        }
        return inverse;
    }

    /** How many columns were not left out. */
    public int rank() {
        return kept.length;
    }

    /** The places of the columns that were not left out, in order. */
    public int[] kept() {
        return kept.clone();
    }

    /** One for each kept column. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** What the kept columns leave unexplained, row by row. */
    public double[] residuals() {
        return residuals.clone();
    }

    public double residualSumOfSquares() {
        return Arrays.stream(residuals).map(one -> one * one).sum();
    }

    /** (X'X)⁻¹ of the kept columns. */
    public double[][] unscaledCovariance() {
        int rank = rank();
        double[][] covariance = new double[rank][rank];
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < rank; j++) {
                for (int k = Math.max(i, j); k < rank; k++) {
                    covariance[i][j] += inverseRoot[i][k] * inverseRoot[j][k];
                }
            }
        }
        return covariance;
    }

    /** x'(X'X)⁻¹x: how strongly a row of kept columns draws its own fitted value, in [0, 1] for a row of X. */
    double leverage(double[] row) {
        double leverage = 0;
        for (int k = 0; k < row.length; k++) {
            double sum = 0;
            for (int i = 0; i <= k; i++) {
                sum += row[i] * inverseRoot[i][k];
            }
            leverage += sum * sum;
        }
        return leverage;
    }
}
