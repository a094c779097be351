package io.earshot.statistics;

/**
 * Mean and spread of weighted numbers, NaN left out; parts merge to what the whole gives up to rounding (1e-14 of the
 * value). R: {@code cov.wt(x, w)} and {@code weighted.mean(x, w)}.
 *
 * @param n           numbers with their weight, zeros included
 * @param missing     rows without a number
 * @param weight      Σw
 * @param weightSquares Σw²
 * @param mean        Σwx / Σw; 0 without weight
 * @param deviations  Σw (x - mean)²
 * @see <a href="https://doi.org/10.1145/359146.359153">West (1979), Communications of the ACM 22, 532-535</a>
 */
public record WeightedMoments(
        long n, long missing, double weight, double weightSquares, double mean, double deviations) {

    /**
     * @param weights one a row, finite and at least 0
     * @throws IllegalArgumentException if there are not as many weights as values
     */
    public static WeightedMoments of(double[] values, double[] weights) {
        if (values.length != weights.length) {
            throw new IllegalArgumentException(
                    "values and weights must be equally many: %d, %d".formatted(values.length, weights.length));
        }
        return Chunks.merged(values.length, (from, size) -> of(values, weights, from, size), WeightedMoments::merge);
    }

    private static WeightedMoments of(double[] values, double[] weights, int from, int size) {
        long n = 0;
        double weight = 0;
        double squares = 0;
        double sum = 0;
        // From the first number, so that large numbers close to each other cost no digits.
        double origin = Double.NaN;
        for (int row = from; row < from + size; row++) {
            if (!Double.isNaN(values[row])) {
                origin = Double.isNaN(origin) ? values[row] : origin;
                n++;
                weight += weights[row];
                squares += weights[row] * weights[row];
                sum += weights[row] * (values[row] - origin);
            }
        }
        if (weight == 0) {
            return new WeightedMoments(n, size - n, 0, 0, 0, 0);
        }
        double offset = sum / weight;
        double deviations = 0;
        for (int row = from; row < from + size; row++) {
            if (!Double.isNaN(values[row])) {
                double deviation = values[row] - origin - offset;
                deviations += weights[row] * deviation * deviation;
            }
        }
        return new WeightedMoments(n, size - n, weight, squares, origin + offset, deviations);
    }

    /** What the rows of both give. */
    public WeightedMoments merge(WeightedMoments other) {
        double sum = weight + other.weight;
        if (weight == 0 || other.weight == 0) {
            WeightedMoments some = weight == 0 ? other : this;
            return new WeightedMoments(
                    n + other.n, missing + other.missing, sum, some.weightSquares, some.mean, some.deviations);
        }
        double gap = other.mean - mean;
        return new WeightedMoments(
                n + other.n,
                missing + other.missing,
                sum,
                weightSquares + other.weightSquares,
                mean + gap * (other.weight / sum),
                deviations + other.deviations + gap * gap * (weight * (other.weight / sum)));
    }

    /** Σw (x - mean)² / Σw: the same for rows doubled as for weights doubled. */
    public Outcome<Double> populationVariance() {
        return weight > 0
                ? Outcome.of(deviations / weight)
                : Outcome.undefined(Reason.NO_WEIGHT, "the %d weights add up to 0", n);
    }

    /** Σw (x - mean)² / (Σw - Σw² / Σw): with n - 1 if all weights are 1. R: {@code cov.wt(x, w)$cov}. */
    public Outcome<Double> variance() {
        double freedom = weight > 0 ? weight - weightSquares / weight : 0;
        return freedom > 0
                ? Outcome.of(deviations / freedom)
                : Outcome.undefined(Reason.TOO_FEW_ANSWERS, "the spread needs two weighted answers: %d", n);
    }

    /** Kish's (Σw)² / Σw²; 0 without weight. */
    public double nEffective() {
        return weight > 0 ? weight * weight / weightSquares : 0;
    }
}
