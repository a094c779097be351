package io.earshot.statistics.reference;

/** Missing. */
final class MissingMethods {
    private MissingMethods() {}

    static void register(Methods methods) {}
}
