package io.earshot.statistics.weighting;

import io.earshot.statistics.Outcome;

/**
 * Weights scaled to the population's counts in the cells of one column: w N_h / Σ w in h. R: {@code survey::postStratify}.
 *
 * @param weights  one a row; rows without a code keep theirs
 * @param unplaced rows without a code
 */
public record PostStratification(double[] weights, long unplaced) {

    /**
     * @param population people in each cell; the weights of a cell will add up to it
     * @param base       weights to start from, finite and at least 0; those of 0 stay 0
     */
    public static Outcome<PostStratification> of(Margin population, double[] base) {
        WeightDiagnostics.requireWeights(base);
        return population.matched(base).map(matched -> {
            double[] targets = population.targetOfCode();
            double[] sums = population.sums(base);
            double[] weights = base.clone();
            long unplaced = 0;
            for (int row = 0; row < weights.length; row++) {
                int code = population.column().index(row);
                if (code < 0) {
                    unplaced++;
                } else if (weights[row] > 0) {
                    weights[row] *= targets[code] / sums[code];
                }
            }
            return new PostStratification(weights, unplaced);
        });
    }
}
