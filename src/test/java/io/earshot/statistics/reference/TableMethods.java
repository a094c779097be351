package io.earshot.statistics.reference;

/** Table. */
final class TableMethods {
    private TableMethods() {}

    static void register(Methods methods) {}
}
