package io.earshot.statistics.group;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;

/**
 * Whether a mean differs from a value, or the mean difference of paired answers from 0.
 * R: {@code t.test(x, mu = )}, {@code t.test(x, y, paired = TRUE)}.
 *
 * @param excluded answers, or pairs, left out because one is missing
 * @param effect Cohen's d: (mean - value) / sd; for pairs d_z
 */
public record OneSample(long n, long excluded, double mean, Student test, double effect) {

    /** Undefined for fewer than two answers, or answers that do not vary. */
    public static Outcome<OneSample> of(double[] answers, double value, double confidence) {
        Interval.requireConfidence(confidence);
        double[] x = Complete.values(answers);
        if (x.length < 2) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "a t test needs two answers: %d", x.length);
        }
        double mean = Moments.mean(x);
        double sd = Moments.sd(x);
        double error = sd / Math.sqrt(x.length);
        return Student.of(mean, value, error, x.length - 1.0, mean, confidence)
                .map(test -> new OneSample(x.length, answers.length - x.length, mean, test, (mean - value) / sd));
    }

    /** First minus second answer of the respondents that gave both. */
    public static Outcome<OneSample> ofPairs(double[] first, double[] second, double confidence) {
        double[][] pairs = Complete.columns(first, second);
        double[] differences = new double[pairs[0].length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = pairs[0][i] - pairs[1][i];
        }
        long excluded = first.length - differences.length;
        return of(differences, 0, confidence)
                .map(of -> new OneSample(of.n(), excluded, of.mean(), of.test(), of.effect()));
    }
}
