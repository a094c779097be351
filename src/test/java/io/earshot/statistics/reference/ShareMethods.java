package io.earshot.statistics.reference;

/** Share. */
final class ShareMethods {
    private ShareMethods() {}

    static void register(Methods methods) {}
}
