package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import java.util.List;

/**
 * Covariances of scales with whole scores, each over the rows that have both variables; in one pass, in parallel, exact
 * up to the last division. R: {@code cov(use = "pairwise")}.
 */
public final class PairMoments {
    private static final int BLOCK = 2048;
    private static final int HALF = 32;

    /** For variables i and j: rows with both, and there the sums of i's scores and of products. */
    private final long[][] n;

    private final long[][] sums;
    private final long[][] products;

    private PairMoments(int variables) {
        this.n = new long[variables][variables];
        this.sums = new long[variables][variables];
        this.products = new long[variables][variables];
    }

    /** Whether all columns are scales of whole scores that aren't far apart. */
    public static boolean canSum(List<? extends ScoredColumn> columns) {
        return ScoreSums.canSum(columns);
    }

    /** @throws IllegalArgumentException if not {@link #canSum}, or columns differ in their number of rows */
    public static PairMoments of(List<? extends ScoredColumn> columns) {
        if (!canSum(columns)) {
            throw new IllegalArgumentException("the columns must be scales of whole scores");
        }
        List<CodedColumn> coded = columns.stream().map(CodedColumn.class::cast).toList();
        return Chunks.merged(CodeCounts.commonRows(coded), (from, size) -> of(coded, from, size), PairMoments::merge);
    }

    private static PairMoments of(List<CodedColumn> columns, int from, int size) {
        int variables = columns.size();
        int[][] steps = columns.stream().map(ScoreSums::steps).toArray(int[][]::new);
        int[] indices = new int[BLOCK];
        int[][] scores = new int[variables][BLOCK];
        int[][] present = new int[variables][BLOCK];
        long[][] both = new long[variables][BLOCK];
        PairMoments moments = new PairMoments(variables);
        for (int done = 0; done < size; done += BLOCK) {
            int some = Math.min(BLOCK, size - done);
            for (int i = 0; i < variables; i++) {
                columns.get(i).indices(from + done, some, indices);
                for (int row = 0; row < some; row++) {
                    present[i][row] = 1 + (indices[row] >> 31);
                    scores[i][row] = indices[row] < 0 ? 0 : steps[i][indices[row]];
                }
                ScoreSums.pack(scores[i], present[i], some, both[i]);
            }
            for (int i = 0; i < variables; i++) {
                for (int j = i; j < variables; j++) {
                    moments.add(
                            i, j, ScoreSums.dot(scores[i], both[j], some), ScoreSums.dot(present[i], both[j], some));
                }
            }
        }
        return moments;
    }

    /**
     * @param ofScores  Σ xy, and Σ x of the rows with y in the upper half
     * @param ofPresent Σ y of the rows with x, and their number in the upper half
     */
    private void add(int i, int j, long ofScores, long ofPresent) {
        products[i][j] += ofScores & 0xffff_ffffL;
        sums[i][j] += ofScores >>> HALF;
        n[i][j] += ofPresent >>> HALF;
        if (i != j) {
            products[j][i] = products[i][j];
            sums[j][i] += ofPresent & 0xffff_ffffL;
            n[j][i] = n[i][j];
        }
    }

    /**
     * What the rows of both give.
     *
     * @throws IllegalArgumentException if the number of variables differs
     */
    public PairMoments merge(PairMoments other) {
        int variables = n.length;
        if (variables != other.n.length) {
            throw new IllegalArgumentException("variables must be %d: %d".formatted(variables, other.n.length));
        }
        PairMoments merged = new PairMoments(variables);
        for (int i = 0; i < variables; i++) {
            for (int j = 0; j < variables; j++) {
                merged.n[i][j] = n[i][j] + other.n[i][j];
                merged.sums[i][j] = sums[i][j] + other.sums[i][j];
                merged.products[i][j] = products[i][j] + other.products[i][j];
            }
        }
        return merged;
    }

    public int variables() {
        return n.length;
    }

    /** Rows that have both. */
    public long n(int one, int other) {
        return n[one][other];
    }

    /** With n - 1, over the rows that have both; NaN for fewer than two. */
    public double covariance(int one, int other) {
        return n[one][other] < 2
                ? Double.NaN
                : ScoreSums.centred(products[one][other], sums[one][other], sums[other][one], n[one][other])
                        / (n[one][other] - 1);
    }
}
