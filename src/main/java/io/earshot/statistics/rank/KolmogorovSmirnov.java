package io.earshot.statistics.rank;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;

/**
 * The largest distance between two groups' cumulative distributions. R: {@code ks.test(x, y, exact = FALSE)}.
 *
 * @param firstN   answers of the first group, {@code secondN} of the second
 * @param excluded answers left out because they are missing
 * @param d from 0 to 1
 * @param p two-sided by Kolmogorov's limiting distribution; too large with ties
 */
public record KolmogorovSmirnov(int firstN, int secondN, int excluded, double d, double p) {
    // R ends its series at these; so do we, to equal it to all digits.
    private static final double TOLERANCE = 1e-6;

    /** Undefined if a group has no answers. */
    public static Outcome<KolmogorovSmirnov> of(double[] first, double[] second) {
        double[] x = Complete.values(first);
        double[] y = Complete.values(second);
        if (x.length == 0 || y.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "a group has no answers: %d, %d", x.length, y.length);
        }
        Arrays.sort(x);
        Arrays.sort(y);
        double d = 0;
        int i = 0;
        int j = 0;
        while (i < x.length && j < y.length) {
            double value = Math.min(x[i], y[j]);
            while (i < x.length && x[i] == value) {
                i++;
            }
            while (j < y.length && y[j] == value) {
                j++;
            }
            d = Math.max(d, Math.abs((double) i / x.length - (double) j / y.length));
        }
        double scale = Math.sqrt((double) x.length * y.length / (x.length + y.length));
        return Outcome.of(new KolmogorovSmirnov(
                x.length,
                y.length,
                first.length - x.length + (second.length - y.length),
                d,
                Math.min(1, Math.max(0, 1 - limit(scale * d)))));
    }

    /** Kolmogorov's limiting distribution. */
    private static double limit(double x) {
        if (x <= 0) {
            return 0;
        }
        if (x < 1) {
            int last = (int) Math.sqrt(2 - Math.log(TOLERANCE));
            double z = -Math.PI * Math.PI / 8 / (x * x);
            double sum = 0;
            for (int k = 1; k < last; k += 2) {
                sum += Math.exp(k * k * z - Math.log(x));
            }
            return sum * Math.sqrt(2 * Math.PI);
        }
        double z = -2 * x * x;
        double sign = -1;
        double before = 0;
        double sum = 1;
        for (int k = 1; Math.abs(before - sum) > TOLERANCE; k++) {
            before = sum;
            sum += 2 * sign * Math.exp(z * k * k);
            sign = -sign;
        }
        return sum;
    }
}
