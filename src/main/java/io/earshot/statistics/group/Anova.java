package io.earshot.statistics.group;

import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Samples;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * One-way analysis of variance with pooled variance. R: {@code aov(y ~ g)}.
 *
 * @param excluded rows left out because they lack a value or a group
 * @param between      sum of squares of the group means around the mean
 * @param within       sum of squares of the answers around their group's mean
 * @param f            infinite if answers do not vary within groups
 * @param etaSquared   between / total
 * @param omegaSquared (between - (k - 1) MS within) / (total + MS within); less biased, may be below 0
 * @param epsilonSquared (between - (k - 1) MS within) / total
 * @param cohensF      √(eta² / (1 - eta²)); infinite if eta² is 1
 */
public record Anova(
        long n,
        long excluded,
        int degreesBetween,
        int degreesWithin,
        double between,
        double within,
        double f,
        double p,
        double etaSquared,
        double omegaSquared,
        double epsilonSquared,
        double cohensF) {

    /** Undefined for fewer than two groups, no more answers than groups, or answers that are all the same. */
    public static Outcome<Anova> of(Samples samples) {
        Samples groups = samples.used();
        int k = groups.size();
        int n = groups.n();
        if (k < 2) {
            return Outcome.undefined(Reason.TOO_FEW_CATEGORIES, "a comparison needs two groups with answers: %d", k);
        }
        if (n <= k) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "%d answers in %d groups leave no variation within", n, k);
        }
        double grand = Moments.mean(groups.all());
        double between = 0;
        double within = 0;
        for (int group = 0; group < k; group++) {
            double mean = Moments.mean(groups.group(group));
            between += groups.n(group) * (mean - grand) * (mean - grand);
            within += squares(groups.group(group), mean);
        }
        double total = between + within;
        if (!(total > 0)) {
            return Outcome.undefined(Reason.NO_VARIATION, "all answers are the same");
        }
        double meanWithin = within / (n - k);
        double f = between / (k - 1) / meanWithin;
        double eta = between / total;
        double effect = between - (k - 1) * meanWithin;
        return Outcome.of(new Anova(
                n,
                groups.excluded(),
                k - 1,
                n - k,
                between,
                within,
                f,
                Double.isInfinite(f) ? 0 : FDistribution.of(k - 1, n - k).survivalProbability(f),
                eta,
                effect / (total + meanWithin),
                effect / total,
                Math.sqrt(eta / (1 - eta))));
    }

    /** The mean square within groups: the pooled variance. */
    public double meanSquareWithin() {
        return within / degreesWithin;
    }

    private static double squares(double[] values, double mean) {
        double sum = 0;
        double rest = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
            rest += value - mean;
        }
        // What rounding left in the mean.
        return sum - rest * rest / values.length;
    }
}
