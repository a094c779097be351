package io.earshot.statistics.survey;

/** What is known of the population, and so no longer varies from sample to sample: removes it from influences. */
interface Calibration {
    /** Each row's influence (weighted, one number a row) without the part that the known totals fix. */
    double[] residual(double[] influence);
}
