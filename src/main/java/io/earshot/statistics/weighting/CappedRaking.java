package io.earshot.statistics.weighting;

import io.earshot.dataset.Watch;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Raking with a cap on the weights, as R's {@code anesrake(type = "nolim", cap =, convcrit = 1e-6)} does it: after every
 * pass over the margins, weights above the cap are cut and all are divided by their mean until none is above it. It ends
 * when a pass changes no less than the one before. Weights have the mean 1.
 *
 * @param weights     one a row; up to 0.0001 above the cap
 * @param iterations  passes over all margins
 * @param achieved    for each margin, the weighted share of each code
 * @param largestMiss the largest difference of an achieved share from its target: where the cap binds, targets are missed
 */
public record CappedRaking(double[] weights, int iterations, List<Map<String, Double>> achieved, double largestMiss) {
    private static final double IMPROVEMENT = 1e-6;
    private static final double SLACK = 1e-4;
    private static final int MOST_ITERATIONS = 5000;
    private static final int MOST_CUTS = 100_000;

    /**
     * @param base weights to start from, finite and at least 0; their scale doesn't count
     * @param cap  above 1, in units of the mean weight
     */
    public static Outcome<CappedRaking> of(List<Margin> margins, double[] base, double cap) {
        if (!(cap > 1)) {
            throw new IllegalArgumentException("the cap must be above 1, the mean weight: " + cap);
        }
        WeightDiagnostics.requireWeights(base);
        double sum = Arrays.stream(base).sum();
        if (sum == 0) {
            return Outcome.undefined(Reason.NO_WEIGHT, "the base weights add up to 0");
        }
        long positive = Arrays.stream(base).filter(weight -> weight > 0).count();
        if (positive * cap < base.length) {
            return Outcome.undefined(
                    Reason.BOUNDS_TOO_TIGHT,
                    "%d of %d weights are above 0: capped at %s they can't have the mean 1",
                    positive,
                    base.length,
                    cap);
        }
        Outcome<double[]> matched = Outcome.of(base);
        for (Margin margin : margins) {
            matched = matched.flatMap(margin::matched);
        }
        return matched.flatMap(same -> fit(
                margins,
                Arrays.stream(base).map(weight -> weight * base.length / sum).toArray(),
                cap));
    }

    private static Outcome<CappedRaking> fit(List<Margin> margins, double[] weights, double cap) {
        double change = Double.MAX_VALUE / 4;
        double before = Double.MAX_VALUE;
        for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
            Watch.look();
            double[] old = weights.clone();
            for (Margin margin : margins) {
                rake(margin, weights);
            }
            if (!cut(weights, cap)) {
                return Outcome.undefined(
                        Reason.NOT_CONVERGED, "the weights were still above the cap %s after %d cuts", cap, MOST_CUTS);
            }
            before = change;
            change = 0;
            for (int row = 0; row < weights.length; row++) {
                change += Math.abs(weights[row] - old[row]);
            }
            if (change >= (1 - IMPROVEMENT) * before) {
                List<Map<String, Double>> achieved =
                        margins.stream().map(margin -> margin.achieved(weights)).toList();
                return Outcome.of(new CappedRaking(weights, iteration, achieved, miss(margins, achieved)));
            }
        }
        return Outcome.undefined(Reason.NOT_CONVERGED, "the weights still changed after %d passes", MOST_ITERATIONS);
    }

    private static void rake(Margin margin, double[] weights) {
        double[] sums = margin.sums(weights);
        double placed = Arrays.stream(sums).sum();
        double[] targets = margin.targetOfCode();
        double whole = margin.targetSum();
        for (int row = 0; row < weights.length; row++) {
            int code = margin.column().index(row);
            if (code >= 0 && weights[row] > 0) {
                weights[row] *= targets[code] / whole * placed / sums[code];
            }
        }
    }

    private static boolean cut(double[] weights, double cap) {
        for (int cuts = 0; cuts < MOST_CUTS; cuts++) {
            if (Arrays.stream(weights).max().orElse(0) <= cap + SLACK) {
                return true;
            }
            double sum = 0;
            for (int row = 0; row < weights.length; row++) {
                weights[row] = Math.min(weights[row], cap);
                sum += weights[row];
            }
            double mean = sum / weights.length;
            for (int row = 0; row < weights.length; row++) {
                weights[row] /= mean;
            }
        }
        return false;
    }

    private static double miss(List<Margin> margins, List<Map<String, Double>> achieved) {
        double miss = 0;
        for (int m = 0; m < margins.size(); m++) {
            double whole = margins.get(m).targetSum();
            for (Map.Entry<String, Double> target : margins.get(m).targets().entrySet()) {
                double share = achieved.get(m).getOrDefault(target.getKey(), 0.0);
                miss = Math.max(miss, Math.abs(share - target.getValue() / whole));
            }
        }
        return miss;
    }
}
