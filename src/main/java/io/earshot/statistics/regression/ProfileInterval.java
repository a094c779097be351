package io.earshot.statistics.regression;

import io.earshot.dataset.Watch;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The interval of a coefficient that a likelihood ratio test would not reject.
 *
 * <p>As R's {@code confint} does it, the signed root of the deviance is followed in steps of a fifth of its limit, and the
 * interval's ends are read from a cubic spline through them; the ends are right to about 1e-4 of themselves.
 */
public final class ProfileInterval {
    private static final int MOST_STEPS = 9;

    private ProfileInterval() {}

    static Outcome<Interval> oddsRatio(BinaryFrame frame, LikelihoodFit fit, int term, double confidence) {
        double tail = (1 - confidence) / 4;
        double limit = Math.sqrt(ChiSquaredDistribution.of(1).inverseSurvivalProbability(tail));
        TreeMap<Double, Double> roots = new TreeMap<>();
        double best = fit.parameters()[term];
        roots.put(best, 0.0);
        double[][] others = frame.rowsWithout(term);
        for (int sign = -1; sign <= 1; sign += 2) {
            double root = 0;
            double[] start = without(fit.parameters(), term);
            for (int step = 1; step <= MOST_STEPS && Math.abs(root) < limit; step++) {
                Watch.look();
                double value = best + sign * step * limit / 5 * fit.standardError(term);
                Outcome<LikelihoodFit> held = held(frame, others, term, value, start);
                if (!held.isDefined()) {
                    return held.map(never -> new Interval(0, 0, 0, confidence));
                }
                start = held.orElseThrow().parameters();
                root = sign
                        * Math.sqrt(Math.max(
                                0, 2 * (fit.value() - held.orElseThrow().value())));
                roots.put(value, root);
            }
        }
        return between(roots, Normal.reach(confidence))
                .map(ends -> new Interval(Math.exp(best), Math.exp(ends.get(0)), Math.exp(ends.get(1)), confidence));
    }

    private static Outcome<LikelihoodFit> held(
            BinaryFrame frame, double[][] others, int term, double value, double[] start) {
        double[] offset = new double[others.length];
        for (int i = 0; i < offset.length; i++) {
            offset[i] = frame.rows()[i][term] * value;
        }
        BinaryLikelihood likelihood = BinaryLikelihood.unweighted(others, frame.outcome(), offset);
        return start.length == 0
                ? Outcome.of(new LikelihoodFit(start, likelihood.at(start).value(), new double[0][], 0))
                : LikelihoodFit.of(likelihood, start);
    }

    private static double[] without(double[] values, int place) {
        double[] rest = new double[values.length - 1];
        System.arraycopy(values, 0, rest, 0, place);
        System.arraycopy(values, place + 1, rest, place, rest.length - place);
        return rest;
    }

    /**
     * Where a profile's signed root is -reach and reach.
     *
     * @param roots signed root of the deviance by value of the coefficient, rising, at least four
     */
    public static Outcome<List<Double>> between(SortedMap<Double, Double> roots, double reach) {
        if (roots.size() < 4) {
            return Outcome.undefined(Reason.NOT_CONVERGED, "the profile left its limit in %d steps", roots.size() - 1);
        }
        double[] values = roots.keySet().stream().mapToDouble(one -> one).toArray();
        double[] signed = roots.values().stream().mapToDouble(one -> one).toArray();
        CubicSpline spline = CubicSpline.through(values, signed);
        int points = 3 * values.length;
        double[] x = new double[points];
        double[] y = new double[points];
        double width = (values[values.length - 1] - values[0]) / (points - 1);
        for (int i = 0; i < points; i++) {
            x[i] = i == points - 1 ? values[values.length - 1] : values[0] + i * width;
            y[i] = spline.at(x[i]);
        }
        List<Double> ends = new ArrayList<>();
        for (double wanted : new double[] {-reach, reach}) {
            for (int i = 1; i < points; i++) {
                if (y[i - 1] <= wanted && wanted <= y[i] && y[i - 1] < y[i]) {
                    ends.add(x[i - 1] + (x[i] - x[i - 1]) * (wanted - y[i - 1]) / (y[i] - y[i - 1]));
                    break;
                }
            }
        }
        return ends.size() == 2
                ? Outcome.of(ends)
                : Outcome.undefined(
                        Reason.NOT_CONVERGED, "the likelihood is too flat for the profile to reach its limit");
    }
}
