package io.earshot.statistics.quality;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Signs that a respondent answered a block of rating items without reading them.
 *
 * @param n              respondents, those with missing answers included
 * @param excluded       those of them that distances leave out because an answer is missing
 * @param respondents   in order
 * @param itemMissing   share of respondents that left an item out, per item, in [0, 1]
 * @param shareComplete of respondents that answered all items, in [0, 1]
 * @param duplicates    respondents whose answers equal those of an earlier one, missing ones included
 * @param distanceFlag  Mahalanobis distances above this are flagged: the chi-square quantile at 0.999
 */
public record AnswerQuality(
        long n,
        long excluded,
        List<Respondent> respondents,
        List<Double> itemMissing,
        double shareComplete,
        long duplicates,
        double distanceFlag) {
    // Nearer to singular than this R's mahalanobis is not tried either.
    private static final double SINGULAR = 1e-12;

    public AnswerQuality {
        respondents = List.copyOf(respondents);
        itemMissing = List.copyOf(itemMissing);
    }

    /**
     * One respondent's signs.
     *
     * @param longestRun  of equal answers in a row, missing ones skipped. R: {@code careless::longstring}
     * @param straight    true if all items have the same answer
     * @param variability standard deviation of the answers; undefined for fewer than two. R: {@code careless::irv}
     * @param distance    squared Mahalanobis distance from the mean respondent; undefined if an item is missing or items
     *     are sums of others
     * @param modeShare   share of the commonest answer; undefined without answers
     */
    public record Respondent(
            int longestRun,
            boolean straight,
            Outcome<Double> variability,
            Outcome<Double> distance,
            Outcome<Double> modeShare) {}

    /**
     * The signs of one row of answers per respondent, NaN where missing; undefined without respondents or items.
     */
    public static Outcome<AnswerQuality> of(double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "there are no answers to judge");
        }
        int items = rows[0].length;
        Outcome<Distances> distances = Distances.of(Complete.rows(rows));
        Set<List<Double>> seen = new HashSet<>();
        List<Respondent> respondents = new ArrayList<>();
        double[] missing = new double[items];
        long duplicates = 0;
        for (double[] row : rows) {
            respondents.add(respondent(row, distances));
            duplicates += seen.add(Arrays.stream(row).boxed().toList()) ? 0 : 1;
            for (int item = 0; item < items; item++) {
                missing[item] += Double.isNaN(row[item]) ? 1.0 / rows.length : 0;
            }
        }
        return Outcome.of(new AnswerQuality(
                rows.length,
                rows.length - Complete.rows(rows).length,
                respondents,
                Arrays.stream(missing).boxed().toList(),
                (double) Complete.rows(rows).length / rows.length,
                duplicates,
                ChiSquaredDistribution.of(items).inverseSurvivalProbability(0.001)));
    }

    private static Respondent respondent(double[] row, Outcome<Distances> distances) {
        double[] answers = Complete.values(row);
        boolean complete = answers.length == row.length;
        int longest = 0;
        int run = 0;
        Map<Double, Integer> counts = new HashMap<>();
        for (int i = 0; i < answers.length; i++) {
            run = i > 0 && answers[i] == answers[i - 1] ? run + 1 : 1;
            longest = Math.max(longest, run);
            counts.merge(answers[i], 1, Integer::sum);
        }
        Outcome<Double> distance = complete
                ? distances.map(from -> from.of(row))
                : Outcome.undefined(Reason.TOO_FEW_ANSWERS, "an item is missing");
        Outcome<Double> variability = answers.length < 2
                ? Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a spread needs two answers: %d", answers.length)
                : Outcome.of(Moments.sd(answers));
        Outcome<Double> mode = answers.length == 0
                ? Outcome.undefined(Reason.NO_ANSWERS, "the respondent answered nothing")
                : Outcome.of(counts.values().stream()
                                .mapToInt(Integer::intValue)
                                .max()
                                .orElse(0)
                        / (double) answers.length);
        return new Respondent(longest, complete && counts.size() == 1, variability, distance, mode);
    }

    /** Distances from a mean, in the units of a covariance. */
    private record Distances(double[] mean, DecompositionSolver covariance) {

        static Outcome<Distances> of(double[][] complete) {
            if (complete.length < 2) {
                return Outcome.undefined(
                        Reason.TOO_FEW_ANSWERS, "a distance needs two complete respondents: %d", complete.length);
            }
            double[] mean = new double[complete[0].length];
            for (double[] row : complete) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += row[i] / complete.length;
                }
            }
            if (mean.length < 2) {
                double variance = Moments.variance(
                        Arrays.stream(complete).mapToDouble(row -> row[0]).toArray());
                return solver(mean, MatrixUtils.createRealMatrix(new double[][] {{variance}}));
            }
            return solver(mean, new Covariance(complete).getCovarianceMatrix());
        }

        private static Outcome<Distances> solver(double[] mean, RealMatrix covariance) {
            try {
                DecompositionSolver solver = new LUDecomposition(covariance).getSolver();
                double condition =
                        1 / (covariance.getNorm() * solver.getInverse().getNorm());
                if (condition > SINGULAR) {
                    return Outcome.of(new Distances(mean, solver));
                }
            } catch (SingularMatrixException e) {
                return Outcome.undefined(Reason.SINGULAR, "items are sums of others, or do not vary");
            }
            return Outcome.undefined(Reason.SINGULAR, "items are nearly sums of others");
        }

        double of(double[] row) {
            var difference = MatrixUtils.createRealVector(row).subtract(MatrixUtils.createRealVector(mean));
            return difference.dotProduct(covariance.solve(difference));
        }
    }
}
