package io.earshot.statistics.table;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.inference.BinomialTest;

/**
 * Whether answers of the same people changed in one direction: McNemar's test, Bowker's for more than two categories.
 * R: {@code mcnemar.test(t)}.
 *
 * @param chiSquare          Σ (n_ij - n_ji)² / (n_ij + n_ji) over pairs of categories
 * @param correctedChiSquare for 2 by 2: (|b - c| - 1)² / (b + c); otherwise the same as without correction
 * @param exactP             two-sided binomial p of b among b + c; empty for more than two categories
 */
public record McNemar(
        double chiSquare,
        int degreesOfFreedom,
        double p,
        double correctedChiSquare,
        double correctedP,
        OptionalDouble exactP) {

    /**
     * Undefined if nobody changed between two categories.
     *
     * @throws IllegalArgumentException if the table is not square
     */
    public static Outcome<McNemar> of(CountTable table) {
        int k = table.rows();
        if (k != table.columns()) {
            throw new IllegalArgumentException("the table must be square: %d by %d".formatted(k, table.columns()));
        }
        if (k < 2) {
            return Outcome.undefined(Reason.TOO_FEW_CATEGORIES, "a change needs two categories: %d", k);
        }
        boolean changed = k == 2 && table.count(0, 1) != table.count(1, 0);
        double plain = 0;
        double corrected = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i + 1; j < k; j++) {
                double sum = table.count(i, j) + table.count(j, i);
                if (sum == 0) {
                    return Outcome.undefined(
                            Reason.NO_VARIATION, "nobody changed between categories %d and %d", i + 1, j + 1);
                }
                double difference = Math.abs(table.count(i, j) - table.count(j, i));
                double less = difference - (changed ? 1 : 0);
                plain += difference * difference / sum;
                corrected += less * less / sum;
            }
        }
        int degreesOfFreedom = k * (k - 1) / 2;
        ChiSquaredDistribution distribution = ChiSquaredDistribution.of(degreesOfFreedom);
        return Outcome.of(new McNemar(
                plain,
                degreesOfFreedom,
                distribution.survivalProbability(plain),
                corrected,
                distribution.survivalProbability(corrected),
                k == 2 ? OptionalDouble.of(exact(table)) : OptionalDouble.empty()));
    }

    private static double exact(CountTable table) {
        int b = Math.toIntExact(table.count(0, 1));
        int c = Math.toIntExact(table.count(1, 0));
        return BinomialTest.withDefaults().test(b + c, b, 0.5).getPValue();
    }
}
