package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Sums of products of scales' scores over the rows that have all of them, in whole numbers: exact, and fast because a
 * multiplication of longs makes two products of small numbers.
 */
final class ScoreSums {
    /** Two products of scores up to this, summed over a block, fit side by side into a long. */
    private static final int WIDEST = 511;

    private static final int BLOCK = 2048;
    private static final int HALF = 32;

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

    private static ScoreSums of(List<CodedColumn> columns, int from, int size) {
        int variables = columns.size();
        int[][] steps = columns.stream().map(ScoreSums::steps).toArray(int[][]::new);
        int[][] indices = new int[variables][BLOCK];
        int[] kept = new int[BLOCK];
        int[][] scores = new int[variables][BLOCK];
        long[][] paired = new long[(variables + 1) / 2][BLOCK];
        long[] sums = new long[variables];
        long[][] products = new long[variables][variables];
        long n = 0;
        for (int done = 0; done < size; done += BLOCK) {
            int some = Math.min(BLOCK, size - done);
            for (int i = 0; i < variables; i++) {
                columns.get(i).indices(from + done, some, indices[i]);
            }
            int complete = complete(indices, some, kept);
            n += complete;
            for (int i = 0; i < variables; i++) {
                sums[i] += gather(indices[i], kept, complete, steps[i], scores[i]);
            }
            for (int pair = 0; pair < paired.length; pair++) {
                pack(
                        scores[2 * pair],
                        2 * pair + 1 < variables ? scores[2 * pair + 1] : new int[BLOCK],
                        complete,
                        paired[pair]);
            }
            for (int i = 0; i < variables; i++) {
                for (int pair = i / 2; pair < paired.length; pair++) {
                    long both = dot(scores[i], paired[pair], complete);
                    products[i][2 * pair] += both & 0xffff_ffffL;
                    if (2 * pair + 1 < variables) {
                        products[i][2 * pair + 1] += both >>> HALF;
                    }
                }
            }
        }
        return new ScoreSums(size, n, sums, products);
    }

    /** The places of the rows without a negative index. */
    private static int complete(int[][] indices, int size, int[] kept) {
        int[] signs = new int[size];
        for (int[] column : indices) {
            for (int row = 0; row < size; row++) {
                signs[row] |= column[row];
            }
        }
        int complete = 0;
        for (int row = 0; row < size; row++) {
            kept[complete] = row;
            complete += 1 + (signs[row] >> 31);
        }
        return complete;
    }

    /** Writes the kept rows' scores; returns their sum. */
    private static long gather(int[] indices, int[] kept, int size, int[] steps, int[] into) {
        long sum = 0;
        for (int row = 0; row < size; row++) {
            into[row] = steps[indices[kept[row]]];
            sum += into[row];
        }
        return sum;
    }

    static void pack(int[] low, int[] high, int size, long[] into) {
        for (int row = 0; row < size; row++) {
            into[row] = (long) high[row] << HALF | low[row];
        }
    }

    static long dot(int[] x, long[] y, int size) {
        long first = 0;
        long second = 0;
        int row = 0;
        for (; row < size - 1; row += 2) {
            first += x[row] * y[row];
            second += x[row + 1] * y[row + 1];
        }
        return row < size ? first + second + x[row] * y[row] : first + second;
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
