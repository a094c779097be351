package io.earshot.statistics.correlation;

import io.earshot.statistics.Normal;
import io.earshot.statistics.distribution.BivariateNormal;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The likelihood of a table whose two variables are normal ones cut at thresholds: parameters are the correlation, then
 * the rows' thresholds, then the columns'.
 */
final class LatentNormal {
    /** Beyond it cells become too small to tell apart; as polycor. */
    private static final double LARGEST_RHO = 0.9999;
    /** Of R's optimHess. */
    private static final double STEP = 1e-3;

    private final long[][] counts;
    private final int rows;
    private final int columns;

    /** @param counts without empty rows or columns, at least two of each */
    LatentNormal(long[][] counts) {
        this.counts = counts;
        this.rows = counts.length;
        this.columns = counts[0].length;
    }

    double total() {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }

    /** The correlation and the thresholds that the margins give. */
    double[] start(double rho) {
        double[] parameters = new double[rows + columns - 1];
        parameters[0] = rho;
        double n = total();
        double below = 0;
        for (int i = 0; i < rows - 1; i++) {
            below += Arrays.stream(counts[i]).sum();
            parameters[1 + i] = Normal.quantile(below / n);
        }
        below = 0;
        for (int j = 0; j < columns - 1; j++) {
            for (long[] row : counts) {
                below += row[j];
            }
            parameters[rows + j] = Normal.quantile(below / n);
        }
        return parameters;
    }

    double[] rowThresholds(double[] parameters) {
        return Arrays.copyOfRange(parameters, 1, rows);
    }

    double[] columnThresholds(double[] parameters) {
        return Arrays.copyOfRange(parameters, rows, rows + columns - 1);
    }

    /** Minus the log-likelihood; infinite where thresholds are out of order or a cell that was counted is impossible. */
    double minusLogLikelihood(double... parameters) {
        if (!ordered(rowThresholds(parameters)) || !ordered(columnThresholds(parameters))) {
            return Double.POSITIVE_INFINITY;
        }
        double[][] cells = cells(parameters);
        double sum = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (counts[i][j] > 0) {
                    sum -= counts[i][j] * Math.log(Math.max(0, cells[i][j]));
                }
            }
        }
        return sum;
    }

    private static boolean ordered(double[] thresholds) {
        for (int i = 1; i < thresholds.length; i++) {
            if (thresholds[i] < thresholds[i - 1]) {
                return false;
            }
        }
        return true;
    }

    private double[][] cells(double[] parameters) {
        BivariateNormal normal = normal(parameters);
        double[][] below = new double[rows + 1][columns + 1];
        for (int i = 1; i <= rows; i++) {
            for (int j = 1; j <= columns; j++) {
                below[i][j] = normal.cumulative(row(parameters, i), column(parameters, j));
            }
        }
        double[][] cells = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                cells[i][j] = below[i + 1][j + 1] - below[i][j + 1] - below[i + 1][j] + below[i][j];
            }
        }
        return cells;
    }

    private static BivariateNormal normal(double[] parameters) {
        return new BivariateNormal(Math.max(-LARGEST_RHO, Math.min(LARGEST_RHO, parameters[0])));
    }

    /** The threshold above row i, counted from 1. */
    private double row(double[] parameters, int i) {
        return i == 0 ? Double.NEGATIVE_INFINITY : i == rows ? Double.POSITIVE_INFINITY : parameters[i];
    }

    private double column(double[] parameters, int j) {
        return j == 0 ? Double.NEGATIVE_INFINITY : j == columns ? Double.POSITIVE_INFINITY : parameters[rows + j - 1];
    }

    /** The step of Fisher's scoring: expected information⁻¹ × gradient of the log-likelihood; empty if there is none. */
    double[] scoringStep(double[] parameters) {
        int size = parameters.length;
        double[][] cells = cells(parameters);
        RealMatrix information = new Array2DRowRealMatrix(size, size);
        ArrayRealVector gradient = new ArrayRealVector(size);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double cell = Math.max(cells[i][j], 1e-300);
                ArrayRealVector slope = slope(parameters, i, j);
                gradient.combineToSelf(1, counts[i][j] / cell, slope);
                information = information.add(slope.outerProduct(slope).scalarMultiply(total() / cell));
            }
        }
        DecompositionSolver solver = new LUDecomposition(information).getSolver();
        return solver.isNonSingular() ? solver.solve(gradient).toArray() : new double[0];
    }

    /** How a cell's probability changes with each parameter. */
    private ArrayRealVector slope(double[] parameters, int i, int j) {
        ArrayRealVector slope = new ArrayRealVector(parameters.length);
        BivariateNormal normal = normal(parameters);
        double spread = Math.sqrt(1 - normal.correlation() * normal.correlation());
        for (int up = 0; up < 2; up++) {
            double row = row(parameters, i + up);
            double column = column(parameters, j + up);
            double sign = up == 1 ? 1 : -1;
            for (int right = 0; right < 2; right++) {
                double other = column(parameters, j + right);
                if (Double.isFinite(row) && Double.isFinite(other)) {
                    slope.addToEntry(0, (up == right ? 1 : -1) * normal.density(row, other));
                }
            }
            if (Double.isFinite(row)) {
                slope.addToEntry(
                        i + up,
                        sign
                                * Normal.density(row)
                                * between(column(parameters, j), column(parameters, j + 1), row, normal, spread));
            }
            if (Double.isFinite(column)) {
                slope.addToEntry(
                        rows + j + up - 1,
                        sign
                                * Normal.density(column)
                                * between(row(parameters, i), row(parameters, i + 1), column, normal, spread));
            }
        }
        return slope;
    }

    /** The probability that one variable lies between two thresholds where the other is known. */
    private static double between(double low, double high, double known, BivariateNormal normal, double spread) {
        double mean = normal.correlation() * known;
        return Normal.lower((high - mean) / spread) - Normal.lower((low - mean) / spread);
    }

    /** The first parameter's standard error, from second differences of the likelihood in the first {@code free} ones. */
    OptionalDouble standardError(double[] parameters, int free) {
        RealMatrix hessian = new Array2DRowRealMatrix(free, free);
        for (int i = 0; i < free; i++) {
            for (int j = i; j < free; j++) {
                double second = (shifted(parameters, i, STEP, j, STEP)
                                - shifted(parameters, i, STEP, j, -STEP)
                                - shifted(parameters, i, -STEP, j, STEP)
                                + shifted(parameters, i, -STEP, j, -STEP))
                        / (4 * STEP * STEP);
                hessian.setEntry(i, j, second);
                hessian.setEntry(j, i, second);
            }
        }
        DecompositionSolver solver = new LUDecomposition(hessian).getSolver();
        double variance = solver.isNonSingular() ? solver.getInverse().getEntry(0, 0) : Double.NaN;
        return variance > 0 && Double.isFinite(variance)
                ? OptionalDouble.of(Math.sqrt(variance))
                : OptionalDouble.empty();
    }

    private double shifted(double[] parameters, int i, double byI, int j, double byJ) {
        double[] moved = parameters.clone();
        moved[i] += byI;
        moved[j] += byJ;
        return minusLogLikelihood(moved);
    }
}
