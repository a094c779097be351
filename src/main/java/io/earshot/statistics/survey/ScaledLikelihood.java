package io.earshot.statistics.survey;

import io.earshot.dataset.Watch;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.regression.ProfileInterval;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The share's interval by a binomial likelihood whose width is scaled by the design's variance. */
final class ScaledLikelihood {
    private static final int MOST_STEPS = 9;

    private ScaledLikelihood() {}

    static Outcome<Interval> interval(SurveyDesign design, double[] values, SurveyMean mean, double confidence) {
        double p = mean.mean();
        int n = mean.n();
        double best = Math.log(p / (1 - p));
        double error = mean.standardError() / (p * (1 - p));
        // Weights of mean 1, as R's svyglm takes them.
        double scale = n / mean.sumOfWeights();
        SurveyDesign used = design.where(values);
        double ones = 0;
        for (int row = 0; row < values.length; row++) {
            ones += used.weight(row) > 0 ? used.weight(row) * scale * values[row] : 0;
        }
        double zeros = n - ones;
        double lambda = error * error * n * p * (1 - p);
        double cutoff = TDistribution.of(mean.degreesOfFreedom()).inverseSurvivalProbability((1 - confidence) / 2)
                * Math.sqrt(lambda);
        double alpha = Normal.upper(cutoff) / 2;
        double limit = Math.sqrt(FDistribution.of(1, n - 1).inverseSurvivalProbability(alpha));
        double deviance = deviance(best, ones, zeros);
        double reach = Normal.quantile(1 - 2 * alpha);
        // Pearson's residuals (y - p) / √(p (1 - p)) have the variance 1 but for the sample's correction.
        double dispersion = n / (n - 1.0);
        TreeMap<Double, Double> roots = new TreeMap<>();
        roots.put(best, 0.0);
        for (int sign = -1; sign <= 1; sign += 2) {
            double root = 0;
            for (int step = 1; step <= MOST_STEPS && Math.abs(root) < limit; step++) {
                Watch.look();
                double odds = best + sign * step * limit / 5 * error;
                double rise = (deviance(odds, ones, zeros) - deviance) / dispersion;
                root = sign * Math.sqrt(Math.max(0, rise));
                roots.put(odds, root);
            }
        }
        return ProfileInterval.between(roots, reach)
                .map(ends -> new Interval(p, share(ends.get(0)), share(ends.get(1)), confidence));
    }

    private static double share(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }

    private static double deviance(double odds, double ones, double zeros) {
        return 2 * (ones * Math.log1p(Math.exp(-odds)) + zeros * Math.log1p(Math.exp(odds)));
    }
}
