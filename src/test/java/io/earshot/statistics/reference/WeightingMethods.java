package io.earshot.statistics.reference;

/** Weighting. */
final class WeightingMethods {
    private WeightingMethods() {}

    static void register(Methods methods) {}
}
