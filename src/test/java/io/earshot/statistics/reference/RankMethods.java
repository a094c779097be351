package io.earshot.statistics.reference;

/** Rank. */
final class RankMethods {
    private RankMethods() {}

    static void register(Methods methods) {}
}
