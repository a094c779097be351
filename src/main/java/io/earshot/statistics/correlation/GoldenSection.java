package io.earshot.statistics.correlation;

import io.earshot.dataset.Watch;
import java.util.function.DoubleUnaryOperator;

/**
 * The minimum of a function of one variable by golden sections and parabolas, step for step as R's {@code optimise}, so
 * that what starts from it starts where R does.
 *
 * @see <a href="https://maths-people.anu.edu.au/~brent/pub/pub011.html">Brent (1973), Algorithms for Minimization, ch. 5</a>
 */
final class GoldenSection {
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;
    private static final double ROOT_OF_ULP = Math.sqrt(Math.ulp(1.0));

    private record Point(double x, double value) {}

    private final DoubleUnaryOperator f;
    private double low;
    private double high;
    private Point best;
    private Point second;
    private Point third;
    private double step;
    private double stepBefore;

    private GoldenSection(DoubleUnaryOperator f, double low, double high) {
        this.f = f;
        this.low = low;
        this.high = high;
        best = at(low + GOLDEN * (high - low));
        second = best;
        third = best;
    }

    /** Where between two ends the function is least, to within {@code tolerance}. */
    static double minimum(DoubleUnaryOperator f, double low, double high, double tolerance) {
        return new GoldenSection(f, low, high).search(tolerance);
    }

    private double search(double tolerance) {
        while (true) {
            Watch.look();
            double middle = (low + high) / 2;
            double least = ROOT_OF_ULP * Math.abs(best.x) + tolerance / 3;
            if (Math.abs(best.x - middle) <= 2 * least - (high - low) / 2) {
                return best.x;
            }
            chooseStep(middle, least);
            double next = best.x + (Math.abs(step) >= least ? step : step > 0 ? least : -least);
            take(at(next));
        }
    }

    /** To the bottom of the parabola through three points, or if that leads astray a golden section. */
    private void chooseStep(double middle, double least) {
        double p = 0;
        double q = 0;
        double before = 0;
        if (Math.abs(stepBefore) > least) {
            double r = (best.x - second.x) * (best.value - third.value);
            q = (best.x - third.x) * (best.value - second.value);
            p = (best.x - third.x) * q - (best.x - second.x) * r;
            q = 2 * (q - r);
            p = q > 0 ? -p : p;
            q = Math.abs(q);
            before = stepBefore;
            stepBefore = step;
        }
        if (Math.abs(p) >= Math.abs(q * before / 2) || p <= q * (low - best.x) || p >= q * (high - best.x)) {
            stepBefore = best.x < middle ? high - best.x : low - best.x;
            step = GOLDEN * stepBefore;
        } else {
            step = p / q;
            double to = best.x + step;
            if (to - low < 2 * least || high - to < 2 * least) {
                step = best.x < middle ? least : -least;
            }
        }
    }

    private void take(Point point) {
        if (point.value <= best.value) {
            if (point.x < best.x) {
                high = best.x;
            } else {
                low = best.x;
            }
            third = second;
            second = best;
            best = point;
            return;
        }
        if (point.x < best.x) {
            low = point.x;
        } else {
            high = point.x;
        }
        if (point.value <= second.value || second.x == best.x) {
            third = second;
            second = point;
        } else if (point.value <= third.value || third.x == best.x || third.x == second.x) {
            third = point;
        }
    }

    private Point at(double x) {
        double value = f.applyAsDouble(x);
        return new Point(x, Double.isFinite(value) ? value : Double.MAX_VALUE);
    }
}
