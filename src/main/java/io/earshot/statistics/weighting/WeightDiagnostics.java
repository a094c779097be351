package io.earshot.statistics.weighting;

import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/**
 * What weights do to a sample.
 *
 * @param n           weights, zeros included
 * @param nPositive   weights above 0
 * @param variation   coefficient of variation sd / mean, with n - 1; undefined for one weight
 * @param deff        Kish's design effect n Σw² / (Σw)², at least 1: how many times larger weighting makes variances
 * @param nEffective  (Σw)² / Σw²: the unweighted sample that would be as precise, from 1 to n
 * @param efficiency  nEffective / n, in (0, 1]
 * @see <a href="https://www.wiley.com/en-us/Survey+Sampling-p-9780471109495">Kish (1965), Survey Sampling</a>
 */
public record WeightDiagnostics(
        long n,
        long nPositive,
        double sum,
        double mean,
        double min,
        double max,
        Outcome<Double> variation,
        double deff,
        double nEffective,
        double efficiency) {

    /**
     * @param weights finite and at least 0
     * @throws IllegalArgumentException if one is not
     */
    public static Outcome<WeightDiagnostics> of(double... weights) {
        requireWeights(weights);
        if (weights.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "there are no weights");
        }
        DoubleSummaryStatistics all = Arrays.stream(weights).summaryStatistics();
        if (all.getSum() == 0) {
            return Outcome.undefined(Reason.NO_WEIGHT, "all %d weights are 0", weights.length);
        }
        // Shares of the largest weight, so that squares of huge or tiny weights stay numbers.
        double largest = all.getMax();
        double sum = Arrays.stream(weights).map(weight -> weight / largest).sum();
        double squares = Arrays.stream(weights)
                .map(weight -> (weight / largest) * (weight / largest))
                .sum();
        double nEffective = sum * sum / squares;
        double mean = Moments.mean(weights);
        return Outcome.of(new WeightDiagnostics(
                weights.length,
                Arrays.stream(weights).filter(weight -> weight > 0).count(),
                all.getSum(),
                mean,
                all.getMin(),
                largest,
                weights.length < 2
                        ? Outcome.undefined(Reason.TOO_FEW_ANSWERS, "one weight doesn't vary")
                        : Outcome.of(Moments.sd(weights) / mean),
                weights.length / nEffective,
                nEffective,
                nEffective / weights.length));
    }

    static void requireWeights(double... weights) {
        for (double weight : weights) {
            if (!(weight >= 0) || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weights must be finite and at least 0: " + weight);
            }
        }
    }
}
