package io.earshot.statistics.missing;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * One estimate from several imputed data sets by Rubin's rules, with Barnard and Rubin's degrees of freedom.
 * R: {@code mice::pool.scalar(Q, U, n, k)}.
 *
 * @param interval         of the mean estimate, by t
 * @param within           mean of the variances
 * @param between          variance of the estimates
 * @param total            within + (1 + 1/m) between
 * @param degreesOfFreedom of t; infinite only in an endless sample with estimates that agree
 * @param increase         r: relative increase of variance by what is missing
 * @param missing          fraction of information that is missing
 * @see <a href="https://doi.org/10.1093/biomet/86.4.948">Barnard and Rubin (1999), Biometrika 86, 948-955</a>
 */
public record PooledEstimate(
        Interval interval,
        double within,
        double between,
        double total,
        double degreesOfFreedom,
        double increase,
        double missing) {

    /**
     * Undefined for fewer than two imputations, or variances that are all 0.
     *
     * @param n          rows of a data set, may be infinite
     * @param parameters that the model estimates
     * @throws IllegalArgumentException if there are not as many variances as estimates
     */
    public static Outcome<PooledEstimate> of(
            double[] estimates, double[] variances, double n, double parameters, double confidence) {
        Interval.requireConfidence(confidence);
        int m = estimates.length;
        if (m != variances.length) {
            throw new IllegalArgumentException(
                    "each of %d estimates needs a variance: %d".formatted(m, variances.length));
        }
        if (m < 2) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "pooling needs two imputations: %d", m);
        }
        double within = Moments.mean(variances);
        double between = Moments.variance(estimates);
        double total = within + (1 + 1.0 / m) * between;
        if (!(within > 0)) {
            return Outcome.undefined(Reason.NO_VARIATION, "the estimates have no variance");
        }
        double increase = (1 + 1.0 / m) * between / within;
        double degreesOfFreedom = degreesOfFreedom(m, (1 + 1.0 / m) * between / total, n - parameters);
        double missing = (increase + 2 / (degreesOfFreedom + 3)) / (increase + 1);
        double half =
                TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2) * Math.sqrt(total);
        double mean = Moments.mean(estimates);
        return Outcome.of(new PooledEstimate(
                new Interval(mean, mean - half, mean + half, confidence),
                within,
                between,
                total,
                degreesOfFreedom,
                increase,
                missing));
    }

    private static double degreesOfFreedom(int m, double lambda, double complete) {
        double share = Math.max(lambda, 1e-4);
        double old = (m - 1) / (share * share);
        if (Double.isInfinite(complete)) {
            return old;
        }
        double observed = (complete + 1) / (complete + 3) * complete * (1 - share);
        return old * observed / (old + observed);
    }
}
