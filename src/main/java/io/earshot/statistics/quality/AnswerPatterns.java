package io.earshot.statistics.quality;

import io.earshot.dataset.CodedColumn;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a block of rating items, each combination once: {@link AnswerQuality} of respondents who are many, of whom only
 * counts are wanted. Memory grows with the number of different combinations.
 */
public final class AnswerPatterns {
    private static final int CHUNK = 1 << 12;
    // Nearer to singular than this R's mahalanobis is not tried either.
    private static final double SINGULAR = 1e-12;
    private static final double FLAGGED = 0.001;

    private final List<double[]> patterns = new ArrayList<>();
    private final List<long[]> counts = new ArrayList<>();
    private final int items;
    private long complete;

    private AnswerPatterns(int items) {
        this.items = items;
    }

    /** @param columns the items, one or more, of equally many rows; rows that lack an answer are left out */
    public static AnswerPatterns of(List<CodedColumn> columns) {
        AnswerPatterns all = new AnswerPatterns(columns.size());
        all.read(columns);
        return all;
    }

    private void read(List<CodedColumn> columns) {
        Map<ByteBuffer, long[]> byPattern = new HashMap<>();
        int[][] places = new int[items][CHUNK];
        int rows = columns.get(0).rows();
        ByteBuffer pattern = ByteBuffer.allocate(items * Short.BYTES);
        for (int from = 0; from < rows; from += CHUNK) {
            int size = Math.min(CHUNK, rows - from);
            for (int item = 0; item < items; item++) {
                columns.get(item).indices(from, size, places[item]);
            }
            for (int i = 0; i < size; i++) {
                if (pack(places, i, pattern)) {
                    complete++;
                    long[] count = byPattern.get(pattern);
                    if (count == null) {
                        count = new long[1];
                        byPattern.put(ByteBuffer.wrap(pattern.array().clone()), count);
                        patterns.add(scores(columns, places, i));
                        counts.add(count);
                    }
                    count[0]++;
                }
            }
        }
    }

    /** False if an item is missing. */
    private boolean pack(int[][] places, int at, ByteBuffer pattern) {
        for (int item = 0; item < items; item++) {
            if (places[item][at] < 0) {
                return false;
            }
            pattern.putShort(item * Short.BYTES, (short) places[item][at]);
        }
        return true;
    }

    private static double[] scores(List<CodedColumn> columns, int[][] places, int at) {
        double[] scores = new double[columns.size()];
        Arrays.setAll(scores, item -> columns.get(item).scoreOf(places[item][at]));
        return scores;
    }

    /** Respondents who answered all items. */
    public long complete() {
        return complete;
    }

    /** Respondents whose answers equal those of an earlier one. */
    public long duplicates() {
        return complete - patterns.size();
    }

    /**
     * Respondents whose squared Mahalanobis distance from the mean respondent is above the chi-square quantile at 0.999; none if
     * items are sums of others or do not vary. R: {@code mahalanobis(x, colMeans(x), cov(x)) > qchisq(.999, ncol(x))}.
     */
    public long outliers() {
        double[] mean = mean();
        DecompositionSolver solver = complete < 2 ? null : solver(covariance(mean));
        if (solver == null) {
            return 0;
        }
        double most = ChiSquaredDistribution.of(items).inverseSurvivalProbability(FLAGGED);
        long found = 0;
        for (int i = 0; i < patterns.size(); i++) {
            RealVector difference =
                    MatrixUtils.createRealVector(patterns.get(i)).subtract(MatrixUtils.createRealVector(mean));
            found += difference.dotProduct(solver.solve(difference)) > most ? counts.get(i)[0] : 0;
        }
        return found;
    }

    private double[] mean() {
        double[] mean = new double[items];
        for (int i = 0; i < patterns.size(); i++) {
            for (int item = 0; item < items; item++) {
                mean[item] += patterns.get(i)[item] * counts.get(i)[0] / complete;
            }
        }
        return mean;
    }

    private RealMatrix covariance(double[] mean) {
        double[][] covariance = new double[items][items];
        for (int i = 0; i < patterns.size(); i++) {
            double[] pattern = patterns.get(i);
            for (int a = 0; a < items; a++) {
                for (int b = 0; b < items; b++) {
                    covariance[a][b] +=
                            counts.get(i)[0] * (pattern[a] - mean[a]) * (pattern[b] - mean[b]) / (complete - 1.0);
                }
            }
        }
        return MatrixUtils.createRealMatrix(covariance);
    }

    private static @Nullable DecompositionSolver solver(RealMatrix covariance) {
        try {
            DecompositionSolver solver = new LUDecomposition(covariance).getSolver();
            double condition = 1 / (covariance.getNorm() * solver.getInverse().getNorm());
            return condition > SINGULAR ? solver : null;
        } catch (SingularMatrixException e) {
            return null;
        }
    }
}
