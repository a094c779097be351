package io.earshot.statistics.weighting;

import io.earshot.dataset.Watch;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;

/**
 * Weights cut at bounds, with what was cut off spread equally over the others, so that their sum stays. R:
 * {@code survey::trimWeights}.
 *
 * @param weights one a row
 * @param rounds  times that weights were cut; 1 at most unless strict
 * @param outside weights that are still outside the bounds; 0 if strict
 */
public record Trimming(double[] weights, int rounds, long outside) {
    private static final int MOST_ROUNDS = 10_000;

    /**
     * @param lower  at least 0
     * @param upper  above {@code lower}; may be infinite
     * @param strict true to go on until no weight is outside: spreading may push some over a bound
     */
    public static Outcome<Trimming> of(double[] weights, double lower, double upper, boolean strict) {
        WeightDiagnostics.requireWeights(weights);
        if (!(lower >= 0) || !(lower < upper)) {
            throw new IllegalArgumentException("bounds must be 0 <= lower < upper: %s, %s".formatted(lower, upper));
        }
        if (weights.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "there are no weights");
        }
        double sum = Arrays.stream(weights).sum();
        if (lower * weights.length > sum || upper * weights.length < sum) {
            return Outcome.undefined(
                    Reason.BOUNDS_TOO_TIGHT,
                    "the mean weight %s is outside [%s, %s]",
                    sum / weights.length,
                    lower,
                    upper);
        }
        double[] trimmed = weights.clone();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Watch.look();
            long outside = outside(trimmed, lower, upper);
            if (outside == 0 || round == 1 && !strict) {
                return Outcome.of(new Trimming(trimmed, round, outside));
            }
            if (outside == trimmed.length) {
                return Outcome.undefined(
                        Reason.BOUNDS_TOO_TIGHT,
                        "all %d weights are outside [%s, %s]: there is none to take what is cut off",
                        trimmed.length,
                        lower,
                        upper);
            }
            trim(trimmed, lower, upper, trimmed.length - outside);
        }
        return Outcome.undefined(
                Reason.NOT_CONVERGED, "weights were still outside [%s, %s] after %d rounds", lower, upper, MOST_ROUNDS);
    }

    private static long outside(double[] weights, double lower, double upper) {
        return Arrays.stream(weights)
                .filter(weight -> weight < lower || weight > upper)
                .count();
    }

    private static void trim(double[] weights, double lower, double upper, long inside) {
        double excess = 0;
        for (double weight : weights) {
            excess += weight - Math.max(lower, Math.min(weight, upper));
        }
        for (int row = 0; row < weights.length; row++) {
            double weight = weights[row];
            double cut = Math.max(lower, Math.min(weight, upper));
            double spread = cut == weight ? weight + excess / inside : cut;
            // R keeps probabilities: the rounding of 1 / (1 / w) decides which cut weights count as outside next time.
            weights[row] = spread == 0 ? 0 : 1 / (1 / spread);
        }
    }
}
