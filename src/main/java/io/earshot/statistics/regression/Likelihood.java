package io.earshot.statistics.regression;

/** A log likelihood that is to be made as large as it can be. */
interface Likelihood {
    /**
     * At some parameters.
     *
     * @param value       the log likelihood
     * @param gradient    its slope in each parameter
     * @param information minus its second derivatives
     */
    record Point(double value, double[] gradient, double[][] information) {}

    /** At these parameters; {@code value} is -infinity where they are not allowed. */
    Point at(double[] parameters);

    /** The largest change that a step makes to any row's log odds: how far the model moves, whatever its units. */
    double reach(double[] step);
}
