package io.earshot.statistics.reference;

/** Power. */
final class PowerMethods {
    private PowerMethods() {}

    static void register(Methods methods) {}
}
