package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Means, variances and covariances of several variables over the rows that have all of them.
 *
 * <p>Deviations are taken from the first complete row and summed in chunks, each in two passes, so that large means cost
 * no digits and a constant's variance is exactly 0; parts counted apart merge to what the whole gives. Chunks are the
 * same however many threads work, and so is the result. R: {@code cov(use = "complete.obs")}.
 *
 * @see <a href="https://doi.org/10.1080/00031305.1983.10483115">Chan, Golub, LeVeque (1983), American Statistician 37</a>
 */
public final class CoMoments {
    /** Correlations nearer to ±1 than sums of doubles can tell. */
    private static final double ROUNDING = 5e-16;

    private final long rows;
    private final long n;
    private final double[] origin;
    private final double[] offsets;
    private final double[][] products;

    /**
     * @param rows     counted, complete or not
     * @param origin   what deviations are taken from
     * @param offsets  means less the origin
     * @param products sums of products of deviations from the means; the upper triangle
     */
    CoMoments(long rows, long n, double[] origin, double[] offsets, double[][] products) {
        this.rows = rows;
        this.n = n;
        this.origin = origin;
        this.offsets = offsets;
        this.products = products;
    }

    /** Of one array per row, NaN where missing. */
    public static CoMoments of(double[][] rows) {
        int variables = rows.length == 0 ? 0 : rows[0].length;
        return DeviationSums.of(
                variables, rows.length, (row, into) -> System.arraycopy(rows[row], 0, into, 0, variables));
    }

    /**
     * Of columns; where all are scales of whole scores, in whole numbers and so without any rounding of sums.
     *
     * @throws IllegalArgumentException if the columns differ in their number of rows
     */
    public static CoMoments of(List<? extends ScoredColumn> columns) {
        int rows = columns.isEmpty() ? 0 : columns.get(0).rows();
        for (ScoredColumn column : columns) {
            if (column.rows() != rows) {
                throw new IllegalArgumentException(
                        "%s must have %d rows, as the first column: %d".formatted(column.name(), rows, column.rows()));
            }
        }
        if (ScoreSums.canSum(columns)) {
            return ScoreSums.moments(
                    columns.stream().map(CodedColumn.class::cast).toList());
        }
        ScoredColumn[] all = columns.toArray(ScoredColumn[]::new);
        return DeviationSums.of(all.length, rows, (row, into) -> {
            for (int i = 0; i < all.length; i++) {
                into[i] = all[i].score(row);
            }
        });
    }

    /**
     * What the rows of both give.
     *
     * @throws IllegalArgumentException if the number of variables differs
     */
    public CoMoments merge(CoMoments other) {
        if (rows == 0 || other.rows == 0) {
            return rows == 0 ? other : this;
        }
        if (variables() != other.variables()) {
            throw new IllegalArgumentException("variables must be %d: %d".formatted(variables(), other.variables()));
        }
        if (n == 0 || other.n == 0) {
            CoMoments some = n == 0 ? other : this;
            return new CoMoments(rows + other.rows, some.n, some.origin, some.offsets, some.products);
        }
        int variables = variables();
        double total = (double) n + other.n;
        double[] gaps = new double[variables];
        double[] merged = new double[variables];
        for (int i = 0; i < variables; i++) {
            gaps[i] = other.origin[i] - origin[i] + (other.offsets[i] - offsets[i]);
            merged[i] = offsets[i] + gaps[i] * (other.n / total);
        }
        double[][] sums = new double[variables][variables];
        for (int i = 0; i < variables; i++) {
            for (int j = i; j < variables; j++) {
                sums[i][j] = products[i][j] + other.products[i][j] + gaps[i] * gaps[j] * (n * (other.n / total));
            }
        }
        return new CoMoments(rows + other.rows, n + other.n, origin, merged, sums);
    }

    /** The same with one variable's values turned round: each of them taken from a sum, such as that of a scale's ends. */
    public CoMoments turned(int variable, double sum) {
        double[] from = origin.clone();
        double[] means = offsets.clone();
        from[variable] = sum - origin[variable];
        means[variable] = -offsets[variable];
        double[][] sums = new double[products.length][];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = products[i].clone();
            for (int j = i; j < sums.length; j++) {
                sums[i][j] *= i != j && (i == variable || j == variable) ? -1 : 1;
            }
        }
        return new CoMoments(rows, n, from, means, sums);
    }

    public int variables() {
        return origin.length;
    }

    /** Complete rows. */
    public long n() {
        return n;
    }

    /** Rows that lack a value. */
    public long excluded() {
        return rows - n;
    }

    /** NaN if no row is complete. */
    public double mean(int variable) {
        return n == 0 ? Double.NaN : origin[variable] + offsets[variable];
    }

    /** With n - 1; NaN for fewer than two complete rows. */
    public double variance(int variable) {
        return covariance(variable, variable);
    }

    /** With n - 1; NaN for fewer than two complete rows. */
    public double covariance(int one, int other) {
        return n < 2 ? Double.NaN : products[Math.min(one, other)][Math.max(one, other)] / (n - 1);
    }

    /** From -1 to 1; NaN if one of both does not vary. */
    public double correlation(int one, int other) {
        double squares = products[one][one] * products[other][other];
        if (!(products[one][one] > 0 && products[other][other] > 0)) {
            return Double.NaN;
        }
        double product = products[Math.min(one, other)][Math.max(one, other)];
        double r = squares > Double.MIN_NORMAL && squares < Double.MAX_VALUE
                ? product / Math.sqrt(squares)
                : product / Math.sqrt(products[one][one]) / Math.sqrt(products[other][other]);
        return Math.abs(r) > 1 - ROUNDING ? Math.signum(r) : r;
    }

    /** All covariances; NaN as {@link #covariance}. */
    public RealMatrix covariances() {
        return matrix(this::covariance);
    }

    /** All correlations with a diagonal of 1; undefined for fewer than two complete rows or where a variable is constant. */
    public Outcome<RealMatrix> correlations() {
        if (n < 2) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "correlations need two complete responses: %d", n);
        }
        for (int i = 0; i < variables(); i++) {
            if (!(products[i][i] > 0)) {
                return Outcome.undefined(Reason.NO_VARIATION, "all answers to variable %d are %s", i + 1, mean(i));
            }
        }
        return Outcome.of(matrix((i, j) -> i == j ? 1 : correlation(i, j)));
    }

    private interface Cell {
        double at(int row, int column);
    }

    private RealMatrix matrix(Cell cell) {
        double[][] values = new double[variables()][];
        for (int i = 0; i < values.length; i++) {
            int row = i;
            values[i] = IntStream.range(0, variables())
                    .mapToDouble(j -> cell.at(row, j))
                    .toArray();
        }
        return new Array2DRowRealMatrix(values, false);
    }
}
