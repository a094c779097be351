package io.earshot.statistics.missing;

import io.earshot.dataset.Watch;
import io.earshot.statistics.Complete;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * Means and covariances of normal variables of which values are missing at random: maximum likelihood by expectation and
 * maximization.
 *
 * @param mean       of each variable
 * @param covariance with divisor n
 * @param patterns   rows by which values they have, in order of appearance
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1977.tb01600.x">Dempster, Laird and Rubin (1977), JRSS B 39, 1-38</a>
 */
record NormalMoments(double[] mean, RealMatrix covariance, List<Pattern> patterns, int n, int iterations) {
    private static final double TOLERANCE = 1e-10;
    private static final int ITERATIONS = 20_000;

    /** Rows that have the same variables. */
    record Pattern(int[] present, int[] absent, List<double[]> rows) {}

    /** Undefined without rows, for a variable without variation, or if the iterations do not converge. */
    static Outcome<NormalMoments> of(double[][] rows) {
        List<Pattern> patterns = patterns(rows);
        int n = patterns.stream().mapToInt(pattern -> pattern.rows().size()).sum();
        if (n == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "no row has a value");
        }
        int k = rows[0].length;
        double[] mean = new double[k];
        RealMatrix covariance = new Array2DRowRealMatrix(k, k);
        for (int i = 0; i < k; i++) {
            int variable = i;
            double[] values = Complete.values(
                    Arrays.stream(rows).mapToDouble(row -> row[variable]).toArray());
            double variance = Moments.variance(values);
            if (!(variance > 0)) {
                return Outcome.undefined(Reason.NO_VARIATION, "variable %d of %d does not vary", i + 1, k);
            }
            mean[i] = Moments.mean(values);
            covariance.setEntry(i, i, variance);
        }
        NormalMoments moments = new NormalMoments(mean, covariance, patterns, n, 0);
        try {
            for (int iteration = 1; iteration <= ITERATIONS; iteration++) {
                Watch.look();
                NormalMoments next = moments.step(iteration);
                if (moments.distance(next) < TOLERANCE) {
                    return Outcome.of(next);
                }
                moments = next;
            }
        } catch (SingularMatrixException e) {
            return Outcome.undefined(Reason.SINGULAR, "variables are sums of others where both are there");
        }
        return Outcome.undefined(Reason.NOT_CONVERGED, "the moments did not settle in %d iterations", ITERATIONS);
    }

    private static List<Pattern> patterns(double[][] rows) {
        Map<BitSet, Pattern> byPresence = new LinkedHashMap<>();
        for (double[] row : rows) {
            BitSet there = new BitSet();
            for (int i = 0; i < row.length; i++) {
                there.set(i, !Double.isNaN(row[i]));
            }
            if (!there.isEmpty()) {
                BitSet gone = new BitSet();
                gone.set(0, row.length);
                gone.andNot(there);
                byPresence
                        .computeIfAbsent(
                                there,
                                unused -> new Pattern(
                                        there.stream().toArray(), gone.stream().toArray(), new ArrayList<>()))
                        .rows()
                        .add(row);
            }
        }
        return List.copyOf(byPresence.values());
    }

    private NormalMoments step(int iteration) {
        int k = mean.length;
        double[] sums = new double[k];
        double[][] products = new double[k][k];
        for (Pattern pattern : patterns) {
            int[] o = pattern.present();
            int[] m = pattern.absent();
            RealMatrix coefficients = null;
            RealMatrix rest = null;
            if (m.length > 0) {
                RealMatrix cross = covariance.getSubMatrix(m, o);
                coefficients = cross.multiply(new LUDecomposition(covariance.getSubMatrix(o, o))
                        .getSolver()
                        .getInverse());
                rest = covariance.getSubMatrix(m, m).subtract(coefficients.multiply(cross.transpose()));
            }
            for (double[] row : pattern.rows()) {
                double[] filled = row.clone();
                if (coefficients != null) {
                    double[] differences =
                            Arrays.stream(o).mapToDouble(i -> row[i] - mean[i]).toArray();
                    double[] expected = coefficients.operate(differences);
                    for (int i = 0; i < m.length; i++) {
                        filled[m[i]] = mean[m[i]] + expected[i];
                    }
                }
                for (int i = 0; i < k; i++) {
                    sums[i] += filled[i] - mean[i];
                    for (int j = 0; j < k; j++) {
                        products[i][j] += (filled[i] - mean[i]) * (filled[j] - mean[j]);
                    }
                }
            }
            if (rest != null) {
                for (int i = 0; i < m.length; i++) {
                    for (int j = 0; j < m.length; j++) {
                        products[m[i]][m[j]] += pattern.rows().size() * rest.getEntry(i, j);
                    }
                }
            }
        }
        double[] nextMean = new double[k];
        double[][] next = new double[k][k];
        for (int i = 0; i < k; i++) {
            nextMean[i] = mean[i] + sums[i] / n;
            for (int j = 0; j < k; j++) {
                next[i][j] = products[i][j] / n - sums[i] / n * (sums[j] / n);
            }
        }
        return new NormalMoments(nextMean, new Array2DRowRealMatrix(next, false), patterns, n, iteration);
    }

    private double distance(NormalMoments next) {
        double largest = 0;
        for (int i = 0; i < mean.length; i++) {
            double sd = Math.sqrt(next.covariance.getEntry(i, i));
            largest = Math.max(largest, Math.abs(next.mean[i] - mean[i]) / sd);
            for (int j = 0; j < mean.length; j++) {
                double change = next.covariance.getEntry(i, j) - covariance.getEntry(i, j);
                largest = Math.max(largest, Math.abs(change) / sd / Math.sqrt(next.covariance.getEntry(j, j)));
            }
        }
        return largest;
    }
}
