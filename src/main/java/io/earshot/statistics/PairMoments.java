package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import java.util.List;

/**
 * Covariances of scales with whole scores, each over the rows that have both variables; in one pass, in parallel, exact
 * up to the last division. R: {@code cov(use = "pairwise")}.
 */
public final class PairMoments {
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
        List<BitPlanes> planes = ScoreSums.planes(columns);
        PairMoments moments = new PairMoments(columns.size());
        for (int done = 0; done < size; done += BitPlanes.BLOCK) {
            int some = Math.min(BitPlanes.BLOCK, size - done);
            for (BitPlanes column : planes) {
                column.read(from + done, some);
            }
            for (int i = 0; i < planes.size(); i++) {
                for (int j = i; j < planes.size(); j++) {
                    moments.add(i, j, planes.get(i), planes.get(j), BitPlanes.words(some));
                }
            }
        }
        return moments;
    }

    private void add(int i, int j, BitPlanes one, BitPlanes other, int words) {
        products[i][j] += one.products(other, words);
        sums[i][j] += one.sum(other.answered(), words);
        n[i][j] += one.count(other.answered(), words);
        if (i != j) {
            products[j][i] = products[i][j];
            sums[j][i] += other.sum(one.answered(), words);
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
