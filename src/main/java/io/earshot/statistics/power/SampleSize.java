package io.earshot.statistics.power;

import io.earshot.statistics.Normal;

/** How many respondents an interval of a given width needs; not rounded up. */
public final class SampleSize {
    private SampleSize() {}

    /**
     * For a share: z² p (1 - p) / margin².
     *
     * @param p      the share expected, in (0, 1); 0.5 is the worst case
     * @param margin half the interval's width, in (0, 1)
     */
    public static double forShare(double p, double margin, double confidence) {
        require(p > 0 && p < 1, "p must be in (0, 1)", p);
        require(margin > 0 && margin < 1, "margin must be in (0, 1)", margin);
        double z = Normal.reach(confidence);
        return z * z * p * (1 - p) / (margin * margin);
    }

    /**
     * The same from a finite population: n / (1 + (n - 1) / population).
     *
     * @param n what an endless population would need, times the design effect
     */
    public static double finite(double n, double population) {
        require(population > 0, "population must be above 0", population);
        return n / (1 + (n - 1) / population);
    }

    /**
     * For a net promoter score: z² (p + d - (p - d)²) / (margin / 100)².
     *
     * @param promoters  share expected, in [0, 1]
     * @param detractors share expected, in [0, 1]
     * @param margin     half the interval's width in points, above 0
     */
    public static double forNetPromoterScore(double promoters, double detractors, double margin, double confidence) {
        require(margin > 0, "margin must be above 0", margin);
        double z = Normal.reach(confidence);
        double difference = promoters - detractors;
        double share = margin / 100;
        return z * z * (promoters + detractors - difference * difference) / (share * share);
    }

    private static void require(boolean holds, String rule, double value) {
        if (!holds) {
            throw new IllegalArgumentException(rule + ": " + value);
        }
    }
}
