package io.earshot.statistics.reference;

/** Quality. */
final class QualityMethods {
    private QualityMethods() {}

    static void register(Methods methods) {}
}
