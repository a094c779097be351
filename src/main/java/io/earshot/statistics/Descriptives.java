package io.earshot.statistics;

import io.earshot.dataset.ScoredColumn;
import java.util.Arrays;
import java.util.EnumSet;
import org.apache.commons.statistics.descriptive.DoubleStatistics;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.Statistic;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Where a variable's numbers lie and how they spread.
 *
 * @param n       valid answers: at least one
 * @param missing responses without a valid answer
 * @param sd      standard deviation with n - 1; undefined for one answer
 * @param meanInterval mean ± t sd / √n, t on n - 1 degrees of freedom; undefined for one answer
 * @param q1      lower quartile; quartiles and median are R's type 7 (Excel's QUARTILE.INC), not SPSS's type 6
 */
public record Descriptives(
        String variable,
        long n,
        long missing,
        double mean,
        Outcome<Double> sd,
        Outcome<Interval> meanInterval,
        double min,
        double q1,
        double median,
        double q3,
        double max) {

    /**
     * Descriptives of a column's scores; undefined if nobody answered.
     *
     * @throws IllegalArgumentException if {@code confidence} is outside (0, 1)
     */
    public static Outcome<Descriptives> of(ScoredColumn column, double confidence) {
        Interval.requireConfidence(confidence);
        double[] values = Arrays.stream(column.scores())
                .filter(value -> !Double.isNaN(value))
                .toArray();
        String name = column.name();
        if (values.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered %s", name);
        }
        DoubleStatistics moments =
                DoubleStatistics.of(EnumSet.of(Statistic.MEAN, Statistic.STANDARD_DEVIATION), values);
        double mean = moments.getAsDouble(Statistic.MEAN);
        Outcome<Double> sd = values.length < 2
                ? Outcome.undefined(Reason.TOO_FEW_ANSWERS, "the spread of %s needs two answers: 1", name)
                : Outcome.of(moments.getAsDouble(Statistic.STANDARD_DEVIATION));
        double[] quartiles =
                Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).evaluate(values, 0, 0.25, 0.5, 0.75, 1);
        return Outcome.of(new Descriptives(
                name,
                values.length,
                column.rows() - values.length,
                mean,
                sd,
                sd.map(spread -> tInterval(mean, spread, values.length, confidence)),
                quartiles[0],
                quartiles[1],
                quartiles[2],
                quartiles[3],
                quartiles[4]));
    }

    private static Interval tInterval(double mean, double sd, int n, double confidence) {
        double half = TDistribution.of(n - 1).inverseSurvivalProbability((1 - confidence) / 2) * sd / Math.sqrt(n);
        return new Interval(mean, mean - half, mean + half, confidence);
    }
}
