package io.earshot.statistics.regression;

import io.earshot.dataset.Watch;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;

/**
 * Newton's iterations with halved steps to a likelihood's maximum. Where the likelihood rises without end along some
 * direction, because a predictor separates the outcomes, it says so instead of giving the numbers of the last iteration.
 *
 * @param parameters at the maximum
 * @param covariance the inverse of the information there
 * @param iterations steps taken
 */
record LikelihoodFit(double[] parameters, double value, double[][] covariance, int iterations) {
    private static final int MOST_ITERATIONS = 200;
    private static final double STILL = 1e-9;
    private static final double FAR = 0.4;

    static Outcome<LikelihoodFit> of(Likelihood likelihood, double[] start) {
        double[] parameters = start.clone();
        Likelihood.Point point = likelihood.at(parameters);
        for (int iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
            Watch.look();
            Outcome<SymmetricInverse> solved = SymmetricInverse.of(point.information());
            if (!solved.isDefined()) {
                return solved.map(never -> new LikelihoodFit(start, 0, new double[0][], 0));
            }
            double[] step = solved.orElseThrow().times(point.gradient());
            double reach = likelihood.reach(step);
            Likelihood.Point next = likelihood.at(sum(parameters, step, 1));
            double size = 1;
            // A full step may overshoot; near the maximum, rounding alone may cost a few last digits.
            while (!(next.value() >= point.value() - 1e-9 * (1 + Math.abs(point.value()))) && size > 1e-10) {
                size /= 2;
                next = likelihood.at(sum(parameters, step, size));
            }
            double gain = next.value() - point.value();
            parameters = sum(parameters, step, size);
            point = next;
            if (reach < STILL) {
                int iterations = iteration;
                double[] found = parameters;
                double value = point.value();
                return SymmetricInverse.of(point.information())
                        .map(inverse -> new LikelihoodFit(found, value, inverse.matrix(), iterations));
            }
            if (size == 1 && reach > FAR && Math.abs(gain) < 1e-5 && likelihood.reach(parameters) > 8) {
                return Outcome.undefined(
                        Reason.SEPARATION,
                        "a predictor, or a sum of predictors, tells the outcomes apart without error:"
                                + " its effect grows without end (log odds beyond %.0f after %d iterations)",
                        likelihood.reach(parameters),
                        iteration);
            }
        }
        return Outcome.undefined(
                Reason.NOT_CONVERGED, "the likelihood's maximum was not met in %d iterations", MOST_ITERATIONS);
    }

    private static double[] sum(double[] parameters, double[] step, double size) {
        double[] sum = parameters.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += size * step[i];
        }
        return sum;
    }

    double standardError(int parameter) {
        return Math.sqrt(covariance[parameter][parameter]);
    }
}
