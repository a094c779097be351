package io.earshot.statistics;

import io.earshot.dataset.ScoredColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Sum;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Where a variable's numbers lie and how they spread.
 *
 * @param n            valid answers: at least one
 * @param missing      responses without a valid answer
 * @param sd           standard deviation with n - 1; undefined for one answer
 * @param meanInterval mean ± t sd / √n, t on n - 1 degrees of freedom; undefined for one answer
 * @param q1           lower quartile; quartiles and median are R's type 7 (Excel's QUARTILE.INC), not SPSS's type 6
 * @param mad          median distance from the median times 1.4826, which for normal data estimates the sd
 * @param trimmedMean  mean without the lowest and highest tenth
 * @param modes        the values that most gave, in ascending order
 */
public record Descriptives(
        String variable,
        long n,
        long missing,
        double mean,
        Outcome<Double> sd,
        Outcome<Interval> meanInterval,
        double sum,
        double min,
        double q1,
        double median,
        double q3,
        double max,
        Outcome<Double> mad,
        Outcome<Double> trimmedMean,
        List<Double> modes,
        Outcome<Shape> skewness,
        Outcome<Shape> kurtosis) {
    private static final double TRIM = 0.1;

    // 1 / qnorm(3/4), to R's digits.
    private static final double MAD_SCALE = 1.4826;

    public Descriptives {
        modes = List.copyOf(modes);
    }

    /**
     * Descriptives of a column's scores; undefined if nobody answered.
     *
     * @throws IllegalArgumentException if {@code confidence} is outside (0, 1)
     */
    public static Outcome<Descriptives> of(ScoredColumn column, double confidence) {
        return of(column.name(), column.scores(), confidence, TRIM);
    }

    /**
     * Descriptives of values, NaN where missing.
     *
     * @param trim the share to leave out at either end for the trimmed mean, from 0 to 0.5, which gives the median
     */
    public static Outcome<Descriptives> of(String variable, double[] answers, double confidence, double trim) {
        Interval.requireConfidence(confidence);
        double[] values = Complete.values(answers);
        if (values.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered %s", variable);
        }
        Arrays.sort(values);
        double mean = Moments.mean(values);
        Outcome<Double> sd = values.length < 2
                ? Outcome.undefined(Reason.TOO_FEW_ANSWERS, "the spread of %s needs two answers: 1", variable)
                : Outcome.of(Moments.sd(values));
        double[] quartiles = Quantiles.LINEAR.of(values, 0.25, 0.5, 0.75);
        return Outcome.of(new Descriptives(
                variable,
                values.length,
                answers.length - values.length,
                mean,
                sd,
                sd.map(spread -> tInterval(mean, spread, values.length, confidence)),
                Sum.of(values).getAsDouble(),
                values[0],
                quartiles[0],
                quartiles[1],
                quartiles[2],
                values[values.length - 1],
                Outcome.of(mad(values, quartiles[1])),
                Outcome.of(trimmedMean(values, trim, quartiles[1])),
                modes(values),
                Shape.skewness(values),
                Shape.kurtosis(values)));
    }

    /** The interval mean ± t sd / √n. */
    static Interval tInterval(double mean, double sd, int n, double confidence) {
        double half = TDistribution.of(n - 1).inverseSurvivalProbability((1 - confidence) / 2) * sd / Math.sqrt(n);
        return new Interval(mean, mean - half, mean + half, confidence);
    }

    private static double mad(double[] values, double median) {
        double[] distances = Arrays.stream(values)
                .map(value -> Math.abs(value - median))
                .sorted()
                .toArray();
        return MAD_SCALE * Quantiles.LINEAR.of(distances, 0.5)[0];
    }

    private static double trimmedMean(double[] sorted, double trim, double median) {
        if (trim >= 0.5) {
            return median;
        }
        int cut = (int) Math.floor(sorted.length * trim);
        return Moments.mean(Arrays.copyOfRange(sorted, cut, sorted.length - cut));
    }

    private static List<Double> modes(double[] sorted) {
        List<Double> modes = new ArrayList<>();
        int most = 0;
        for (int from = 0, to; from < sorted.length; from = to) {
            for (to = from; to < sorted.length && sorted[to] == sorted[from]; ) {
                to++;
            }
            if (to - from > most) {
                most = to - from;
                modes.clear();
            }
            if (to - from == most) {
                modes.add(sorted[from]);
            }
        }
        return modes;
    }
}
