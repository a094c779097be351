package io.earshot.statistics.rank;

import io.earshot.statistics.Adjustment;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Kruskal and Wallis' comparison of groups by mean ranks, corrected for ties. R: {@code kruskal.test(y ~ g)}.
 *
 * @param excluded rows left out because they lack a value or a group
 * @param groups         that have answers, in order
 * @param meanRanks      of the groups
 * @param epsilonSquared H (n + 1) / (n² - 1), in [0, 1]
 * @param etaSquared     (H - k + 1) / (n - k); may be below 0, and NaN never: 0 if every answer is a group of its own
 */
public record KruskalWallis(
        List<String> groups,
        List<Integer> sizes,
        long n,
        long excluded,
        double h,
        int degreesOfFreedom,
        double p,
        List<Double> meanRanks,
        double epsilonSquared,
        double etaSquared,
        double variance) {
    public KruskalWallis {
        groups = List.copyOf(groups);
        sizes = List.copyOf(sizes);
        meanRanks = List.copyOf(meanRanks);
    }

    /**
     * Two groups of several: second minus first.
     *
     * @param adjustedP for all pairs
     */
    public record Pair(int first, int second, double z, double p, double adjustedP) {}

    /** Undefined for fewer than two groups, or answers that are all the same. */
    public static Outcome<KruskalWallis> of(Samples samples) {
        Samples used = samples.used();
        int k = used.size();
        double n = used.n();
        if (k < 2) {
            return Outcome.undefined(Reason.TOO_FEW_CATEGORIES, "a comparison needs two groups with answers: %d", k);
        }
        Ranks ranks = Ranks.of(used.all());
        double correction = 1 - ranks.ties() / (n * n * n - n);
        if (!(correction > 0)) {
            return Outcome.undefined(Reason.NO_VARIATION, "all answers are the same");
        }
        List<Double> means = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        double squares = 0;
        for (double[] sample : used.with(ranks.ranks()).values()) {
            double sum = Arrays.stream(sample).sum();
            means.add(sum / sample.length);
            sizes.add(sample.length);
            squares += sum * sum / sample.length;
        }
        double h = (12 * squares / (n * (n + 1)) - 3 * (n + 1)) / correction;
        return Outcome.of(new KruskalWallis(
                used.names(),
                sizes,
                used.n(),
                used.excluded(),
                h,
                k - 1,
                ChiSquaredDistribution.of(k - 1).survivalProbability(h),
                means,
                h / ((n * n - 1) / (n + 1)),
                n > k ? (h - k + 1) / (n - k) : 0,
                n * (n + 1) / 12 - ranks.ties() / (12 * (n - 1))));
    }

    /**
     * Dunn's comparison of all pairs: z = difference of mean ranks / √(variance (1/n_a + 1/n_b)), the ranks' variance
     * corrected for ties.
     *
     * @see <a href="https://doi.org/10.1080/00401706.1964.10490181">Dunn (1964), Technometrics 6, 241-252</a>
     */
    public List<Pair> dunn(Adjustment adjustment) {
        List<Pair> pairs = new ArrayList<>();
        for (int a = 0; a < groups.size(); a++) {
            for (int b = a + 1; b < groups.size(); b++) {
                double error = Math.sqrt(variance * (1.0 / sizes.get(a) + 1.0 / sizes.get(b)));
                double z = (meanRanks.get(b) - meanRanks.get(a)) / error;
                pairs.add(new Pair(a, b, z, Normal.twoSided(z), 0));
            }
        }
        double[] adjusted = adjustment.of(pairs.stream().mapToDouble(Pair::p).toArray());
        List<Pair> result = new ArrayList<>();
        for (Pair pair : pairs) {
            result.add(new Pair(pair.first(), pair.second(), pair.z(), pair.p(), adjusted[result.size()]));
        }
        return result;
    }
}
