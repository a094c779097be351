package io.earshot.statistics.table;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Chi-square of counts against shares that were given beforehand. R: {@code chisq.test(x, p = p)}.
 *
 * @param residuals        (count - expected) / √expected, per category
 * @param smallestExpected the p-value is not to be trusted below 5, or surely below 1
 */
public record GoodnessOfFit(
        double chiSquare, int degreesOfFreedom, double p, List<Double> residuals, double smallestExpected) {
    public GoodnessOfFit {
        residuals = List.copyOf(residuals);
    }

    /**
     * Undefined for fewer than two categories, no counts, or a category that is expected to be empty.
     *
     * @throws IllegalArgumentException if shares are not as many as counts, negative, or do not add up to 1
     */
    public static Outcome<GoodnessOfFit> of(long[] counts, double[] shares) {
        if (counts.length != shares.length || Math.abs(Arrays.stream(shares).sum() - 1) > 1e-8) {
            throw new IllegalArgumentException(
                    "shares must be %d and add up to 1: %s".formatted(counts.length, Arrays.toString(shares)));
        }
        double n = Arrays.stream(counts).sum();
        if (counts.length < 2) {
            return Outcome.undefined(Reason.TOO_FEW_CATEGORIES, "a fit needs two categories: %d", counts.length);
        }
        if (n == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered");
        }
        double[] expected = Arrays.stream(shares).map(share -> share * n).toArray();
        double smallest = Arrays.stream(expected).min().orElseThrow();
        if (!(smallest > 0)) {
            return Outcome.undefined(
                    Reason.NO_ANSWERS, "a category's expected share must be above 0: %s", smallest / n);
        }
        double[] residuals = IntStream.range(0, counts.length)
                .mapToDouble(i -> (counts[i] - expected[i]) / Math.sqrt(expected[i]))
                .toArray();
        double chiSquare =
                Arrays.stream(residuals).map(residual -> residual * residual).sum();
        int degreesOfFreedom = counts.length - 1;
        return Outcome.of(new GoodnessOfFit(
                chiSquare,
                degreesOfFreedom,
                ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(chiSquare),
                Arrays.stream(residuals).boxed().toList(),
                smallest));
    }
}
