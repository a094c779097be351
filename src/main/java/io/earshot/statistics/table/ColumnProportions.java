package io.earshot.statistics.table;

import io.earshot.statistics.Adjustment;
import io.earshot.statistics.Letters;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which columns of a table differ in a row's share, pair by pair: z = (p_a - p_b) / √(p (1 - p)(1/n_a + 1/n_b)) with the
 * pair's pooled share p; z² is that of R's {@code prop.test(correct = FALSE)}. A letter stands in the column with the
 * larger share and names the column with the smaller one.
 *
 * @param bases      respondents per column
 * @param letters    per row and column, the letters of the columns that its share exceeds
 * @param pairs      all pairs of columns, row by row
 * @param alpha      a pair differs if its adjusted p is below this
 * @param adjustment over the pairs of a row that were tested
 */
public record ColumnProportions(
        List<Long> bases, List<List<String>> letters, List<Pair> pairs, double alpha, Adjustment adjustment) {
    public ColumnProportions {
        bases = List.copyOf(bases);
        letters = letters.stream().map(List::copyOf).toList();
        pairs = List.copyOf(pairs);
    }

    /**
     * Two columns in a row.
     *
     * @param test undefined if a base is too small, or nobody or everybody in both columns is in the row
     */
    public record Pair(int row, int first, int second, Outcome<Test> test) {}

    /** The z of a pair with its two-sided p and its p adjusted. */
    public record Test(double z, double p, double adjustedP) {}

    /**
     * The comparison of all columns in all rows.
     *
     * @param minimumBase columns with fewer respondents are not compared
     */
    public static ColumnProportions of(CountTable table, double alpha, Adjustment adjustment, long minimumBase) {
        List<Pair> pairs = new ArrayList<>();
        List<List<String>> letters = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            List<Pair> ofRow = row(table, row, adjustment, minimumBase);
            pairs.addAll(ofRow);
            List<String> cells = new ArrayList<>();
            for (int column = 0; column < table.columns(); column++) {
                cells.add(letters(ofRow, column, alpha));
            }
            letters.add(cells);
        }
        List<Long> bases = new ArrayList<>();
        for (int column = 0; column < table.columns(); column++) {
            bases.add(table.columnTotal(column));
        }
        return new ColumnProportions(bases, letters, pairs, alpha, adjustment);
    }

    private static List<Pair> row(CountTable table, int row, Adjustment adjustment, long minimumBase) {
        List<Outcome<Double>> scores = new ArrayList<>();
        for (int a = 0; a < table.columns(); a++) {
            for (int b = a + 1; b < table.columns(); b++) {
                scores.add(z(table, row, a, b, minimumBase));
            }
        }
        double[] p = scores.stream()
                .mapToDouble(z -> z.map(Normal::twoSided).toOptional().orElse(Double.NaN))
                .toArray();
        double[] adjusted = adjustment.of(p);
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < table.columns(); a++) {
            for (int b = a + 1; b < table.columns(); b++) {
                int at = pairs.size();
                pairs.add(new Pair(row, a, b, scores.get(at).map(z -> new Test(z, p[at], adjusted[at]))));
            }
        }
        return pairs;
    }

    private static Outcome<Double> z(CountTable table, int row, int a, int b, long minimumBase) {
        double baseA = table.columnTotal(a);
        double baseB = table.columnTotal(b);
        if (Math.min(baseA, baseB) < Math.max(1, minimumBase)) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS, "a base is below %d: %.0f, %.0f", minimumBase, baseA, baseB);
        }
        double pooled = (table.count(row, a) + table.count(row, b)) / (baseA + baseB);
        if (pooled == 0 || pooled == 1) {
            return Outcome.undefined(Reason.NO_VARIATION, "the shares of both columns are %.0f", pooled);
        }
        double difference = table.count(row, a) / baseA - table.count(row, b) / baseB;
        return Outcome.of(difference / Math.sqrt(pooled * (1 - pooled) * (1 / baseA + 1 / baseB)));
    }

    private static String letters(List<Pair> pairs, int column, double alpha) {
        return Letters.joined(pairs.stream().flatMap(pair -> pair.test().toOptional().stream()
                .filter(test -> test.adjustedP() < alpha)
                .flatMap(test -> {
                    int larger = test.z() > 0 ? pair.first() : pair.second();
                    int smaller = test.z() > 0 ? pair.second() : pair.first();
                    return larger == column ? Stream.of(Letters.of(smaller)) : Stream.empty();
                })));
    }
}
