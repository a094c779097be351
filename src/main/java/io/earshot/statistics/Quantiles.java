package io.earshot.statistics;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/** Sample quantiles by the definitions that differ between tools. R: {@code quantile(x, p, type = )}. */
public enum Quantiles {
    /** Averages at steps; SAS's default. R's type 2. */
    AVERAGED,
    /** Between order statistics at p (n + 1); SPSS's and Minitab's. R's type 6. */
    WEIBULL,
    /** Between order statistics at 1 + p (n - 1); R's and Excel's default. R's type 7. */
    LINEAR;

    // R forgives a rounding error of this size when it asks whether a position is a whole number.
    private static final double FUZZ = 4 * Math.ulp(1.0);

    /**
     * The quantiles at the shares {@code p}, each in [0, 1].
     *
     * @param sorted values in ascending order, one at least, none missing
     */
    public double[] of(double[] sorted, double... p) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("quantiles need a value");
        }
        return Arrays.stream(p)
                .map(share -> at(rank -> sorted[rank], sorted.length, share))
                .toArray();
    }

    /**
     * The quantile of values of which each is known by its rank.
     *
     * @param ranked the value at a rank, from 0 to n - 1
     * @param n      1 at least
     * @param p      in [0, 1]
     */
    double at(IntToDoubleFunction ranked, int n, double p) {
        double position =
                switch (this) {
                    case AVERAGED -> n * p;
                    case WEIBULL -> p * (n + 1);
                    case LINEAR -> 1 + p * (n - 1);
                };
        double whole = Math.floor(position + FUZZ);
        double rest = position - whole;
        if (Math.abs(rest) < FUZZ) {
            rest = 0;
        }
        if (this == AVERAGED) {
            rest = rest > 0 ? 1 : 0.5;
        }
        double below = ranked.applyAsDouble(clamp((int) whole, n) - 1);
        double above = ranked.applyAsDouble(clamp((int) whole + 1, n) - 1);
        return rest == 0 || below == above ? below : (1 - rest) * below + rest * above;
    }

    private static int clamp(int position, int n) {
        return Math.max(1, Math.min(n, position));
    }
}
