package io.earshot.statistics.rank;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ranks from 1, equal values sharing the mean of theirs. R: {@code rank(x)}.
 *
 * @param ranks of the values in their order
 * @param ties  Σ (t³ - t) over groups of t equal values: 0 if all values differ
 */
public record Ranks(double[] ranks, double ties) {
    /** Ranks of values of which none is missing. */
    public static Ranks of(double... values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        double ties = 0;
        for (int from = 0, to; from < order.length; from = to) {
            for (to = from + 1; to < order.length && values[order[to]] == values[order[from]]; ) {
                to++;
            }
            double size = to - from;
            ties += size * size * size - size;
            for (int i = from; i < to; i++) {
                ranks[order[i]] = (from + 1 + to) / 2.0;
            }
        }
        return new Ranks(ranks, ties);
    }
}
