package io.earshot.statistics.distribution;

import io.earshot.dataset.Watch;
import java.util.function.ToDoubleFunction;

/**
 * Nelder and Mead's search for a minimum in Nash's form with R's steps and tolerances, for results whose last digits R's
 * {@code optim} leaves to where it stops.
 *
 * @see <a href="https://doi.org/10.1093/comjnl/7.4.308">Nelder and Mead (1965), The Computer Journal 7, 308-313</a>
 */
public final class SimplexSearch {
    private static final double RELATIVE = Math.sqrt(Math.ulp(1.0));
    private static final int EVALUATIONS = 500;

    private final ToDoubleFunction<double[]> f;
    private final double[][] corners;
    private final double[] values;
    private int lowest;
    private int highest;
    private int evaluations;

    private SimplexSearch(ToDoubleFunction<double[]> f, double[] start, double step) {
        this.f = f;
        this.corners = new double[start.length + 1][];
        this.values = new double[start.length + 1];
        for (int corner = 0; corner < corners.length; corner++) {
            corners[corner] = start.clone();
            if (corner > 0) {
                corners[corner][corner - 1] += step;
            }
            values[corner] = evaluate(corners[corner]);
        }
    }

    /**
     * The lowest corner where the search ends.
     *
     * @param enough a value at or below which the search ends at once
     */
    public static double[] minimum(ToDoubleFunction<double[]> f, double[] start, double enough) {
        double largest = 0;
        for (double value : start) {
            largest = Math.max(largest, Math.abs(value));
        }
        double step = largest == 0 ? 0.1 : 0.1 * largest;
        return new SimplexSearch(f, start, step).search(enough, step * start.length);
    }

    private double[] search(double enough, double firstSize) {
        double near = RELATIVE * (Math.abs(values[0]) + RELATIVE);
        double size = firstSize;
        while (evaluations <= EVALUATIONS) {
            Watch.look();
            rank();
            double low = values[lowest];
            double high = values[highest];
            if (high <= low + near || low <= enough) {
                break;
            }
            double[] centre = centre();
            double[] reflected = between(corners[highest], centre, 2);
            double atReflected = evaluate(reflected);
            if (atReflected < low) {
                double[] expanded = between(reflected, centre, -1);
                double atExpanded = evaluate(expanded);
                boolean farther = atExpanded < atReflected;
                replace(farther ? expanded : reflected, farther ? atExpanded : atReflected);
                continue;
            }
            if (atReflected < high) {
                replace(reflected, atReflected);
            }
            double[] contracted = between(corners[highest], centre, 0.5);
            double atContracted = evaluate(contracted);
            if (atContracted < values[highest]) {
                replace(contracted, atContracted);
            } else if (atReflected >= high) {
                double shrunk = shrink();
                if (shrunk >= size) {
                    break;
                }
                size = shrunk;
            }
        }
        return corners[lowest];
    }

    private void rank() {
        highest = lowest;
        double low = values[lowest];
        double high = low;
        for (int corner = 0; corner < values.length; corner++) {
            if (corner != lowest) {
                double value = values[corner];
                if (value < low) {
                    lowest = corner;
                    low = value;
                }
                if (value > high) {
                    highest = corner;
                    high = value;
                }
            }
        }
    }

    /** The mean of all corners but the highest. */
    private double[] centre() {
        double[] centre = new double[corners.length - 1];
        for (int i = 0; i < centre.length; i++) {
            double sum = -corners[highest][i];
            for (double[] corner : corners) {
                sum += corner[i];
            }
            centre[i] = sum / centre.length;
        }
        return centre;
    }

    /** From a point towards another, {@code share} of the way; backwards if it is negative. */
    private static double[] between(double[] from, double[] to, double share) {
        double[] point = new double[from.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = (1 - share) * from[i] + share * to[i];
        }
        return point;
    }

    private void replace(double[] corner, double value) {
        corners[highest] = corner;
        values[highest] = value;
    }

    private double shrink() {
        double size = 0;
        for (int corner = 0; corner < corners.length; corner++) {
            if (corner != lowest) {
                for (int i = 0; i < corners[corner].length; i++) {
                    corners[corner][i] = 0.5 * (corners[corner][i] - corners[lowest][i]) + corners[lowest][i];
                    size += Math.abs(corners[corner][i] - corners[lowest][i]);
                }
                values[corner] = evaluate(corners[corner]);
            }
        }
        return size;
    }

    private double evaluate(double[] point) {
        evaluations++;
        double value = f.applyAsDouble(point);
        return Double.isFinite(value) ? value : 1e35;
    }
}
