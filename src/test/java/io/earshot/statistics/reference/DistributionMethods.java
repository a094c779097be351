package io.earshot.statistics.reference;

/** Distribution. */
final class DistributionMethods {
    private DistributionMethods() {}

    static void register(Methods methods) {}
}
