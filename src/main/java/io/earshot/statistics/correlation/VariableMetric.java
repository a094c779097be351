package io.earshot.statistics.correlation;

import io.earshot.dataset.Watch;
import java.util.function.DoubleUnaryOperator;

/**
 * The minimum of a function of one variable by secants of its slope, step for step as R's {@code optim(method = "BFGS")}
 * with differences over ±0.001 for slopes: it stops when a step gains less than 1.5e-8 of the value.
 *
 * @see <a href="https://doi.org/10.1201/9781315139784">Nash (1990), Compact Numerical Methods for Computers, algorithm 21</a>
 */
final class VariableMetric {
    private static final double GAIN = Math.sqrt(Math.ulp(1.0));
    private static final double DIFFERENCE = 1e-3;
    private static final double SHORTENED = 0.2;
    private static final double ENOUGH_DESCENT = 1e-4;
    /** Beside it a step that changes nothing is none. */
    private static final double BESIDE = 10;

    private static final int STEPS = 100;
    /** Slopes until the metric is begun anew. */
    private static final int RENEWAL = 3;

    private VariableMetric() {}

    static double minimum(DoubleUnaryOperator f, double start) {
        double x = start;
        double value = f.applyAsDouble(x);
        double slope = slope(f, x);
        // R's B: the inverse of the curvature; 1 to begin with and to begin anew.
        double metric = 1;
        int slopes = 0;
        for (int step = 0; step < STEPS; step++) {
            Watch.look();
            double direction = -metric * slope;
            double next = direction * slope < 0 ? descended(f, x, value, direction, slope) : x;
            double nextValue = next == x ? value : f.applyAsDouble(next);
            boolean enough = next != x && Math.abs(nextValue - value) > GAIN * (Math.abs(value) + GAIN);
            double moved = next - x;
            x = next;
            value = nextValue;
            if (!enough) {
                if (slopes == 0) {
                    return x;
                }
                metric = 1;
                slopes = 0;
                continue;
            }
            double before = slope;
            slope = slope(f, x);
            double change = slope - before;
            slopes = moved * change > 0 && slopes + 1 < RENEWAL ? slopes + 1 : 0;
            metric = slopes == 0 ? 1 : moved / change;
        }
        return x;
    }

    /** The first place along a direction that descends enough; the start if there is none. */
    private static double descended(DoubleUnaryOperator f, double x, double value, double direction, double slope) {
        for (double share = 1; BESIDE + x != BESIDE + (x + share * direction); share *= SHORTENED) {
            double there = f.applyAsDouble(x + share * direction);
            if (Double.isFinite(there) && there <= value + direction * slope * share * ENOUGH_DESCENT) {
                return x + share * direction;
            }
        }
        return x;
    }

    private static double slope(DoubleUnaryOperator f, double x) {
        return (f.applyAsDouble(x + DIFFERENCE) - f.applyAsDouble(x - DIFFERENCE)) / (2 * DIFFERENCE);
    }
}
