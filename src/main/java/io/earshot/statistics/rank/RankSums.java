package io.earshot.statistics.rank;

import java.util.Arrays;

/** The exact distribution of a sum of ranks when chance alone decides which ranks are in it. */
final class RankSums {
    // Doubled, so that shared ranks are whole numbers.
    private final int[] doubled;
    private final double[] share;

    private RankSums(int[] doubled, double[] share) {
        this.doubled = doubled;
        this.share = share;
    }

    /** Of sums of {@code size} of the ranks, every choice equally likely. */
    static RankSums ofChoices(double[] ranks, int size) {
        int[] doubled = doubled(ranks);
        int most = Arrays.stream(doubled).sum();
        double[][] ways = new double[size + 1][most + 1];
        ways[0][0] = 1;
        int reached = 0;
        for (int i = 0; i < doubled.length; i++) {
            reached += doubled[i];
            for (int chosen = Math.min(size, i + 1); chosen >= 1; chosen--) {
                double[] more = ways[chosen];
                double[] fewer = ways[chosen - 1];
                for (int sum = reached; sum >= doubled[i]; sum--) {
                    more[sum] += fewer[sum - doubled[i]];
                }
            }
        }
        return new RankSums(doubled, shares(ways[size]));
    }

    /** Of sums in which every rank is or is not, with even chances. */
    static RankSums ofSigns(double[] ranks) {
        int[] doubled = doubled(ranks);
        int most = Arrays.stream(doubled).sum();
        double[] ways = new double[most + 1];
        ways[0] = 1;
        int reached = 0;
        for (int rank : doubled) {
            reached += rank;
            for (int sum = reached; sum >= rank; sum--) {
                ways[sum] = ways[sum] / 2 + ways[sum - rank] / 2;
            }
            for (int sum = rank - 1; sum >= 0; sum--) {
                ways[sum] /= 2;
            }
        }
        return new RankSums(doubled, ways);
    }

    /** Twice the smaller tail, as far as 1: both tails where the distribution is symmetric. */
    double twiceTail(double sum) {
        return Math.min(1, 2 * Math.min(below(sum), above(sum)));
    }

    /** Probability of a sum as far from the expected one, or farther. */
    double asFar(double sum) {
        double expected = 0;
        for (int i = 0; i < share.length; i++) {
            expected += i * share[i];
        }
        double distance = Math.abs(2 * sum - expected) - 1e-7;
        double p = 0;
        for (int i = 0; i < share.length; i++) {
            p += Math.abs(i - expected) >= distance ? share[i] : 0;
        }
        return Math.min(1, p);
    }

    /** The smallest sum up to which the distribution holds at least {@code p}. */
    double quantile(double p) {
        double held = 0;
        for (int i = 0; i < share.length; i++) {
            held += share[i];
            if (held >= p * (1 - 1e-12)) {
                return i / 2.0;
            }
        }
        return Arrays.stream(doubled).sum() / 2.0;
    }

    private double below(double sum) {
        int last = (int) Math.floor(2 * sum + 1e-7);
        double p = 0;
        for (int i = 0; i <= last && i < share.length; i++) {
            p += share[i];
        }
        return p;
    }

    private double above(double sum) {
        int first = (int) Math.ceil(2 * sum - 1e-7);
        double p = 0;
        for (int i = Math.max(0, first); i < share.length; i++) {
            p += share[i];
        }
        return p;
    }

    private static int[] doubled(double[] ranks) {
        return Arrays.stream(ranks).mapToInt(rank -> (int) Math.rint(2 * rank)).toArray();
    }

    private static double[] shares(double[] ways) {
        double all = Arrays.stream(ways).sum();
        return Arrays.stream(ways).map(way -> way / all).toArray();
    }
}
