package io.earshot.statistics.scale;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.WeightedCoMoments;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Cronbach's alpha of a scale with its items by name, those that point the other way turned round: {@link CronbachAlpha} of
 * the answers as columns hold them.
 *
 * @param n        responses that answered every item
 * @param excluded responses that lack one or more
 * @param alpha    with Feldt's interval
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
        CronbachAlpha found = CronbachAlpha.of(moments(items, reversed), confidence);
        return found.alpha()
                .cases(
                        alpha -> Outcome.of(new Reliability(
                                scale, described(items, reversed, found), found.n(), found.excluded(), alpha)),
                        undefined -> Outcome.undefined(undefined.reason(), "%s: %s", scale, undefined.sentence()));
    }

    /**
     * The same by weight: item statistics and alpha of weighted covariances, its interval linearised on the scale of
     * ln(1 - alpha) with Student's t on n - 1 degrees of freedom. R: {@code survey::svycralpha}; {@code svycontrast} of
     * {@code svyvar} for the interval.
     *
     * @param weights one a row, at least 0
     */
    public static Outcome<Reliability> weighted(
            String scale, List<CodedColumn> items, Set<String> reversed, double[] weights, double confidence) {
        Interval.requireConfidence(confidence);
        if (items.size() < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_VARIABLES, "the reliability of %s needs two items: %d", scale, items.size());
        }
        double[][] rows = turned(items, reversed);
        WeightedCoMoments moments = WeightedCoMoments.of(rows, weights);
        CronbachAlpha found = CronbachAlpha.of(moments.atEffectiveBase(), confidence);
        return found.alpha()
                .flatMap(alpha -> WeightedAlpha.interval(alpha.estimate(), rows, weights, confidence))
                .cases(
                        alpha -> Outcome.of(new Reliability(
                                scale, described(items, reversed, found), moments.n(), moments.excluded(), alpha)),
                        undefined -> Outcome.undefined(undefined.reason(), "%s: %s", scale, undefined.sentence()));
    }

    /** Means and covariances of the answers, with reversed items turned round; of millions of rows in little memory. */
    public static CoMoments moments(List<CodedColumn> items, Set<String> reversed) {
        CoMoments moments = CoMoments.of(items);
        for (int i = 0; i < items.size(); i++) {
            CodedColumn item = items.get(i);
            if (reversed.contains(item.name())) {
                moments = moments.turned(i, lowest(item) + highest(item));
            }
        }
        return moments;
    }

    /** The answers, one array a row, with reversed items turned round. */
    public static double[][] turned(List<CodedColumn> items, Set<String> reversed) {
        int rows = items.get(0).rows();
        for (CodedColumn item : items) {
            if (item.rows() != rows) {
                throw new IllegalArgumentException(
                        "%s must have %d rows, as the first item: %d".formatted(item.name(), rows, item.rows()));
            }
        }
        double[][] turned = new double[rows][items.size()];
        for (int row = 0; row < rows; row++) {
            double[] answers = turned[row];
            for (int i = 0; i < answers.length; i++) {
                CodedColumn item = items.get(i);
                double score = item.score(row);
                answers[i] = reversed.contains(item.name()) ? lowest(item) + highest(item) - score : score;
            }
        }
        return turned;
    }

    private static List<Item> described(List<CodedColumn> items, Set<String> reversed, CronbachAlpha found) {
        List<Item> described = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            CronbachAlpha.Item item = found.items().get(i);
            String name = items.get(i).name();
            described.add(new Item(
                    name,
                    reversed.contains(name),
                    item.mean().orElseThrow(),
                    item.sd().orElseThrow(),
                    item.itemRestCorrelation(),
                    item.alphaIfDropped()));
        }
        return described;
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
}
