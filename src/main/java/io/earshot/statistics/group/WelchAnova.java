package io.earshot.statistics.group;

import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Samples;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Welch's comparison of means without assuming equal variances. R: {@code oneway.test(y ~ g)}.
 *
 * @param n        answers of all groups
 * @param excluded rows left out because they lack a value or a group
 * @param numerator   degrees of freedom
 * @param denominator degrees of freedom, not a whole number
 * @see <a href="https://doi.org/10.1093/biomet/38.3-4.330">Welch (1951), Biometrika 38, 330-336</a>
 */
public record WelchAnova(long n, long excluded, double f, double numerator, double denominator, double p) {

    /** Undefined for fewer than two groups, a group with one answer, or a group that does not vary. */
    public static Outcome<WelchAnova> of(Samples samples) {
        Samples groups = samples.used();
        int k = groups.size();
        if (k < 2) {
            return Outcome.undefined(Reason.TOO_FEW_CATEGORIES, "a comparison needs two groups with answers: %d", k);
        }
        double[] weights = new double[k];
        double sum = 0;
        double mean = 0;
        for (int group = 0; group < k; group++) {
            double variance = Moments.variance(groups.group(group));
            if (!(variance > 0)) {
                return Outcome.undefined(
                        groups.n(group) < 2 ? Reason.TOO_FEW_ANSWERS : Reason.NO_VARIATION,
                        "group %s does not vary",
                        groups.names().get(group));
            }
            weights[group] = groups.n(group) / variance;
            sum += weights[group];
            mean += weights[group] * Moments.mean(groups.group(group));
        }
        mean /= sum;
        double between = 0;
        double lambda = 0;
        for (int group = 0; group < k; group++) {
            double difference = Moments.mean(groups.group(group)) - mean;
            double rest = 1 - weights[group] / sum;
            between += weights[group] * difference * difference;
            lambda += rest * rest / (groups.n(group) - 1);
        }
        lambda /= k * (double) k - 1;
        double f = between / (k - 1) / (1 + 2 * (k - 2) * lambda);
        double denominator = 1 / (3 * lambda);
        return Outcome.of(new WelchAnova(
                groups.n(),
                groups.excluded(),
                f,
                k - 1,
                denominator,
                FDistribution.of(k - 1, denominator).survivalProbability(f)));
    }
}
