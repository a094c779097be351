package io.earshot.statistics.regression;

import static io.earshot.statistics.regression.BinaryLikelihood.logistic;

import java.util.Arrays;

/** Σ log P(Y = y) with P(Y <= j) = logistic(threshold_j - x'b); parameters: the thresholds, then b without an intercept. */
record OrdinalLikelihood(ChoiceFrame frame) implements Likelihood {
    double[] start() {
        int thresholds = frame.codes().size() - 1;
        double[] start = new double[thresholds + frame.terms().size() - 1];
        double below = 0;
        for (int j = 0; j < thresholds; j++) {
            below += frame.counts()[j];
            start[j] = Math.log(below / (frame.choice().length - below));
        }
        return start;
    }

    @Override
    public Point at(double[] parameters) {
        int thresholds = frame.codes().size() - 1;
        double[] gradient = new double[parameters.length];
        double[][] information = new double[parameters.length][parameters.length];
        for (int j = 1; j < thresholds; j++) {
            if (!(parameters[j] > parameters[j - 1])) {
                return new Point(Double.NEGATIVE_INFINITY, gradient, information);
            }
        }
        double value = 0;
        double[] above = new double[parameters.length];
        double[] below = new double[parameters.length];
        for (int row = 0; row < frame.choice().length; row++) {
            double effect = fill(frame.rows()[row], parameters, thresholds, above, below);
            int choice = frame.choice()[row];
            boolean last = choice == thresholds;
            boolean first = choice == 0;
            double up = last ? Double.POSITIVE_INFINITY : parameters[choice] - effect;
            double low = first ? Double.NEGATIVE_INFINITY : parameters[choice - 1] - effect;
            // In the tail where both are near 1 the difference of the complements keeps its digits.
            double p = low > 0 ? logistic(-low) - logistic(-up) : logistic(up) - logistic(low);
            value += Math.log(p);
            double slopeUp = last ? 0 : logistic(up) * logistic(-up) / p;
            double slopeLow = first ? 0 : logistic(low) * logistic(-low) / p;
            double bendUp = last ? 0 : slopeUp * (1 - 2 * logistic(up));
            double bendLow = first ? 0 : slopeLow * (1 - 2 * logistic(low));
            if (!last) {
                above[choice] = 1;
            }
            if (!first) {
                below[choice - 1] = 1;
            }
            for (int j = 0; j < parameters.length; j++) {
                gradient[j] += slopeUp * above[j] - slopeLow * below[j];
                double mixed = slopeUp * above[j] - slopeLow * below[j];
                for (int k = 0; k <= j; k++) {
                    information[j][k] += mixed * (slopeUp * above[k] - slopeLow * below[k])
                            - bendUp * above[j] * above[k]
                            + bendLow * below[j] * below[k];
                }
            }
        }
        BinaryLikelihood.mirror(information);
        return new Point(Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value, gradient, information);
    }

    /** The derivatives of both thresholds' log odds in the effects; returns x'b. */
    private static double fill(double[] x, double[] parameters, int thresholds, double[] above, double[] below) {
        Arrays.fill(above, 0, thresholds, 0);
        Arrays.fill(below, 0, thresholds, 0);
        double effect = 0;
        for (int j = 1; j < x.length; j++) {
            effect += x[j] * parameters[thresholds + j - 1];
            above[thresholds + j - 1] = -x[j];
            below[thresholds + j - 1] = -x[j];
        }
        return effect;
    }

    @Override
    public double reach(double[] step) {
        int thresholds = frame.codes().size() - 1;
        double reach = 0;
        for (double[] x : frame.rows()) {
            double effect = 0;
            for (int j = 1; j < x.length; j++) {
                effect += x[j] * step[thresholds + j - 1];
            }
            for (int j = 0; j < thresholds; j++) {
                reach = Math.max(reach, Math.abs(step[j] - effect));
            }
        }
        return reach;
    }
}
