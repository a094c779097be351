package io.earshot.statistics.correlation;

import java.util.Arrays;

/**
 * How often equal values come, as sums over groups of t equal ones.
 *
 * @param pairs   Σ t (t - 1)
 * @param triples Σ t (t - 1)(t - 2)
 * @param spread  Σ t (t - 1)(2t + 5)
 */
record Ties(double pairs, double triples, double spread) {
    static Ties of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double pairs = 0;
        double triples = 0;
        double spread = 0;
        int from = 0;
        for (int to = 1; to <= sorted.length; to++) {
            if (to == sorted.length || sorted[to] != sorted[from]) {
                double t = to - from;
                pairs += t * (t - 1);
                triples += t * (t - 1) * (t - 2);
                spread += t * (t - 1) * (2 * t + 5);
                from = to;
            }
        }
        return new Ties(pairs, triples, spread);
    }

    boolean any() {
        return pairs > 0;
    }
}
