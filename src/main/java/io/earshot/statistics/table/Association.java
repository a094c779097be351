package io.earshot.statistics.table;

import io.earshot.statistics.Independence;
import io.earshot.statistics.Outcome;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Chi-square with all that is reported beside it, on the table without its empty rows and columns.
 * R: {@code chisq.test(t, correct = FALSE)}.
 *
 * @param table        the table that was tested
 * @param independence Pearson's test, Cramér's V and the smallest expected count
 * @param g            likelihood ratio: 2 Σ count ln(count / expected)
 * @param gP           its p on the same degrees of freedom
 * @param phi          √(chi-square / n)
 * @param contingency  Pearson's C = √(chi-square / (chi-square + n))
 * @param tschuprow    T = √(chi-square / (n √((rows - 1)(columns - 1))))
 * @param corrected    Cramér's V without its bias (Bergsma 2013); empty if the sample is too small to correct
 * @param yates        chi-square with Yates' continuity correction; empty unless the table is 2 by 2
 * @param yatesP       its p
 */
public record Association(
        CountTable table,
        Independence independence,
        double g,
        double gP,
        double phi,
        double contingency,
        double tschuprow,
        OptionalDouble corrected,
        OptionalDouble yates,
        OptionalDouble yatesP) {

    /** Undefined with fewer than two rows or columns that are not empty. */
    public static Outcome<Association> of(CountTable whole) {
        return Independence.of(whole.toArray()).map(test -> {
            CountTable table = whole.trimmed();
            double n = table.n();
            double g = likelihoodRatio(table);
            ChiSquaredDistribution distribution = ChiSquaredDistribution.of(test.degreesOfFreedom());
            OptionalDouble yates = yates(table);
            return new Association(
                    table,
                    test,
                    g,
                    distribution.survivalProbability(g),
                    Math.sqrt(test.chiSquare() / n),
                    Math.sqrt(test.chiSquare() / (test.chiSquare() + n)),
                    Math.sqrt(test.chiSquare() / n / Math.sqrt(test.degreesOfFreedom())),
                    corrected(test.chiSquare() / n, n, table.rows(), table.columns()),
                    yates,
                    yates.isPresent()
                            ? OptionalDouble.of(distribution.survivalProbability(yates.getAsDouble()))
                            : OptionalDouble.empty());
        });
    }

    /** (count - expected) / √expected. */
    public double pearsonResidual(int row, int column) {
        double expected = table.expected(row, column);
        return (table.count(row, column) - expected) / Math.sqrt(expected);
    }

    /** The Pearson residual over its standard error: about standard normal if rows and columns are unrelated. */
    public double adjustedResidual(int row, int column) {
        double rowRest = 1 - (double) table.rowTotal(row) / table.n();
        double columnRest = 1 - (double) table.columnTotal(column) / table.n();
        return pearsonResidual(row, column) / Math.sqrt(rowRest * columnRest);
    }

    /** Share of expected counts below 5, in [0, 1]. */
    public double shareExpectedBelowFive() {
        return (double) independence.cellsBelowFive() / independence.cells();
    }

    private static double likelihoodRatio(CountTable table) {
        double sum = 0;
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                double count = table.count(i, j);
                sum += count == 0 ? 0 : count * Math.log(count / table.expected(i, j));
            }
        }
        return 2 * sum;
    }

    private static OptionalDouble corrected(double phi2, double n, int rows, int columns) {
        double unbiased = Math.max(0, phi2 - (rows - 1.0) * (columns - 1) / (n - 1));
        double fewerRows = rows - (rows - 1.0) * (rows - 1) / (n - 1);
        double fewerColumns = columns - (columns - 1.0) * (columns - 1) / (n - 1);
        double room = Math.min(fewerRows, fewerColumns) - 1;
        return room > 0 ? OptionalDouble.of(Math.sqrt(unbiased / room)) : OptionalDouble.empty();
    }

    private static OptionalDouble yates(CountTable table) {
        if (table.rows() != 2 || table.columns() != 2) {
            return OptionalDouble.empty();
        }
        double correction = 0.5;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                correction = Math.min(correction, Math.abs(table.count(i, j) - table.expected(i, j)));
            }
        }
        double sum = 0;
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double expected = table.expected(i, j);
                double distance = Math.abs(table.count(i, j) - expected) - correction;
                sum += distance * distance / expected;
            }
        }
        return OptionalDouble.of(sum);
    }
}
