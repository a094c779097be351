package io.earshot.statistics.reference;

/** Market. */
final class MarketMethods {
    private MarketMethods() {}

    static void register(Methods methods) {}
}
