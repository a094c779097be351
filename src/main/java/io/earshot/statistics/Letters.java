package io.earshot.statistics;

import java.util.stream.Stream;

/** Names of columns to mark differences with: A to Z, AA, AB and so on. */
public final class Letters {
    private Letters() {}

    /** The name of a column, counted from 0. */
    public static String of(int column) {
        StringBuilder name = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
            name.insert(0, (char) ('A' + (rest - 1) % 26));
        }
        return name.toString();
    }

    /** The letters of a cell in their order, joined. */
    public static String joined(Stream<String> letters) {
        return letters.sorted((a, b) -> a.length() == b.length() ? a.compareToIgnoreCase(b) : a.length() - b.length())
                .reduce("", String::concat);
    }
}
