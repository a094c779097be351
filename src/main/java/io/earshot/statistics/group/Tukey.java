package io.earshot.statistics.group;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Samples;
import io.earshot.statistics.distribution.StudentizedRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Tukey's comparison of all pairs of groups, Kramer's where sizes differ: difference ± q √(MS within / 2 (1/n_a + 1/n_b)).
 * R: {@code TukeyHSD(aov(y ~ g))}; p-values are nearer to the truth than R's.
 *
 * @param n        answers of all groups
 * @param excluded rows left out because they lack a value or a group
 * @param groups that have answers, in order
 */
public record Tukey(long n, long excluded, List<String> groups, List<PairComparison> pairs) {
    public Tukey {
        groups = List.copyOf(groups);
        pairs = List.copyOf(pairs);
    }

    /** Undefined where the analysis of variance is. */
    public static Outcome<Tukey> of(Samples samples, double confidence) {
        Interval.requireConfidence(confidence);
        Samples groups = samples.used();
        return Anova.of(groups).map(anova -> {
            StudentizedRange range = new StudentizedRange(groups.size(), anova.degreesWithin());
            double reach = range.inverseSurvival(1 - confidence);
            List<PairComparison> pairs = new ArrayList<>();
            for (int a = 0; a < groups.size(); a++) {
                for (int b = a + 1; b < groups.size(); b++) {
                    double difference = Moments.mean(groups.group(b)) - Moments.mean(groups.group(a));
                    double error = Math.sqrt(anova.meanSquareWithin() / 2 * (1.0 / groups.n(a) + 1.0 / groups.n(b)));
                    Interval interval = new Interval(
                            difference, difference - reach * error, difference + reach * error, confidence);
                    double p = error == 0 ? (difference == 0 ? 1 : 0) : range.survival(Math.abs(difference) / error);
                    pairs.add(new PairComparison(a, b, interval, anova.degreesWithin(), p));
                }
            }
            return new Tukey(groups.n(), groups.excluded(), groups.names(), pairs);
        });
    }
}
