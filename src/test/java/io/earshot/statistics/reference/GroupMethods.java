package io.earshot.statistics.reference;

/** Group. */
final class GroupMethods {
    private GroupMethods() {}

    static void register(Methods methods) {}
}
