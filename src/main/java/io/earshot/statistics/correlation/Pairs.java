package io.earshot.statistics.correlation;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.stream.IntStream;

/** Two variables side by side. */
final class Pairs {
    private Pairs() {}

    static CoMoments moments(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(
                    "both variables must have equally many rows: %d, %d".formatted(x.length, y.length));
        }
        return CoMoments.of(IntStream.range(0, x.length)
                .mapToObj(row -> new double[] {x[row], y[row]})
                .toArray(double[][]::new));
    }

    /** The pairs, if there are enough of them and both variables vary. */
    static Outcome<CoMoments> checked(CoMoments pairs, int least) {
        if (pairs.n() < least) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a correlation needs %d pairs: %d", least, pairs.n());
        }
        if (Double.isNaN(pairs.correlation(0, 1))) {
            return Outcome.undefined(
                    Reason.NO_VARIATION,
                    "all answers to the %s variable are the same",
                    pairs.variance(0) > 0 ? "second" : "first");
        }
        return Outcome.of(pairs);
    }

    /** A correlation of n pairs that is NaN if one variable doesn't vary. */
    static Outcome<Double> defined(double r, long n) {
        if (n < 2) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a correlation needs two pairs: %d", n);
        }
        return Double.isNaN(r)
                ? Outcome.undefined(Reason.NO_VARIATION, "all answers to one variable are the same")
                : Outcome.of(r);
    }
}
