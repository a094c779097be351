package io.earshot.statistics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Corrections of p-values for a family of tests. R: {@code p.adjust(p, method)}. */
public enum Adjustment {
    NONE,
    /** p × m. */
    BONFERRONI,
    /** Bonferroni, step down. */
    HOLM,
    /** Step up; for independent tests. */
    HOCHBERG,
    /** By closed testing; for independent tests. */
    HOMMEL,
    /** False discovery rate (Benjamini and Hochberg). */
    BH,
    /** False discovery rate under any dependence (Benjamini and Yekutieli). */
    BY;

    /** The adjusted values in the given order; NaN, for a test that was not made, stays and does not count. */
    public double[] of(double... p) {
        int[] made = IntStream.range(0, p.length)
                .filter(i -> !Double.isNaN(p[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ascending = Arrays.stream(made).mapToDouble(i -> p[i]).toArray();
        double[] adjusted = ofAscending(ascending);
        double[] result = p.clone();
        for (int rank = 0; rank < made.length; rank++) {
            result[made[rank]] = adjusted[rank];
        }
        return result;
    }

    private double[] ofAscending(double[] p) {
        int m = p.length;
        if (m <= 1) {
            return p;
        }
        return switch (this) {
            case NONE -> p;
            case BONFERRONI ->
                Arrays.stream(p).map(value -> Math.min(1, value * m)).toArray();
            case HOLM -> stepDown(p);
            case HOCHBERG -> stepUp(p, rank -> m - rank);
            case HOMMEL -> m == 2 ? stepUp(p, rank -> m - rank) : hommel(p);
            case BH -> stepUp(p, rank -> m / (rank + 1.0));
            case BY -> {
                double harmonic =
                        IntStream.rangeClosed(1, m).mapToDouble(i -> 1.0 / i).sum();
                yield stepUp(p, rank -> harmonic * m / (rank + 1.0));
            }
        };
    }

    private static double[] stepDown(double[] p) {
        double[] adjusted = new double[p.length];
        double largest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            largest = Math.max(largest, p[rank] * (p.length - rank));
            adjusted[rank] = Math.min(1, largest);
        }
        return adjusted;
    }

    private interface Factor {
        double at(int rank);
    }

    private static double[] stepUp(double[] p, Factor factor) {
        double[] adjusted = new double[p.length];
        double smallest = 1;
        for (int rank = p.length - 1; rank >= 0; rank--) {
            smallest = Math.min(smallest, p[rank] * factor.at(rank));
            adjusted[rank] = smallest;
        }
        return adjusted;
    }

    private static double[] hommel(double[] p) {
        int n = p.length;
        double least =
                IntStream.range(0, n).mapToDouble(i -> n * p[i] / (i + 1)).min().orElseThrow();
        double[] adjusted = new double[n];
        Arrays.fill(adjusted, least);
        double[] q = adjusted.clone();
        for (int m = n - 1; m >= 2; m--) {
            int size = m;
            int split = n - m + 1;
            double bound = IntStream.range(split, n)
                    .mapToDouble(i -> size * p[i] / (i - split + 2))
                    .min()
                    .orElseThrow();
            for (int i = 0; i < split; i++) {
                q[i] = Math.min(m * p[i], bound);
            }
            Arrays.fill(q, split, n, q[split - 1]);
            for (int i = 0; i < n; i++) {
                adjusted[i] = Math.max(adjusted[i], q[i]);
            }
        }
        return IntStream.range(0, n)
                .mapToDouble(i -> Math.max(adjusted[i], p[i]))
                .toArray();
    }
}
