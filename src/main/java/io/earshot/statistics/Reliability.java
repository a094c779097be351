package io.earshot.statistics;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Cronbach's alpha of a scale with its items, over responses that answered all of them.
 *
 * <p>alpha = k / (k - 1) (1 - Σ item variances / variance of the sum); at most 1, negative where items oppose each other.
 * Feldt's interval: 1 - (1 - alpha) F, with the quantiles of F on n - 1 and (n - 1)(k - 1) degrees of freedom.
 * R: {@code psych::alpha} on complete cases.
 *
 * @param n        responses that answered every item
 * @param excluded responses that lack one or more
 * @param alpha    with Feldt's interval
 * @see <a href="https://doi.org/10.1007/BF02310555">Cronbach (1951), Psychometrika 16, 297-334</a>
 * @see <a href="https://doi.org/10.1007/BF02289499">Feldt (1965), Psychometrika 30, 357-370</a>
 */
public record Reliability(String scale, List<Item> items, long n, long excluded, Interval alpha) {
    public Reliability {
        items = List.copyOf(items);
    }

    /**
     * One item, its values turned round where it is reversed.
     *
     * @param sd                  with n - 1
     * @param itemRestCorrelation with the sum of the other items; undefined if either does not vary
     * @param alphaIfDropped      alpha of the other items; undefined if fewer than two remain or their sum does not vary
     */
    public record Item(
            String variable,
            boolean reversed,
            double mean,
            double sd,
            Outcome<Double> itemRestCorrelation,
            Outcome<Double> alphaIfDropped) {}

    /**
     * The reliability of a scale; undefined for fewer than two items or two complete responses, or if their sums do not
     * vary.
     *
     * @param reversed   names of the items to turn round: the scale's lowest score plus its highest less the answer's
     * @param confidence of the interval, in (0, 1)
     * @throws IllegalArgumentException if items differ in their number of rows, {@code reversed} names none
     *     of them, or {@code confidence} is outside (0, 1)
     */
    public static Outcome<Reliability> of(
            String scale, List<CodedColumn> items, Set<String> reversed, double confidence) {
        requireNonNull(scale, "scale");
        Interval.requireConfidence(confidence);
        for (String name : reversed) {
            if (items.stream().noneMatch(item -> item.name().equals(name))) {
                throw new IllegalArgumentException("%s is reversed but no item of %s".formatted(name, scale));
            }
        }
        if (items.size() < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_VARIABLES, "the reliability of %s needs two items: %d", scale, items.size());
        }
        double[][] answers = completeAnswers(items, reversed);
        if (answers.length < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS,
                    "the reliability of %s needs two responses to all items: %d",
                    scale,
                    answers.length);
        }
        RealMatrix covariance = new Covariance(answers).getCovarianceMatrix();
        return alpha(covariance, all(items.size()), scale)
                .map(alpha -> new Reliability(
                        scale,
                        described(scale, items, reversed, answers, covariance),
                        answers.length,
                        items.get(0).rows() - answers.length,
                        feldt(alpha, answers.length, items.size(), confidence)));
    }

    /** Feldt's interval around an alpha of k items and n responses. */
    private static Interval feldt(double alpha, long n, int k, double confidence) {
        FDistribution f = FDistribution.of(n - 1, (n - 1.0) * (k - 1));
        double tail = (1 - confidence) / 2;
        double low = 1 - (1 - alpha) * f.inverseSurvivalProbability(tail);
        double high = 1 - (1 - alpha) * f.inverseCumulativeProbability(tail);
        return new Interval(alpha, low, high, confidence);
    }

    private static List<Item> described(
            String scale, List<CodedColumn> items, Set<String> reversed, double[][] answers, RealMatrix covariance) {
        List<Item> described = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            int item = i;
            String name = items.get(i).name();
            double mean = Arrays.stream(answers).mapToDouble(row -> row[item]).sum() / answers.length;
            described.add(new Item(
                    name,
                    reversed.contains(name),
                    mean,
                    Math.sqrt(covariance.getEntry(i, i)),
                    itemRest(covariance, i, name),
                    alpha(covariance, without(i, items.size()), scale)));
        }
        return described;
    }

    private static Outcome<Double> alpha(RealMatrix covariance, int[] items, String scale) {
        int k = items.length;
        if (k < 2) {
            return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "the reliability of %s needs two items: %d", scale, k);
        }
        double variances = 0;
        double total = 0;
        for (int i : items) {
            variances += covariance.getEntry(i, i);
            for (int j : items) {
                total += covariance.getEntry(i, j);
            }
        }
        if (!(total > 0)) {
            return Outcome.undefined(Reason.NO_VARIATION, "all responses to %s have the same sum", scale);
        }
        return Outcome.of(k / (k - 1.0) * (1 - variances / total));
    }

    private static Outcome<Double> itemRest(RealMatrix covariance, int item, String name) {
        int[] rest = without(item, covariance.getRowDimension());
        double shared = 0;
        double restVariance = 0;
        for (int i : rest) {
            shared += covariance.getEntry(item, i);
            for (int j : rest) {
                restVariance += covariance.getEntry(i, j);
            }
        }
        double product = covariance.getEntry(item, item) * restVariance;
        if (!(product > 0)) {
            return Outcome.undefined(Reason.NO_VARIATION, "%s or the sum of the other items does not vary", name);
        }
        return Outcome.of(shared / Math.sqrt(product));
    }

    private static double[][] completeAnswers(List<CodedColumn> items, Set<String> reversed) {
        int rows = items.get(0).rows();
        for (CodedColumn item : items) {
            if (item.rows() != rows) {
                throw new IllegalArgumentException(
                        "%s must have %d rows, as the first item: %d".formatted(item.name(), rows, item.rows()));
            }
        }
        List<double[]> complete = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double[] answers = new double[items.size()];
            for (int i = 0; i < answers.length; i++) {
                CodedColumn item = items.get(i);
                double score = item.score(row);
                answers[i] = reversed.contains(item.name()) ? lowest(item) + highest(item) - score : score;
            }
            if (Arrays.stream(answers).noneMatch(Double::isNaN)) {
                complete.add(answers);
            }
        }
        return complete.toArray(double[][]::new);
    }

    private static double lowest(CodedColumn item) {
        return scores(item).min().orElse(Double.NaN);
    }

    private static double highest(CodedColumn item) {
        return scores(item).max().orElse(Double.NaN);
    }

    private static DoubleStream scores(CodedColumn item) {
        return IntStream.range(0, item.codes().size()).mapToDouble(item::scoreOf);
    }

    private static int[] all(int k) {
        return IntStream.range(0, k).toArray();
    }

    private static int[] without(int item, int k) {
        return IntStream.range(0, k).filter(i -> i != item).toArray();
    }
}
