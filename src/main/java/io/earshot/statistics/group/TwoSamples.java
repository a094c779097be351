package io.earshot.statistics.group;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.SampleMoments;
import io.earshot.statistics.distribution.NoncentralT;
import io.earshot.statistics.distribution.Root;
import io.earshot.statistics.distribution.SimplexSearch;
import java.util.function.ToDoubleFunction;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Two independent groups' means compared: first minus second. R: {@code t.test(x, y)}, {@code t.test(var.equal = TRUE)}.
 *
 * @param excluded answers left out because they are missing
 * @param welch         without assuming equal variances: the one to report
 * @param student       with pooled variance
 * @param cohensD       difference in pooled standard deviations, its interval by the noncentral t
 * @param hedgesG       d without its bias: d Γ(m/2) / (√(m/2) Γ((m-1)/2)), m the degrees of freedom
 * @param varianceRatio of the first to the second; infinite if the second does not vary
 * @param varianceP     two-sided p of the ratio by F
 * @see <a href="https://doi.org/10.3102/10769986006002107">Hedges (1981), J. Educational Statistics 6, 107-128</a>
 */
public record TwoSamples(
        long firstN,
        long secondN,
        long excluded,
        double firstMean,
        double secondMean,
        double firstSd,
        double secondSd,
        Student welch,
        Student student,
        Interval cohensD,
        double hedgesG,
        double varianceRatio,
        double varianceP) {
    private static final double STOP = 1e-9;
    private static final double FOUND = 1e-6;

    /** Undefined if a group has fewer than two answers, or neither varies. */
    public static Outcome<TwoSamples> of(double[] first, double[] second, double confidence) {
        Interval.requireConfidence(confidence);
        double[] x = Complete.values(first);
        double[] y = Complete.values(second);
        if (x.length < 2 || y.length < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS, "a t test needs two answers a group: %d, %d", x.length, y.length);
        }
        double degreesOfFreedom = x.length + y.length - 2.0;
        double pooled = pooledSd(SampleMoments.of(x), SampleMoments.of(y));
        return welch(x, y, 0, confidence)
                .flatMap(welch -> student(x, y, confidence).map(student -> {
                    double ratio = Moments.variance(x) / Moments.variance(y);
                    FDistribution f = FDistribution.of(x.length - 1, y.length - 1);
                    return new TwoSamples(
                            x.length,
                            y.length,
                            first.length - x.length + (second.length - y.length),
                            Moments.mean(x),
                            Moments.mean(y),
                            Moments.sd(x),
                            Moments.sd(y),
                            welch,
                            student,
                            effect(student.t(), x.length, y.length, confidence),
                            (Moments.mean(x) - Moments.mean(y)) / pooled * unbiased(degreesOfFreedom),
                            ratio,
                            2 * Math.min(f.cumulativeProbability(ratio), f.survivalProbability(ratio)));
                }));
    }

    /** Welch's test of a difference against a hypothesis, on samples without missing values. */
    static Outcome<Student> welch(double[] x, double[] y, double hypothesis, double confidence) {
        return welch(SampleMoments.of(x), SampleMoments.of(y), hypothesis, confidence);
    }

    static Outcome<Student> welch(SampleMoments x, SampleMoments y, double hypothesis, double confidence) {
        double first = x.variance() / x.n();
        double second = y.variance() / y.n();
        double sum = first + second;
        double degreesOfFreedom = sum * sum / (first * first / (x.n() - 1) + second * second / (y.n() - 1));
        double scale = Math.max(Math.abs(x.mean()), Math.abs(y.mean()));
        return Student.of(x.mean() - y.mean(), hypothesis, Math.sqrt(sum), degreesOfFreedom, scale, confidence);
    }

    /** Student's test with pooled variance, on samples without missing values. */
    static Outcome<Student> student(double[] x, double[] y, double confidence) {
        return student(SampleMoments.of(x), SampleMoments.of(y), confidence);
    }

    static Outcome<Student> student(SampleMoments x, SampleMoments y, double confidence) {
        double error = pooledSd(x, y) * Math.sqrt(1.0 / x.n() + 1.0 / y.n());
        double scale = Math.max(Math.abs(x.mean()), Math.abs(y.mean()));
        return Student.of(x.mean() - y.mean(), 0, error, x.n() + y.n() - 2.0, scale, confidence);
    }

    /** The difference of the means in pooled standard deviations, of samples that vary. */
    public static double cohensD(SampleMoments x, SampleMoments y) {
        return (x.mean() - y.mean()) / pooledSd(x, y);
    }

    private static double pooledSd(SampleMoments x, SampleMoments y) {
        double sum = (x.n() - 1) * x.variance() + (y.n() - 1) * y.variance();
        return Math.sqrt(sum / (x.n() + y.n() - 2));
    }

    /**
     * The noncentralities at which t is at either end of the middle share of the noncentral t. R's effectsize searches both
     * at once and stops at 1e-9 of the shares; the same search gives its digits, an exact root what it can't find.
     */
    private static Interval effect(double t, double n1, double n2, double confidence) {
        double scale = Math.sqrt(1 / n1 + 1 / n2);
        double tail = (1 - confidence) / 2;
        double m = n1 + n2 - 2;
        ToDoubleFunction<double[]> distance = ends -> {
            double first = new NoncentralT(m, ends[0]).cumulative(t);
            double second = new NoncentralT(m, ends[1]).cumulative(t);
            return Math.abs(Math.max(first, second) - (1 - tail)) + Math.abs(Math.min(first, second) - tail);
        };
        double[] ends = SimplexSearch.minimum(distance, new double[] {1.1 * t, 1.1 * t}, STOP);
        if (distance.applyAsDouble(ends) > FOUND) {
            ends[0] = Root.ofIncreasing(ncp -> 1 - tail - new NoncentralT(m, ncp).cumulative(t), t, 2);
            ends[1] = Root.ofIncreasing(ncp -> tail - new NoncentralT(m, ncp).cumulative(t), t, 2);
        }
        return new Interval(
                t * scale, Math.min(ends[0], ends[1]) * scale, Math.max(ends[0], ends[1]) * scale, confidence);
    }

    private static double unbiased(double m) {
        return m <= 1 ? 0 : Math.exp(LogGamma.value(m / 2) - LogGamma.value((m - 1) / 2) - Math.log(m / 2) / 2);
    }
}
