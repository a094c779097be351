package io.earshot.statistics.reference;

/** Correlation. */
final class CorrelationMethods {
    private CorrelationMethods() {}

    static void register(Methods methods) {}
}
