package io.earshot.statistics.reference;

/** Scale. */
final class ScaleMethods {
    private ScaleMethods() {}

    static void register(Methods methods) {}
}
