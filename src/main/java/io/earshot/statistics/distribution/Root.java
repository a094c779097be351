package io.earshot.statistics.distribution;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** Where a function crosses zero, by Brent's method. */
public final class Root {
    private static final double RELATIVE = 1e-14;
    private static final double ABSOLUTE = 1e-15;
    private static final int EVALUATIONS = 2000;

    private Root() {}

    /**
     * The root between two ends at which the function has opposite signs.
     *
     * @throws IllegalArgumentException if the signs at the ends are the same
     */
    public static double between(DoubleUnaryOperator f, double low, double high) {
        double atLow = f.applyAsDouble(low);
        double atHigh = f.applyAsDouble(high);
        if (atLow == 0) {
            return low;
        }
        if (atHigh == 0) {
            return high;
        }
        if (!(atLow < 0 == atHigh > 0)) {
            throw new IllegalArgumentException(
                    "no change of sign between %s (%s) and %s (%s)".formatted(low, atLow, high, atHigh));
        }
        return new BrentSolver(RELATIVE, ABSOLUTE, 0).solve(EVALUATIONS, f::applyAsDouble, low, high);
    }

    /** The root of a decreasing function above {@code low}, looked for first up to {@code high}, then farther by doubling. */
    public static double ofDecreasing(DoubleUnaryOperator f, double low, double high) {
        double step = high - low;
        double end = high;
        while (f.applyAsDouble(end) > 0) {
            step *= 2;
            end = low + step;
            if (Double.isInfinite(end)) {
                throw new IllegalArgumentException("no root above " + low);
            }
        }
        return between(f, low, end);
    }

    /** The root of an increasing function on the whole line, looked for around {@code near}, {@code step} by doubling. */
    public static double ofIncreasing(DoubleUnaryOperator f, double near, double step) {
        double low = near - step;
        double high = near + step;
        for (double width = step; f.applyAsDouble(low) > 0; low -= width) {
            width *= 2;
        }
        for (double width = step; f.applyAsDouble(high) < 0; high += width) {
            width *= 2;
        }
        if (Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("no root around " + near);
        }
        return between(f, low, high);
    }
}
