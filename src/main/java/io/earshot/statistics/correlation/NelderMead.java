package io.earshot.statistics.correlation;

import io.earshot.dataset.Watch;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The minimum of a function by a simplex that moves downhill, step for step as R's {@code optim} does it by default: it
 * stops when the corners' values agree to 1.5e-8 of themselves or after 500 values, wherever it then is.
 *
 * @see <a href="https://doi.org/10.1201/9781315139784">Nash (1990), Compact Numerical Methods for Computers, algorithm 19</a>
 */
final class NelderMead {
    private static final double AGREEMENT = Math.sqrt(Math.ulp(1.0));
    private static final int VALUES = 500;
    private static final double WORST = 1e35;

    private final ToDoubleFunction<double[]> f;
    private final double[][] corners;
    private final double[] values;
    private final int size;
    private int counted;
    private int lowest;
    private int highest;
    private double spread;

    private NelderMead(ToDoubleFunction<double[]> f, double[] start) {
        this.f = f;
        this.size = start.length;
        this.corners = new double[size + 1][];
        this.values = new double[size + 1];
        double step = Arrays.stream(start).map(x -> 0.1 * Math.abs(x)).max().orElse(0);
        step = step == 0 ? 0.1 : step;
        corners[0] = start.clone();
        for (int i = 0; i < size; i++) {
            corners[i + 1] = start.clone();
            corners[i + 1][i] += step;
        }
        // R's bookkeeping: each step counts ten times before the first shrinking.
        this.spread = 10 * step * size;
    }

    static double[] minimum(ToDoubleFunction<double[]> f, double[] start) {
        return new NelderMead(f, start).search();
    }

    private double[] search() {
        values[0] = value(corners[0]);
        double near = AGREEMENT * (Math.abs(values[0]) + AGREEMENT);
        evaluateOthers();
        while (true) {
            Watch.look();
            rank();
            if (values[highest] <= values[lowest] + near || !move() || counted > VALUES) {
                return corners[lowest];
            }
        }
    }

    private double value(double[] at) {
        counted++;
        double value = f.applyAsDouble(at);
        return Double.isFinite(value) ? value : WORST;
    }

    private void evaluateOthers() {
        for (int j = 0; j <= size; j++) {
            if (j != lowest) {
                values[j] = value(corners[j]);
            }
        }
    }

    /** Finds the lowest and the highest corner; among equals the one that was lowest before, then the first. */
    private void rank() {
        highest = lowest;
        double low = values[lowest];
        double high = low;
        int before = lowest;
        for (int j = 0; j <= size; j++) {
            if (j != before && values[j] < low) {
                lowest = j;
                low = values[j];
            }
            if (j != before && values[j] > high) {
                highest = j;
                high = values[j];
            }
        }
    }

    /** Moves the highest corner, or shrinks the simplex; false if shrinking no longer shrinks. */
    private boolean move() {
        double[] middle = middle();
        double highValue = values[highest];
        double[] reflected = between(middle, corners[highest], 2, -1);
        double reflectedValue = value(reflected);
        if (reflectedValue < values[lowest]) {
            double[] extended = between(reflected, middle, 2, -1);
            double extendedValue = value(extended);
            boolean farther = extendedValue < reflectedValue;
            replaceHighest(farther ? extended : reflected, farther ? extendedValue : reflectedValue);
            return true;
        }
        if (reflectedValue < highValue) {
            replaceHighest(reflected, reflectedValue);
        }
        double[] contracted = between(corners[highest], middle, 0.5, 0.5);
        double contractedValue = value(contracted);
        if (contractedValue < values[highest]) {
            replaceHighest(contracted, contractedValue);
            return true;
        }
        return reflectedValue < highValue || shrink();
    }

    private boolean shrink() {
        double[] centre = corners[lowest];
        double shrunk = 0;
        for (int j = 0; j <= size; j++) {
            if (j != lowest) {
                for (int i = 0; i < size; i++) {
                    corners[j][i] = 0.5 * (corners[j][i] - centre[i]) + centre[i];
                    shrunk += Math.abs(corners[j][i] - centre[i]);
                }
            }
        }
        if (shrunk >= spread) {
            return false;
        }
        spread = shrunk;
        // R looks whether to stop before it fills in the new corners.
        if (counted <= VALUES) {
            evaluateOthers();
        }
        return true;
    }

    /** Of all corners but the highest. */
    private double[] middle() {
        double[] middle = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = -corners[highest][i];
            for (double[] corner : corners) {
                sum += corner[i];
            }
            middle[i] = sum / size;
        }
        return middle;
    }

    private static double[] between(double[] one, double[] other, double ofOne, double ofOther) {
        double[] point = new double[one.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = ofOne * one[i] + ofOther * other[i];
        }
        return point;
    }

    private void replaceHighest(double[] corner, double value) {
        corners[highest] = corner;
        values[highest] = value;
    }
}
