package io.earshot.statistics.table;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.distribution.Root;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * Fisher's exact test of a 2 by 2 table with the odds ratio that goes with it: the conditional maximum-likelihood
 * estimate, not ad/bc. R: {@code fisher.test(t)}.
 *
 * <p>Given the totals, the first cell is hypergeometric, with weights ψ^x under an odds ratio ψ; the estimate has its
 * mean at the count seen, the interval's ends have half the error probability in a tail.
 *
 * @param p         two-sided: all tables no likelier than this one
 * @param pLess     of the first cell's count or fewer
 * @param pGreater  of the first cell's count or more
 * @param oddsRatio 0 or infinite where the first cell is at its limit
 */
public record FisherExact(double p, double pLess, double pGreater, Interval oddsRatio) {
    // R ends its search for the odds ratio this early; so do we, to agree with its digits.
    private static final double TOLERANCE = Math.pow(Math.ulp(1.0), 0.25);
    private static final double NO_LIKELIER = 1 + 1e-7;
    private static final int LARGEST_SUPPORT = 20_000_000;

    /**
     * Undefined if a row or a column is empty.
     *
     * @throws IllegalArgumentException if the table is not 2 by 2, or its counts are beyond tens of millions
     */
    public static Outcome<FisherExact> of(CountTable table, double confidence) {
        if (table.rows() != 2 || table.columns() != 2) {
            throw new IllegalArgumentException(
                    "this is Fisher's test of a 2 by 2 table: %d by %d".formatted(table.rows(), table.columns()));
        }
        if (table.usedRows().size() < 2 || table.usedColumns().size() < 2) {
            return Outcome.undefined(Reason.TOO_FEW_CATEGORIES, "a row or a column of the table is empty");
        }
        Conditional cell = Conditional.of(table);
        double[] mass = cell.mass(1);
        double limit = mass[cell.seen - cell.low] * NO_LIKELIER;
        double p = Arrays.stream(mass).filter(value -> value <= limit).sum();
        double tail = (1 - confidence) / 2;
        Interval oddsRatio = new Interval(cell.estimate(), cell.lowEnd(tail), cell.highEnd(tail), confidence);
        return Outcome.of(
                new FisherExact(Math.min(1, p), Math.min(1, cell.below(1)), Math.min(1, cell.above(1)), oddsRatio));
    }

    /** The first cell's distribution given all totals. */
    private record Conditional(int seen, int low, int high, double[] logMass) {

        static Conditional of(CountTable table) {
            int first = Math.toIntExact(table.columnTotal(0));
            int second = Math.toIntExact(table.columnTotal(1));
            int row = Math.toIntExact(table.rowTotal(0));
            int low = Math.max(0, row - second);
            int high = Math.min(row, first);
            if (high - low > LARGEST_SUPPORT) {
                throw new IllegalArgumentException("too many tables for an exact test: " + (high - low));
            }
            var central = HypergeometricDistribution.of(first + second, first, row);
            double[] logMass = new double[high - low + 1];
            for (int x = low; x <= high; x++) {
                logMass[x - low] = central.logProbability(x);
            }
            return new Conditional(Math.toIntExact(table.count(0, 0)), low, high, logMass);
        }

        /** Probabilities of low to high under an odds ratio above 0. */
        double[] mass(double oddsRatio) {
            double log = Math.log(oddsRatio);
            double[] mass = new double[logMass.length];
            double largest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < mass.length; i++) {
                mass[i] = logMass[i] + log * (low + i);
                largest = Math.max(largest, mass[i]);
            }
            double sum = 0;
            for (int i = 0; i < mass.length; i++) {
                mass[i] = Math.exp(mass[i] - largest);
                sum += mass[i];
            }
            for (int i = 0; i < mass.length; i++) {
                mass[i] /= sum;
            }
            return mass;
        }

        double mean(double oddsRatio) {
            if (oddsRatio == 0) {
                return low;
            }
            double[] mass = mass(oddsRatio);
            double mean = 0;
            for (int i = 0; i < mass.length; i++) {
                mean += (low + i) * mass[i];
            }
            return mean;
        }

        /** Probability of the count seen or fewer. */
        double below(double oddsRatio) {
            if (oddsRatio == 0) {
                return seen >= low ? 1 : 0;
            }
            return Arrays.stream(mass(oddsRatio), 0, seen - low + 1).sum();
        }

        /** Probability of the count seen or more. */
        double above(double oddsRatio) {
            if (oddsRatio == 0) {
                return seen <= low ? 1 : 0;
            }
            return Arrays.stream(mass(oddsRatio), seen - low, logMass.length).sum();
        }

        double estimate() {
            if (seen == low) {
                return 0;
            }
            if (seen == high) {
                return Double.POSITIVE_INFINITY;
            }
            double mean = mean(1);
            if (mean > seen) {
                return Root.to(TOLERANCE, t -> mean(t) - seen, 0, 1);
            }
            return mean < seen ? 1 / Root.to(TOLERANCE, t -> mean(1 / t) - seen, Math.ulp(1.0), 1) : 1;
        }

        double highEnd(double tail) {
            if (seen == high) {
                return Double.POSITIVE_INFINITY;
            }
            double p = below(1);
            if (p < tail) {
                return Root.to(TOLERANCE, t -> below(t) - tail, 0, 1);
            }
            return p > tail ? 1 / Root.to(TOLERANCE, t -> below(1 / t) - tail, Math.ulp(1.0), 1) : 1;
        }

        double lowEnd(double tail) {
            if (seen == low) {
                return 0;
            }
            double p = above(1);
            if (p > tail) {
                return Root.to(TOLERANCE, t -> above(t) - tail, 0, 1);
            }
            return p < tail ? 1 / Root.to(TOLERANCE, t -> above(1 / t) - tail, Math.ulp(1.0), 1) : 1;
        }
    }
}
