package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Sums of products of scales' scores over the rows that have all of them, in whole numbers: exact, and fast because
 * {@link BitPlanes} take 64 rows at once.
 */
final class ScoreSums {
    /** Nine binary digits: with more, counting bits is no faster than multiplying. */
    private static final int WIDEST = 511;

    private final long rows;
    private final long n;
    private final long[] sums;
    private final long[][] products;

    private ScoreSums(long rows, long n, long[] sums, long[][] products) {
        this.rows = rows;
        this.n = n;
        this.sums = sums;
        this.products = products;
    }

    /** Whether all columns are scales of whole scores that aren't far apart. */
    static boolean canSum(List<? extends ScoredColumn> columns) {
        return !columns.isEmpty()
                && columns.stream().allMatch(column -> column instanceof CodedColumn coded && isWhole(coded));
    }

    private static boolean isWhole(CodedColumn column) {
        double lowest = lowest(column);
        return !column.codes().isEmpty()
                && scores(column).allMatch(score -> score == Math.rint(score) && score - lowest <= WIDEST);
    }

    static double lowest(CodedColumn column) {
        return scores(column).min().orElse(0);
    }

    private static DoubleStream scores(CodedColumn column) {
        return IntStream.range(0, column.codes().size()).mapToDouble(column::scoreOf);
    }

    /** Each code's score less the lowest. */
    static int[] steps(CodedColumn column) {
        double lowest = lowest(column);
        return scores(column).mapToInt(score -> (int) (score - lowest)).toArray();
    }

    /** Sums of what {@link #canSum}. */
    static CoMoments moments(List<CodedColumn> columns) {
        int rows = CodeCounts.commonRows(columns);
        ScoreSums all = Chunks.merged(rows, (from, size) -> of(columns, from, size), ScoreSums::merge);
        int variables = columns.size();
        double[] means = new double[variables];
        double[][] deviations = new double[variables][variables];
        for (int i = 0; i < variables; i++) {
            means[i] = all.n == 0 ? 0 : (double) all.sums[i] / all.n;
            for (int j = i; j < variables; j++) {
                deviations[i][j] = all.n == 0 ? 0 : centred(all.products[i][j], all.sums[i], all.sums[j], all.n);
            }
        }
        double[] origin = columns.stream().mapToDouble(ScoreSums::lowest).toArray();
        return new CoMoments(all.rows, all.n, origin, means, deviations);
    }

    /** Σ xy - Σ x Σ y / n without loss. */
    static double centred(long products, long x, long y, long n) {
        BigInteger difference = BigInteger.valueOf(products)
                .multiply(BigInteger.valueOf(n))
                .subtract(BigInteger.valueOf(x).multiply(BigInteger.valueOf(y)));
        return difference.doubleValue() / n;
    }

    static List<BitPlanes> planes(List<CodedColumn> columns) {
        return columns.stream()
                .map(column -> new BitPlanes(column, steps(column)))
                .toList();
    }

    private static ScoreSums of(List<CodedColumn> columns, int from, int size) {
        int variables = columns.size();
        List<BitPlanes> planes = planes(columns);
        long[] complete = new long[BitPlanes.words(BitPlanes.BLOCK)];
        long[] sums = new long[variables];
        long[][] products = new long[variables][variables];
        long n = 0;
        for (int done = 0; done < size; done += BitPlanes.BLOCK) {
            int some = Math.min(BitPlanes.BLOCK, size - done);
            int words = BitPlanes.words(some);
            Arrays.fill(complete, -1L);
            for (BitPlanes column : planes) {
                column.read(from + done, some);
                for (int word = 0; word < words; word++) {
                    complete[word] &= column.answered()[word];
                }
            }
            for (BitPlanes column : planes) {
                column.keep(complete, words);
            }
            n += planes.get(0).count(complete, words);
            for (int i = 0; i < variables; i++) {
                sums[i] += planes.get(i).sum(complete, words);
                for (int j = i; j < variables; j++) {
                    products[i][j] += planes.get(i).products(planes.get(j), words);
                }
            }
        }
        return new ScoreSums(size, n, sums, products);
    }

    private ScoreSums merge(ScoreSums other) {
        long[] together = sums.clone();
        Arrays.setAll(together, i -> together[i] + other.sums[i]);
        long[][] all = new long[products.length][];
        for (int i = 0; i < all.length; i++) {
            long[] mine = products[i];
            long[] theirs = other.products[i];
            all[i] = new long[mine.length];
            Arrays.setAll(all[i], j -> mine[j] + theirs[j]);
        }
        return new ScoreSums(rows + other.rows, n + other.n, together, all);
    }
}
