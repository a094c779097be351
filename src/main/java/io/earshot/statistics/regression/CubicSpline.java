package io.earshot.statistics.regression;

import java.util.Arrays;

/**
 * The cubic spline whose third derivative at either end is that of the cubic through the four points there. R:
 * {@code splinefun(method = "fmm")}.
 *
 * @see <a href="https://dl.acm.org/doi/book/10.5555/578025">Forsythe, Malcolm and Moler (1977), Computer Methods for
 *     Mathematical Computations</a>
 */
final class CubicSpline {
    private final double[] x;
    private final double[] y;
    private final double[] curvature;

    private CubicSpline(double[] x, double[] y, double[] curvature) {
        this.x = x;
        this.y = y;
        this.curvature = curvature;
    }

    /** @param x rising, at least four values */
    static CubicSpline through(double[] x, double[] y) {
        int n = x.length;
        if (n < 4) {
            throw new IllegalArgumentException("a spline needs at least 4 points: " + n);
        }
        // Unknown: a sixth of the second derivative at each point; one tridiagonal system.
        double[] diagonal = new double[n];
        double[] beside = new double[n];
        double[] right = new double[n];
        for (int i = 0; i < n - 1; i++) {
            beside[i] = x[i + 1] - x[i];
        }
        for (int i = 1; i < n - 1; i++) {
            diagonal[i] = 2 * (beside[i - 1] + beside[i]);
            right[i] = (y[i + 1] - y[i]) / beside[i] - (y[i] - y[i - 1]) / beside[i - 1];
        }
        diagonal[0] = -beside[0];
        right[0] = beside[0] * beside[0] * third(x, y, 0);
        diagonal[n - 1] = -beside[n - 2];
        right[n - 1] = -beside[n - 2] * beside[n - 2] * third(x, y, n - 4);
        for (int i = 1; i < n; i++) {
            double factor = beside[i - 1] / diagonal[i - 1];
            diagonal[i] -= factor * beside[i - 1];
            right[i] -= factor * right[i - 1];
        }
        double[] curvature = new double[n];
        curvature[n - 1] = right[n - 1] / diagonal[n - 1];
        for (int i = n - 2; i >= 0; i--) {
            curvature[i] = (right[i] - beside[i] * curvature[i + 1]) / diagonal[i];
        }
        return new CubicSpline(x, y, curvature);
    }

    /** The third divided difference of four points. */
    private static double third(double[] x, double[] y, int from) {
        double[] differences = Arrays.copyOfRange(y, from, from + 4);
        for (int order = 1; order < 4; order++) {
            for (int i = 0; i < 4 - order; i++) {
                differences[i] = (differences[i + 1] - differences[i]) / (x[from + i + order] - x[from + i]);
            }
        }
        return differences[0];
    }

    double at(double where) {
        int found = Arrays.binarySearch(x, where);
        int i = Math.min(x.length - 2, Math.max(0, found >= 0 ? found : -found - 2));
        double h = x[i + 1] - x[i];
        double left = (x[i + 1] - where) / h;
        double right = (where - x[i]) / h;
        return left * y[i]
                + right * y[i + 1]
                + h
                        * h
                        * ((left * left * left - left) * curvature[i]
                                + (right * right * right - right) * curvature[i + 1]);
    }
}
