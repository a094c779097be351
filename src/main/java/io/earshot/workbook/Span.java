package io.earshot.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What an axis shows, from one round number to another.
 *
 * @param step between its marks
 */
record Span(double low, double high, double step) {
    private static final int STEPS = 5;

    Span {
        if (!(low < high && step > 0)) {
            throw new IllegalArgumentException(
                    "a span is from low to high in steps: " + low + ", " + high + ", " + step);
        }
    }

    /** About five steps that hold all finite values, rounded outwards; 0 to 1 if there are none. */
    static Span around(DoubleStream values) {
        double[] finite = values.filter(Double::isFinite).toArray();
        double low = DoubleStream.of(finite).min().orElse(0);
        double high = DoubleStream.of(finite).max().orElse(1);
        if (high - low <= 1e-9 * Math.abs(low)) {
            double room = low == 0 ? 1 : Math.abs(low) / 10;
            low -= room;
            high += room;
        }
        double step = step(low, high);
        // Sums of binary fractions would print as 0.30000000000000004.
        BigDecimal exact = BigDecimal.valueOf(step);
        return new Span(
                exact.multiply(BigDecimal.valueOf((long) Math.floor(low / step + 1e-9)))
                        .doubleValue(),
                exact.multiply(BigDecimal.valueOf((long) Math.ceil(high / step - 1e-9)))
                        .doubleValue(),
                step);
    }

    /** A round number, about a fifth of what lies between. */
    static double step(double from, double to) {
        double rough = (to - from) / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double rest = rough / power;
        return rest < 1.5 ? power : rest < 3.5 ? 2 * power : rest < 7.5 ? 5 * power : 10 * power;
    }

    /** The round numbers from one end to the other. */
    static List<Double> ticks(double from, double to) {
        double step = step(from, to);
        List<Double> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / step - 1e-9); i * step <= to + 1e-9 * step; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /** Where a value lies, from 0 at the low end to 1 at the high one. */
    double place(double value) {
        return (value - low) / (high - low);
    }
}
