package io.earshot.statistics.reference;

/** Survey. */
final class SurveyMethods {
    private SurveyMethods() {}

    static void register(Methods methods) {}
}
