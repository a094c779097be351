package io.earshot.statistics.group;

import io.earshot.statistics.Moments;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Quantiles;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Samples;
import io.earshot.statistics.rank.Ranks;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether groups vary equally much.
 *
 * @param levene        analysis of variance of distances from the group's mean. R: {@code car::leveneTest(center = mean)}
 * @param brownForsythe of distances from the group's median: the one to report
 * @param bartlett      likelihood ratio, for normal data only; undefined if a group has one answer. R: {@code bartlett.test}
 * @param fligner       Fligner and Killeen's, on ranks of distances from the median. R: {@code fligner.test}
 */
public record VarianceHomogeneity(
        Outcome<Anova> levene, Outcome<Anova> brownForsythe, Outcome<ChiSquare> bartlett, Outcome<ChiSquare> fligner) {

    /** A chi-square on the groups less one degrees of freedom. */
    public record ChiSquare(double statistic, double p) {}

    public static VarianceHomogeneity of(Samples samples) {
        Samples groups = samples.used();
        return new VarianceHomogeneity(
                Anova.of(groups.with(distances(groups, Moments::mean))),
                Anova.of(groups.with(distances(groups, VarianceHomogeneity::median))),
                bartlett(groups),
                fligner(groups));
    }

    private static Outcome<ChiSquare> bartlett(Samples groups) {
        int k = groups.size();
        if (k < 2) {
            return Outcome.undefined(Reason.TOO_FEW_CATEGORIES, "a comparison needs two groups with answers: %d", k);
        }
        double all = 0;
        double pooled = 0;
        double logs = 0;
        double inverse = 0;
        for (int group = 0; group < k; group++) {
            double degrees = groups.n(group) - 1.0;
            if (degrees < 1) {
                return Outcome.undefined(
                        Reason.TOO_FEW_ANSWERS,
                        "group %s has one answer",
                        groups.names().get(group));
            }
            double variance = Moments.variance(groups.group(group));
            all += degrees;
            pooled += degrees * variance;
            logs += degrees * Math.log(variance);
            inverse += 1 / degrees;
        }
        if (pooled == 0) {
            return Outcome.undefined(Reason.NO_VARIATION, "no group varies");
        }
        double statistic = (all * Math.log(pooled / all) - logs) / (1 + (inverse - 1 / all) / (3 * (k - 1)));
        return Outcome.of(chiSquare(statistic, k));
    }

    private static Outcome<ChiSquare> fligner(Samples groups) {
        int k = groups.size();
        if (k < 2) {
            return Outcome.undefined(Reason.TOO_FEW_CATEGORIES, "a comparison needs two groups with answers: %d", k);
        }
        double[] ranks =
                Ranks.of(distances(groups, VarianceHomogeneity::median)).ranks();
        double n = ranks.length;
        double[] scores = Arrays.stream(ranks)
                .map(rank -> Normal.quantile((1 + rank / (n + 1)) / 2))
                .toArray();
        double variance = Moments.variance(scores);
        if (!(variance > 0)) {
            return Outcome.undefined(Reason.NO_VARIATION, "all answers are equally far from their group's median");
        }
        double mean = Moments.mean(scores);
        Samples byGroup = groups.with(scores);
        double sum = 0;
        for (int group = 0; group < k; group++) {
            double difference = Moments.mean(byGroup.group(group)) - mean;
            sum += byGroup.n(group) * difference * difference;
        }
        return Outcome.of(chiSquare(sum / variance, k));
    }

    private static ChiSquare chiSquare(double statistic, int groups) {
        double p = Double.isInfinite(statistic)
                ? 0
                : ChiSquaredDistribution.of(groups - 1.0).survivalProbability(statistic);
        return new ChiSquare(statistic, p);
    }

    private static double[] distances(Samples groups, ToDoubleFunction<double[]> center) {
        return groups.values().stream()
                .flatMapToDouble(sample -> {
                    double middle = center.applyAsDouble(sample);
                    return Arrays.stream(sample).map(value -> Math.abs(value - middle));
                })
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Quantiles.LINEAR.of(sorted, 0.5)[0];
    }
}
