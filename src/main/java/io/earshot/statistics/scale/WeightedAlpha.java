package io.earshot.statistics.scale;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** How precise a weighted alpha is: its error is linearised, item by item and person by person. */
final class WeightedAlpha {
    private WeightedAlpha() {}

    /**
     * 1 - exp(ln(1 - alpha) ± t · error / (1 - alpha)): never above 1, and wider below than above as alphas spread.
     *
     * @param rows one array a row, NaN where missing; only complete rows count
     */
    static Outcome<Interval> interval(double alpha, double[][] rows, double[] weights, double confidence) {
        int[] used = IntStream.range(0, rows.length)
                .filter(row -> Arrays.stream(rows[row]).noneMatch(Double::isNaN))
                .toArray();
        int items = rows[0].length;
        double[][] columns = new double[items + 1][used.length];
        double[] weight = new double[used.length];
        for (int i = 0; i < used.length; i++) {
            weight[i] = weights[used[i]];
            for (int item = 0; item < items; item++) {
                columns[item][i] = rows[used[i]][item];
                columns[items][i] += rows[used[i]][item];
            }
        }
        double people = Arrays.stream(weight).sum();
        double[] ofItems = new double[used.length];
        double[] ofSum = new double[used.length];
        double within = 0;
        double total = 0;
        for (int item = 0; item <= items; item++) {
            double[] influence = item < items ? ofItems : ofSum;
            double variance = addInfluence(columns[item], weight, people, influence);
            within += item < items ? variance : 0;
            total = variance;
        }
        if (!(total > 0) || used.length < 2) {
            return Outcome.undefined(Reason.NO_VARIATION, "all responses to the scale have the same sum");
        }
        double n = used.length;
        double squares = 0;
        for (int i = 0; i < used.length; i++) {
            double influence = items / (items - 1.0) * (within * ofSum[i] / (total * total) - ofItems[i] / total);
            squares += influence * influence;
        }
        double error = Math.sqrt(squares * n / (n - 1));
        double left = 1 - alpha;
        if (!(left > 0)) {
            return Outcome.of(new Interval(alpha, alpha, alpha, confidence));
        }
        double reach = TDistribution.of(n - 1).inverseSurvivalProbability((1 - confidence) / 2) * error / left;
        return Outcome.of(new Interval(alpha, 1 - left * Math.exp(reach), 1 - left * Math.exp(-reach), confidence));
    }

    /** Adds what each person adds to a variance, and returns the variance: Σ w (x - mean)² / Σ w. */
    private static double addInfluence(double[] values, double[] weights, double people, double[] influence) {
        double mean = 0;
        for (int i = 0; i < values.length; i++) {
            mean += weights[i] / people * values[i];
        }
        double variance = 0;
        for (int i = 0; i < values.length; i++) {
            variance += weights[i] / people * (values[i] - mean) * (values[i] - mean);
        }
        for (int i = 0; i < values.length; i++) {
            influence[i] += weights[i] / people * ((values[i] - mean) * (values[i] - mean) - variance);
        }
        return variance;
    }
}
