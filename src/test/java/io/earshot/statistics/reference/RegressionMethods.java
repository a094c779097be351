package io.earshot.statistics.reference;

/** Regression. */
final class RegressionMethods {
    private RegressionMethods() {}

    static void register(Methods methods) {}
}
