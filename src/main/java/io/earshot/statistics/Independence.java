package io.earshot.statistics;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;

/**
 * Pearson's chi-square test of independence with its effect size. R: {@code chisq.test(t, correct = FALSE)} on the table
 * without its empty rows and columns.
 *
 * @param chiSquare        Σ (count - expected)² / expected
 * @param degreesOfFreedom (rows - 1)(columns - 1), of rows and columns that are not empty
 * @param p                probability of such a chi-square or a larger one if the variables are unrelated
 * @param cramersV         √(chiSquare / (n min(rows - 1, columns - 1))), in [0, 1]
 * @param cramersVCorrected the same without its upward bias in small samples (Bergsma 2013), in [0, 1]
 * @param smallestExpected the smallest expected count
 * @param cellsBelowFive   how many expected counts are below 5
 * @param cells            how many cells were tested
 * @see <a href="https://doi.org/10.1016/j.jkss.2012.10.002">Bergsma (2013), J. Korean Statistical Society 42, 323-328</a>
 */
public record Independence(
        double chiSquare,
        int degreesOfFreedom,
        double p,
        double cramersV,
        double cramersVCorrected,
        double smallestExpected,
        int cellsBelowFive,
        int cells) {

    /**
     * True if the p-value is not to be trusted by Cochran's rule: an expected count below 1, or more than a fifth of them
     * below 5.
     *
     * @see <a href="https://doi.org/10.2307/3001616">Cochran (1954), Biometrics 10, 417-451</a>
     */
    public boolean expectedTooSmall() {
        return smallestExpected < 1 || 5L * cellsBelowFive > cells;
    }

    /** The test of a table of counts, row by row; undefined with fewer than two rows or columns that are not empty. */
    public static Outcome<Independence> of(long[][] counts) {
        long[][] table = withoutEmptyLines(counts);
        if (table.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered both questions");
        }
        int rows = table.length;
        int columns = table[0].length;
        if (rows < 2 || columns < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_CATEGORIES,
                    "a test of independence needs two categories in use on both sides: %d by %d",
                    rows,
                    columns);
        }
        var result = ChiSquareTest.withDefaults().test(table);
        int degreesOfFreedom = (rows - 1) * (columns - 1);
        double n = sum(table);
        double[] expected = expected(table, n);
        return Outcome.of(new Independence(
                result.getStatistic(),
                degreesOfFreedom,
                result.getPValue(),
                Math.sqrt(result.getStatistic() / n / (Math.min(rows, columns) - 1)),
                corrected(result.getStatistic() / n, n, rows, columns),
                Arrays.stream(expected).min().orElseThrow(),
                (int) Arrays.stream(expected).filter(count -> count < 5).count(),
                expected.length));
    }

    private static double corrected(double phi2, double n, int rows, int columns) {
        if (n <= 1) {
            return 0;
        }
        double unbiased = Math.max(0, phi2 - (rows - 1.0) * (columns - 1) / (n - 1));
        double fewerRows = rows - (rows - 1.0) * (rows - 1) / (n - 1);
        double fewerColumns = columns - (columns - 1.0) * (columns - 1) / (n - 1);
        double room = Math.min(fewerRows, fewerColumns) - 1;
        return room <= 0 ? 0 : Math.min(1, Math.sqrt(unbiased / room));
    }

    private static double[] expected(long[][] table, double n) {
        double[] columnTotals = new double[table[0].length];
        for (long[] line : table) {
            for (int j = 0; j < line.length; j++) {
                columnTotals[j] += line[j];
            }
        }
        return Arrays.stream(table)
                .mapToDouble(line -> Arrays.stream(line).sum())
                .flatMap(rowTotal -> Arrays.stream(columnTotals).map(columnTotal -> rowTotal * columnTotal / n))
                .toArray();
    }

    private static long[][] withoutEmptyLines(long[][] counts) {
        if (sum(counts) == 0) {
            return new long[0][];
        }
        int[] columns = IntStream.range(0, counts[0].length)
                .filter(j -> Arrays.stream(counts).anyMatch(line -> line[j] > 0))
                .toArray();
        return Arrays.stream(counts)
                .filter(line -> Arrays.stream(line).sum() > 0)
                .map(line -> Arrays.stream(columns).mapToLong(j -> line[j]).toArray())
                .toArray(long[][]::new);
    }

    private static double sum(long[][] counts) {
        return Arrays.stream(counts).flatMapToLong(Arrays::stream).sum();
    }
}
