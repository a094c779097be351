package io.earshot.statistics.table;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Cochran, Mantel and Haenszel's test whether two variables are related within strata.
 * R: {@code mantelhaen.test(t, correct = FALSE)}.
 *
 * @param oddsRatio the common odds ratio of 2 by 2 tables, with Robins, Breslow and Greenland's interval; undefined for
 *     larger tables and where all counts lie on one diagonal
 * @param strata    how many strata had more than one respondent, and were used
 * @see <a href="https://doi.org/10.2307/2531052">Robins, Breslow and Greenland (1986), Biometrics 42, 311-323</a>
 */
public record MantelHaenszel(
        double chiSquare, int degreesOfFreedom, double p, Outcome<Interval> oddsRatio, int strata) {

    /**
     * The test of one table per stratum; undefined with fewer than two rows or columns in use, or without information.
     *
     * @throws IllegalArgumentException if the tables differ in their rows or columns
     */
    public static Outcome<MantelHaenszel> of(List<CountTable> strata, double confidence) {
        CountTable whole = strata.stream().reduce(MantelHaenszel::plus).orElse(CountTable.of());
        List<Integer> rows = whole.usedRows();
        List<Integer> columns = whole.usedColumns();
        if (rows.size() < 2 || columns.size() < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_CATEGORIES,
                    "the test needs two categories in use on both sides: %d by %d",
                    rows.size(),
                    columns.size());
        }
        List<CountTable> used = strata.stream()
                .filter(table -> table.n() > 1)
                .map(table -> part(table, rows, columns))
                .toList();
        int i = rows.size() - 1;
        int j = columns.size() - 1;
        RealVector difference = new ArrayRealVector(i * j);
        RealMatrix covariance = new Array2DRowRealMatrix(i * j, i * j);
        for (CountTable table : used) {
            add(table, difference, covariance);
        }
        LUDecomposition solver = new LUDecomposition(covariance);
        if (!solver.getSolver().isNonSingular()) {
            return Outcome.undefined(Reason.NO_VARIATION, "no stratum has both categories on both sides");
        }
        double chiSquare = difference.dotProduct(solver.getSolver().solve(difference));
        return Outcome.of(new MantelHaenszel(
                chiSquare,
                i * j,
                ChiSquaredDistribution.of(i * j).survivalProbability(chiSquare),
                oddsRatio(used, confidence),
                used.size()));
    }

    private static void add(CountTable table, RealVector difference, RealMatrix covariance) {
        int rows = table.rows() - 1;
        int columns = table.columns() - 1;
        double n = table.n();
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows; i++) {
                difference.addToEntry(j * rows + i, table.count(i, j) - table.expected(i, j));
                for (int l = 0; l < columns; l++) {
                    for (int k = 0; k < rows; k++) {
                        double byColumn = (j == l ? n * table.columnTotal(j) : 0)
                                - (double) table.columnTotal(j) * table.columnTotal(l);
                        double byRow =
                                (i == k ? n * table.rowTotal(i) : 0) - (double) table.rowTotal(i) * table.rowTotal(k);
                        covariance.addToEntry(j * rows + i, l * rows + k, byColumn / (n * n) * byRow / (n - 1));
                    }
                }
            }
        }
    }

    private static Outcome<Interval> oddsRatio(List<CountTable> strata, double confidence) {
        double on = 0;
        double off = 0;
        double onOn = 0;
        double mixed = 0;
        double offOff = 0;
        for (CountTable table : strata) {
            if (table.rows() != 2 || table.columns() != 2) {
                return Outcome.undefined(Reason.TOO_FEW_CATEGORIES, "an odds ratio is of 2 by 2 tables");
            }
            double n = table.n();
            double main = (double) table.count(0, 0) * table.count(1, 1) / n;
            double counter = (double) table.count(0, 1) * table.count(1, 0) / n;
            double mainShare = (table.count(0, 0) + table.count(1, 1)) / n;
            double counterShare = (table.count(0, 1) + table.count(1, 0)) / n;
            on += main;
            off += counter;
            onOn += mainShare * main;
            mixed += mainShare * counter + counterShare * main;
            offOff += counterShare * counter;
        }
        if (on == 0 || off == 0) {
            return Outcome.undefined(
                    Reason.SEPARATION, "all counts lie on one diagonal, so the odds ratio is 0 or infinite");
        }
        double error = Math.sqrt(onOn / (2 * on * on) + mixed / (2 * on * off) + offOff / (2 * off * off));
        double half = Normal.reach(confidence) * error;
        double ratio = on / off;
        return Outcome.of(new Interval(ratio, ratio * Math.exp(-half), ratio * Math.exp(half), confidence));
    }

    private static CountTable plus(CountTable a, CountTable b) {
        if (a.rows() != b.rows() || a.columns() != b.columns()) {
            throw new IllegalArgumentException("strata must have equal tables: %d by %d, %d by %d"
                    .formatted(a.rows(), a.columns(), b.rows(), b.columns()));
        }
        long[][] sums = a.toArray();
        for (int i = 0; i < sums.length; i++) {
            for (int j = 0; j < sums[i].length; j++) {
                sums[i][j] += b.count(i, j);
            }
        }
        return CountTable.of(sums);
    }

    private static CountTable part(CountTable table, List<Integer> rows, List<Integer> columns) {
        return CountTable.of(rows.stream()
                .map(i -> columns.stream().mapToLong(j -> table.count(i, j)).toArray())
                .toArray(long[][]::new));
    }
}
