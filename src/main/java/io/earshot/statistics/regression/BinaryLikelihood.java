package io.earshot.statistics.regression;

import java.util.Arrays;

/** Σ w (y log p + (1 - y) log(1 - p)) with p = 1 / (1 + exp(-(x'b + offset))). */
record BinaryLikelihood(double[][] rows, double[] outcome, double[] offset, double[] weights) implements Likelihood {
    static BinaryLikelihood of(BinaryFrame frame) {
        return unweighted(frame.rows(), frame.outcome(), new double[frame.outcome().length]);
    }

    static BinaryLikelihood unweighted(double[][] rows, double[] outcome, double[] offset) {
        double[] ones = new double[outcome.length];
        Arrays.fill(ones, 1);
        return new BinaryLikelihood(rows, outcome, offset, ones);
    }

    double[] probabilities(double[] parameters) {
        double[] probabilities = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            probabilities[i] = logistic(dot(rows[i], parameters) + offset[i]);
        }
        return probabilities;
    }

    @Override
    public Point at(double[] parameters) {
        int size = parameters.length;
        double value = 0;
        double[] gradient = new double[size];
        double[][] information = new double[size][size];
        for (int i = 0; i < rows.length; i++) {
            double[] x = rows[i];
            double odds = dot(x, parameters) + offset[i];
            double p = logistic(odds);
            value += weights[i] * (outcome[i] == 1 ? logLogistic(odds) : logLogistic(-odds));
            double error = weights[i] * (outcome[i] - p);
            double weight = weights[i] * p * logistic(-odds);
            for (int j = 0; j < size; j++) {
                gradient[j] += x[j] * error;
                double share = x[j] * weight;
                for (int k = 0; k <= j; k++) {
                    information[j][k] += share * x[k];
                }
            }
        }
        mirror(information);
        return new Point(value, gradient, information);
    }

    @Override
    public double reach(double[] step) {
        double reach = 0;
        for (double[] row : rows) {
            reach = Math.max(reach, Math.abs(dot(row, step)));
        }
        return reach;
    }

    static void mirror(double[][] lower) {
        for (int j = 0; j < lower.length; j++) {
            for (int k = 0; k < j; k++) {
                lower[k][j] = lower[j][k];
            }
        }
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double logistic(double odds) {
        return odds >= 0 ? 1 / (1 + Math.exp(-odds)) : Math.exp(odds) / (1 + Math.exp(odds));
    }

    static double logLogistic(double odds) {
        return odds >= 0 ? -Math.log1p(Math.exp(-odds)) : odds - Math.log1p(Math.exp(odds));
    }
}
