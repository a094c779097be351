package io.earshot.statistics.survey;

import java.util.stream.IntStream;

/** Sums over the rows with a lower or higher value, those with the same value counted half. */
final class Below {
    private Below() {}

    /**
     * For each row of a weight above 0, the sum of {@code amounts} over rows with a lower value and half of it over those with
     * the same one; 0 for other rows.
     */
    static double[] of(double[] values, double[] weights, double[] amounts) {
        int[] order = IntStream.range(0, values.length)
                .filter(row -> weights[row] > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(row -> row)
                .toArray();
        double[] sums = new double[values.length];
        double before = 0;
        for (int from = 0; from < order.length; ) {
            int to = from;
            double tied = 0;
            while (to < order.length && values[order[to]] == values[order[from]]) {
                tied += amounts[order[to++]];
            }
            for (int i = from; i < to; i++) {
                sums[order[i]] = before + tied / 2;
            }
            before += tied;
            from = to;
        }
        return sums;
    }

    /** The same over rows with a higher value. */
    static double[] above(double[] values, double[] weights, double[] amounts) {
        double[] below = of(values, weights, amounts);
        double all = 0;
        for (int row = 0; row < amounts.length; row++) {
            all += weights[row] > 0 ? amounts[row] : 0;
        }
        for (int row = 0; row < below.length; row++) {
            below[row] = weights[row] > 0 ? all - below[row] : 0;
        }
        return below;
    }
}
