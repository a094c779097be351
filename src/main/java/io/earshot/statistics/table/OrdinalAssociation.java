package io.earshot.statistics.table;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * How far two ordered variables rise together, from the pairs of respondents that agree and disagree in order; on the
 * table without its empty rows and columns. Measures are empty where their denominator is 0.
 *
 * @param concordant   pairs in the same order on both
 * @param discordant   pairs in opposite order
 * @param gamma        (C - D) / (C + D), leaving ties out
 * @param tauB         (C - D) / √((pairs untied in rows)(pairs untied in columns))
 * @param tauC         2m (C - D) / (n² (m - 1)), m the smaller number of categories
 * @param somersColumn Somers' d of the column given the row: (C - D) / pairs untied in rows
 * @param somersRow    Somers' d of the row given the column
 * @param lambdaColumn share of errors that knowing the row saves in guessing the column
 * @param lambdaRow    the same for the row
 * @param uncertaintyColumn Theil's U: share of the column's entropy that the row explains
 * @param uncertaintyRow    the same for the row
 * @param linear       linear-by-linear association (n - 1) r², r of the categories' places
 * @param linearP      its p as chi-square on 1 degree of freedom
 * @see <a href="https://doi.org/10.1007/978-1-4612-9995-0">Goodman and Kruskal (1979), Measures of Association</a>
 */
public record OrdinalAssociation(
        double concordant,
        double discordant,
        OptionalDouble gamma,
        OptionalDouble tauB,
        OptionalDouble tauC,
        OptionalDouble somersColumn,
        OptionalDouble somersRow,
        OptionalDouble lambdaColumn,
        OptionalDouble lambdaRow,
        OptionalDouble uncertaintyColumn,
        OptionalDouble uncertaintyRow,
        OptionalDouble linear,
        OptionalDouble linearP) {

    /** Undefined if the table is empty. */
    public static Outcome<OrdinalAssociation> of(CountTable whole) {
        CountTable table = whole.trimmed();
        if (table.n() == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered both questions");
        }
        double n = table.n();
        double[] pairs = pairs(table);
        double difference = pairs[0] - pairs[1];
        double all = n * (n - 1) / 2;
        double rowUntied = all - tied(rowTotals(table));
        double columnUntied = all - tied(columnTotals(table));
        int m = Math.min(table.rows(), table.columns());
        double rowEntropy = entropy(rowTotals(table), n);
        double columnEntropy = entropy(columnTotals(table), n);
        double shared = rowEntropy + columnEntropy - entropy(cells(table), n);
        OptionalDouble linear = linear(table);
        return Outcome.of(new OrdinalAssociation(
                pairs[0],
                pairs[1],
                ratio(difference, pairs[0] + pairs[1]),
                ratio(difference, Math.sqrt(rowUntied) * Math.sqrt(columnUntied)),
                ratio(2 * m * difference, n * n * (m - 1)),
                ratio(difference, rowUntied),
                ratio(difference, columnUntied),
                lambda(table),
                lambda(table.transposed()),
                ratio(shared, columnEntropy),
                ratio(shared, rowEntropy),
                linear,
                linear.isPresent()
                        ? OptionalDouble.of(ChiSquaredDistribution.of(1).survivalProbability(linear.getAsDouble()))
                        : OptionalDouble.empty()));
    }

    /** Concordant and discordant pairs, by sums of the counts above and to either side. */
    private static double[] pairs(CountTable table) {
        double concordant = 0;
        double discordant = 0;
        double[] above = new double[table.columns()];
        for (int i = 0; i < table.rows(); i++) {
            double left = 0;
            double right = 0;
            for (double sum : above) {
                right += sum;
            }
            for (int j = 0; j < table.columns(); j++) {
                right -= above[j];
                concordant += table.count(i, j) * left;
                discordant += table.count(i, j) * right;
                left += above[j];
            }
            for (int j = 0; j < table.columns(); j++) {
                above[j] += table.count(i, j);
            }
        }
        return new double[] {concordant, discordant};
    }

    private static OptionalDouble lambda(CountTable table) {
        double best = 0;
        for (int i = 0; i < table.rows(); i++) {
            long largest = 0;
            for (int j = 0; j < table.columns(); j++) {
                largest = Math.max(largest, table.count(i, j));
            }
            best += largest;
        }
        double mode = columnTotals(table).max().orElse(0);
        return ratio(best - mode, table.n() - mode);
    }

    private static OptionalDouble linear(CountTable table) {
        double n = table.n();
        double rowMean = 0;
        double columnMean = 0;
        for (int i = 0; i < table.rows(); i++) {
            rowMean += i * (double) table.rowTotal(i) / n;
        }
        for (int j = 0; j < table.columns(); j++) {
            columnMean += j * (double) table.columnTotal(j) / n;
        }
        double xy = 0;
        double xx = 0;
        double yy = 0;
        for (int i = 0; i < table.rows(); i++) {
            for (int j = 0; j < table.columns(); j++) {
                double count = table.count(i, j);
                xy += count * (i - rowMean) * (j - columnMean);
                xx += count * (i - rowMean) * (i - rowMean);
                yy += count * (j - columnMean) * (j - columnMean);
            }
        }
        return xx == 0 || yy == 0 ? OptionalDouble.empty() : OptionalDouble.of((n - 1) * (xy / xx) * (xy / yy));
    }

    private static LongStream rowTotals(CountTable table) {
        return LongStream.range(0, table.rows()).map(i -> table.rowTotal((int) i));
    }

    private static LongStream columnTotals(CountTable table) {
        return LongStream.range(0, table.columns()).map(j -> table.columnTotal((int) j));
    }

    private static LongStream cells(CountTable table) {
        return LongStream.range(0, (long) table.rows() * table.columns())
                .map(cell -> table.count((int) (cell / table.columns()), (int) (cell % table.columns())));
    }

    private static double tied(LongStream totals) {
        return totals.mapToDouble(total -> total * (total - 1.0) / 2).sum();
    }

    private static double entropy(LongStream counts, double n) {
        return -counts.filter(count -> count > 0)
                .mapToDouble(count -> count / n * Math.log(count / n))
                .sum();
    }

    private static OptionalDouble ratio(double part, double whole) {
        return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of(part / whole);
    }
}
