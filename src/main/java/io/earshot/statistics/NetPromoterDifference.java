package io.earshot.statistics;

/**
 * How much two independent groups' net promoter scores differ: first minus second, in points.
 *
 * @param wald         difference ± z √(se₁² + se₂²)
 * @param adjustedWald the same of the scores with 3 answers added to each group
 * @param test         z and two-sided p of the plain difference; undefined if neither group varies
 * @param adjustedP    two-sided p of the adjusted difference
 * @see NetPromoterScore
 */
public record NetPromoterDifference(
        NetPromoterScore first,
        NetPromoterScore second,
        Interval wald,
        double standardError,
        Interval adjustedWald,
        double adjustedStandardError,
        Outcome<Test> test,
        double adjustedP) {

    /** A standard normal statistic and its two-sided p. */
    public record Test(double z, double p) {}

    public static NetPromoterDifference of(NetPromoterScore first, NetPromoterScore second, double confidence) {
        double difference = first.score() - second.score();
        double error = Math.hypot(first.standardError(), second.standardError());
        double adjusted =
                first.adjustedWald().estimate() - second.adjustedWald().estimate();
        double adjustedError = Math.hypot(adjustedError(first), adjustedError(second));
        Outcome<Test> test = error == 0
                ? Outcome.undefined(Reason.NO_VARIATION, "all of either group answered alike")
                : Outcome.of(new Test(difference / error, Normal.twoSided(difference / error)));
        return new NetPromoterDifference(
                first,
                second,
                Normal.interval(difference, error, confidence),
                error,
                Normal.interval(adjusted, adjustedError, confidence),
                adjustedError,
                test,
                Normal.twoSided(adjusted / adjustedError));
    }

    private static double adjustedError(NetPromoterScore score) {
        double n = score.n() + 3.0;
        double sum = (score.promoters() + score.detractors() + 1.5) / n;
        double difference = (score.promoters() - score.detractors()) / n;
        return 100 * Math.sqrt((sum - difference * difference) / n);
    }
}
