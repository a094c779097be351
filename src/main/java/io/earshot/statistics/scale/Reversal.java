package io.earshot.statistics.scale;

import java.util.Arrays;
import java.util.Set;

/** Turns items round, so that a high answer means the same in all. */
public final class Reversal {
    private Reversal() {}

    /**
     * New rows with some items' answers x replaced by {@code ends - x}.
     *
     * @param items places of the items to turn round
     * @param ends  the scale's lowest answer plus its highest: 7 for 1 to 6
     */
    public static double[][] of(double[][] rows, Set<Integer> items, double ends) {
        return Arrays.stream(rows)
                .map(row -> {
                    double[] turned = row.clone();
                    items.forEach(item -> turned[item] = ends - row[item]);
                    return turned;
                })
                .toArray(double[][]::new);
    }
}
