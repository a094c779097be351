package io.earshot.statistics.scale;

import io.earshot.dataset.Watch;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** The minimum of a smooth function in a box, by Newton's steps that stop at the sides and halve until they descend. */
final class BoundedNewton {
    private static final int STEPS = 500;
    private static final double FLAT = 1e-9;
    /** Two minima no further apart than this are one. */
    private static final double SAME = 1e-5;

    private static final double SMALLEST_SHARE = 1e-12;
    private static final double LEAST_CURVATURE = 1e-8;
    /** Of one variable in one step, so that the search doesn't leap into another valley. */
    private static final double LONGEST = 0.1;

    /** A function's value, slope and curvature at one place. */
    record Place(double value, double[] slope, RealMatrix curvature) {}

    private final Function<double[], Place> f;
    private final double low;
    private final double high;

    /** @param low and {@code high} bound every variable */
    BoundedNewton(Function<double[], Place> f, double low, double high) {
        this.f = f;
        this.low = low;
        this.high = high;
    }

    /**
     * Where the function is least around the best of several starts; undefined if 500 steps settle none.
     *
     * @param further starts that are only tried if the first ones lead to different places, to a limit, or nowhere
     */
    Outcome<double[]> minimum(List<double[]> starts, List<double[]> further) {
        List<Outcome<double[]>> found =
                new ArrayList<>(starts.stream().map(this::minimum).toList());
        double[] first = found.get(0).toOptional().orElse(new double[0]);
        boolean agreed = found.stream()
                        .allMatch(one ->
                                one.toOptional().filter(x -> near(x, first)).isPresent())
                && Arrays.stream(first).allMatch(x -> x > low && x < high);
        if (!agreed) {
            further.forEach(start -> found.add(minimum(start)));
        }
        return found.stream()
                .min(Comparator.comparingDouble(
                        one -> one.toOptional().map(x -> f.apply(x).value()).orElse(Double.POSITIVE_INFINITY)))
                .orElseThrow(() -> new IllegalArgumentException("a fit needs a start"));
    }

    private static boolean near(double[] x, double[] y) {
        return x.length == y.length && IntStream.range(0, x.length).allMatch(i -> Math.abs(x[i] - y[i]) < SAME);
    }

    /** Where the function is least around a start; undefined if 500 steps don't settle it. */
    Outcome<double[]> minimum(double[] start) {
        double[] x = Arrays.stream(start).map(this::inside).toArray();
        Place place = f.apply(x);
        for (int step = 0; step < STEPS; step++) {
            Watch.look();
            int[] free = free(x, place);
            if (IntStream.of(free).allMatch(flat(place))) {
                return Outcome.of(x);
            }
            double[] direction = direction(place, free, x.length);
            double[] from = x;
            Place fromPlace = place;
            double share = 1;
            do {
                x = moved(from, direction, share);
                place = f.apply(x);
                share /= 2;
            } while (!(place.value() < fromPlace.value()) && share > SMALLEST_SHARE);
            if (!(place.value() < fromPlace.value())) {
                // No step descends any more: as low as doubles can tell.
                return Outcome.of(from);
            }
        }
        return Outcome.undefined(Reason.NOT_CONVERGED, "the fit moved on after %d steps", STEPS);
    }

    private static IntPredicate flat(Place place) {
        return i -> Math.abs(place.slope()[i]) < FLAT;
    }

    /** The variables that aren't pressed against a side. */
    private int[] free(double[] x, Place place) {
        return IntStream.range(0, x.length)
                .filter(i -> !(x[i] <= low && place.slope()[i] > 0) && !(x[i] >= high && place.slope()[i] < 0))
                .toArray();
    }

    private static double[] direction(Place place, int[] free, int size) {
        EigenDecomposition bends = new EigenDecomposition(place.curvature().getSubMatrix(free, free));
        double[] direction = new double[size];
        // Against the slope along every axis, also where the function bends down.
        for (int m = 0; m < free.length; m++) {
            double along = 0;
            for (int i = 0; i < free.length; i++) {
                along += place.slope()[free[i]] * bends.getEigenvector(m).getEntry(i);
            }
            double bend = Math.max(Math.abs(bends.getRealEigenvalue(m)), LEAST_CURVATURE);
            for (int i = 0; i < free.length; i++) {
                direction[free[i]] -= along / bend * bends.getEigenvector(m).getEntry(i);
            }
        }
        double longest = Arrays.stream(direction).map(Math::abs).max().orElse(0);
        double share = Math.min(1, LONGEST / Math.max(longest, Double.MIN_NORMAL));
        return Arrays.stream(direction).map(step -> share * step).toArray();
    }

    private double[] moved(double[] from, double[] direction, double share) {
        return IntStream.range(0, from.length)
                .mapToDouble(i -> inside(from[i] + share * direction[i]))
                .toArray();
    }

    private double inside(double x) {
        return Math.max(low, Math.min(high, x));
    }
}
