package io.earshot.statistics.trend;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * An XmR chart: single values over time against limits of three sigmas, sigma from the moving range.
 *
 * @param n            values
 * @param excluded     points in time without a value
 * @param values       in the order of time
 * @param centre       their mean
 * @param rangeMean    mean distance of neighbours
 * @param sigma        rangeMean / 1.128379 (2 / √π)
 * @param low          centre - 3 sigma
 * @param high         centre + 3 sigma
 * @param rangeHigh    limit of the moving range: 3.266532 × rangeMean
 * @param beyondLimits Western Electric rule 1: places, from 0, of values beyond three sigmas
 * @param twoOfThree   rule 2: two of three in a row beyond two sigmas on the side of the last
 * @param fourOfFive   rule 3: four of five in a row beyond one sigma on the side of the last
 * @param eightInARow  rule 4: each value that ends eight or more in a row on one side of the centre
 * @param smoothed     exponentially weighted mean, weight 0.2, begun at the centre, with its exact limits
 */
public record IndividualsChart(
        long n,
        long excluded,
        List<Double> values,
        double centre,
        double rangeMean,
        double sigma,
        double low,
        double high,
        double rangeHigh,
        List<Integer> beyondLimits,
        List<Integer> twoOfThree,
        List<Integer> fourOfFive,
        List<Integer> eightInARow,
        List<Smoothed> smoothed) {
    private static final double D2 = 2 / Math.sqrt(Math.PI);
    private static final double RANGE_LIMIT = 1 + 3 * Math.sqrt(2 - 4 / Math.PI) / D2;
    private static final double WEIGHT = 0.2;

    public IndividualsChart {
        values = List.copyOf(values);
        beyondLimits = List.copyOf(beyondLimits);
        twoOfThree = List.copyOf(twoOfThree);
        fourOfFive = List.copyOf(fourOfFive);
        eightInARow = List.copyOf(eightInARow);
        smoothed = List.copyOf(smoothed);
    }

    /** The weighted mean up to a value, and the limits that it has by then. */
    public record Smoothed(double mean, double low, double high, boolean outside) {}

    /** Undefined for fewer than two values. */
    public static Outcome<IndividualsChart> of(double... series) {
        double[] x = Complete.values(series);
        if (x.length < 2) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a chart of single values needs two: %d", x.length);
        }
        double centre = Moments.mean(x);
        double range = IntStream.range(1, x.length)
                .mapToDouble(i -> Math.abs(x[i] - x[i - 1]))
                .average()
                .orElseThrow();
        double sigma = range / D2;
        double[] z = Arrays.stream(x).map(value -> (value - centre) / sigma).toArray();
        return Outcome.of(new IndividualsChart(
                x.length,
                series.length - x.length,
                Arrays.stream(x).boxed().toList(),
                centre,
                range,
                sigma,
                centre - 3 * sigma,
                centre + 3 * sigma,
                range * RANGE_LIMIT,
                places(x.length, i -> Math.abs(z[i]) > 3),
                places(x.length, i -> some(z, i, 2, 3, 2)),
                places(x.length, i -> some(z, i, 4, 5, 1)),
                places(x.length, i -> run(x, i, centre)),
                smoothed(x, centre, sigma)));
    }

    private static List<Integer> places(int n, IntPredicate flagged) {
        return IntStream.range(0, n).filter(flagged).boxed().toList();
    }

    /** True if the value and at least {@code needed} of the last {@code window} lie beyond {@code limit} on one side. */
    private static boolean some(double[] z, int at, int needed, int window, double limit) {
        if (at + 1 < window) {
            return false;
        }
        double side = Math.signum(z[at]);
        long beyond = IntStream.rangeClosed(at - window + 1, at)
                .filter(i -> side * z[i] > limit)
                .count();
        return side * z[at] > limit && beyond >= needed;
    }

    private static boolean run(double[] x, int at, double centre) {
        if (at < 7) {
            return false;
        }
        return IntStream.rangeClosed(at - 7, at).allMatch(i -> x[i] > centre)
                || IntStream.rangeClosed(at - 7, at).allMatch(i -> x[i] < centre);
    }

    private static List<Smoothed> smoothed(double[] x, double centre, double sigma) {
        List<Smoothed> smoothed = new ArrayList<>();
        double mean = centre;
        for (int i = 0; i < x.length; i++) {
            mean = WEIGHT * x[i] + (1 - WEIGHT) * mean;
            double reach = 3 * sigma * Math.sqrt(WEIGHT / (2 - WEIGHT) * (1 - Math.pow(1 - WEIGHT, 2.0 * (i + 1))));
            smoothed.add(
                    new Smoothed(mean, centre - reach, centre + reach, mean > centre + reach || mean < centre - reach));
        }
        return smoothed;
    }
}
