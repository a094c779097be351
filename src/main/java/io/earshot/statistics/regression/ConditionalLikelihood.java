package io.earshot.statistics.regression;

import java.util.List;

/**
 * Σ over sets of log P(these were chosen | as many were chosen): the chosen rows' product of exp(x'b) over the sum of such
 * products of all choices of as many rows, by the recursion of Howard (1972).
 */
record ConditionalLikelihood(List<ChoiceSet> sets, int size) implements Likelihood {
    /** The rows among which a choice was made, the chosen ones first. */
    record ChoiceSet(double[][] rows, int chosen) {}

    @Override
    public Point at(double[] parameters) {
        double value = 0;
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        for (ChoiceSet set : sets) {
            value += add(set, parameters, gradient, information);
        }
        BinaryLikelihood.mirror(information);
        return new Point(Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value, gradient, information);
    }

    private double add(ChoiceSet set, double[] parameters, double[] gradient, double[][] information) {
        double largest = Double.NEGATIVE_INFINITY;
        for (double[] row : set.rows()) {
            largest = Math.max(largest, BinaryLikelihood.dot(row, parameters));
        }
        // sums[m]: over all choices of m of the rows so far, with first and second derivatives.
        Sums[] sums = new Sums[set.chosen() + 1];
        for (int m = 0; m <= set.chosen(); m++) {
            sums[m] = new Sums(size);
        }
        sums[0].value = 1;
        double value = 0;
        for (int row = 0; row < set.rows().length; row++) {
            double[] x = set.rows()[row];
            double odds = BinaryLikelihood.dot(x, parameters) - largest;
            if (row < set.chosen()) {
                value += odds;
                for (int j = 0; j < size; j++) {
                    gradient[j] += x[j];
                }
            }
            for (int m = Math.min(set.chosen(), row + 1); m > 0; m--) {
                sums[m].add(Math.exp(odds), x, sums[m - 1]);
            }
        }
        Sums all = sums[set.chosen()];
        for (int j = 0; j < size; j++) {
            double mean = all.first[j] / all.value;
            gradient[j] -= mean;
            for (int k = 0; k <= j; k++) {
                information[j][k] += all.second[j][k] / all.value - mean * all.first[k] / all.value;
            }
        }
        return value - Math.log(all.value);
    }

    private static final class Sums {
        private double value;
        private final double[] first;
        private final double[][] second;

        Sums(int size) {
            first = new double[size];
            second = new double[size][size];
        }

        /** Adds factor · fewer, where the factor's log has the slope x. */
        void add(double factor, double[] x, Sums fewer) {
            for (int j = 0; j < x.length; j++) {
                for (int k = 0; k <= j; k++) {
                    second[j][k] += factor
                            * (fewer.second[j][k]
                                    + x[j] * fewer.first[k]
                                    + x[k] * fewer.first[j]
                                    + x[j] * x[k] * fewer.value);
                }
            }
            for (int j = 0; j < x.length; j++) {
                first[j] += factor * (fewer.first[j] + x[j] * fewer.value);
            }
            value += factor * fewer.value;
        }
    }

    @Override
    public double reach(double[] step) {
        double reach = 0;
        for (ChoiceSet set : sets) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[] row : set.rows()) {
                double change = BinaryLikelihood.dot(row, step);
                low = Math.min(low, change);
                high = Math.max(high, change);
            }
            reach = Math.max(reach, high - low);
        }
        return reach;
    }
}
