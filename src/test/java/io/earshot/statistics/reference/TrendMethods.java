package io.earshot.statistics.reference;

/** Trend. */
final class TrendMethods {
    private TrendMethods() {}

    static void register(Methods methods) {}
}
