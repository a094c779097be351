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

    /**
     * The root between two ends by Brent's original zeroin, ended as soon as it is known to {@code tolerance}: where R's
     * uniroot ends early, so that its digits can be met.
     *
     * @see <a href="https://www.netlib.org/go/zeroin.f">Brent (1973), Algorithms for Minimization Without Derivatives</a>
     */
    public static double to(double tolerance, DoubleUnaryOperator f, double low, double high) {
        double a = low;
        double b = high;
        double fa = f.applyAsDouble(a);
        double fb = f.applyAsDouble(b);
        double c = a;
        double fc = fa;
        for (int step = 0; step < EVALUATIONS && fb != 0; step++) {
            double previous = b - a;
            if (Math.abs(fc) < Math.abs(fb)) {
                a = b;
                b = c;
                c = a;
                fa = fb;
                fb = fc;
                fc = fa;
            }
            double near = 2 * Math.ulp(1.0) * Math.abs(b) + tolerance / 2;
            double half = (c - b) / 2;
            if (Math.abs(half) <= near || fb == 0) {
                return b;
            }
            double move = half;
            if (Math.abs(previous) >= near && Math.abs(fa) > Math.abs(fb)) {
                double interpolated = interpolated(a, b, c, fa, fb, fc, previous, near);
                move = Double.isNaN(interpolated) ? half : interpolated;
            }
            if (Math.abs(move) < near) {
                move = move > 0 ? near : -near;
            }
            a = b;
            fa = fb;
            b += move;
            fb = f.applyAsDouble(b);
            if (fb > 0 == fc > 0) {
                c = a;
                fc = fa;
            }
        }
        return b;
    }

    /** The secant's or inverse quadratic's step; NaN if it is no better than halving. */
    private static double interpolated(
            double a, double b, double c, double fa, double fb, double fc, double previous, double near) {
        double span = c - b;
        double p;
        double q;
        if (a == c) {
            double ratio = fb / fa;
            p = span * ratio;
            q = 1 - ratio;
        } else {
            double ac = fa / fc;
            double bc = fb / fc;
            double ba = fb / fa;
            p = ba * (span * ac * (ac - bc) - (b - a) * (bc - 1));
            q = (ac - 1) * (bc - 1) * (ba - 1);
        }
        if (p > 0) {
            q = -q;
        } else {
            p = -p;
        }
        boolean taken = p < 0.75 * span * q - Math.abs(near * q) / 2 && p < Math.abs(previous * q / 2);
        return taken ? p / q : Double.NaN;
    }
}
