package io.earshot.statistics;

import io.earshot.dataset.ScoredColumn;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Net promoter score: the share of promoters (9, 10) less that of detractors (0 to 6), times 100.
 *
 * @param missing       responses without a valid answer
 * @param score         from -100 to 100
 * @param standardError of the score, in its unit: 100 √((p + d - (p - d)²) / n)
 * @param wald          score ± z standard error; of no width where all answered alike
 * @param adjustedWald  the same after adding 3 answers (¾ promoters, 1½ passives, ¾ detractors), which covers best in
 *     small samples and has width always; around its own, shrunken estimate
 * @see <a href="https://doi.org/10.1080/00031305.2016.1198279">Rocks (2016), The American Statistician 70, 365-372</a>
 */
public record NetPromoterScore(
        String variable,
        long n,
        long missing,
        long promoters,
        long passives,
        long detractors,
        double score,
        double standardError,
        Interval wald,
        Interval adjustedWald) {

    /**
     * The score of a column of whole numbers from 0 to 10; undefined if nobody answered.
     *
     * @throws IllegalArgumentException if a value is not a whole number from 0 to 10, or {@code confidence} outside (0, 1)
     */
    public static Outcome<NetPromoterScore> of(ScoredColumn column, double confidence) {
        long promoters = 0;
        long passives = 0;
        long detractors = 0;
        for (int row = 0; row < column.rows(); row++) {
            double value = column.score(row);
            if (Double.isNaN(value)) {
                continue;
            }
            if (value < 0 || value > 10 || value != Math.rint(value)) {
                throw new IllegalArgumentException(
                        "%s must be a whole number from 0 to 10: %s".formatted(column.name(), value));
            }
            if (value >= 9) {
                promoters++;
            } else if (value >= 7) {
                passives++;
            } else {
                detractors++;
            }
        }
        long missing = column.rows() - promoters - passives - detractors;
        return of(column.name(), missing, promoters, passives, detractors, confidence);
    }

    /** The score of counts that are known already. */
    public static Outcome<NetPromoterScore> of(
            String variable, long missing, long promoters, long passives, long detractors, double confidence) {
        Interval.requireConfidence(confidence);
        long n = promoters + passives + detractors;
        if (n == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered %s, so there is no score", variable);
        }
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - confidence) / 2);
        double score = 100.0 * (promoters - detractors) / n;
        double error = standardError(promoters, detractors, n);
        Interval wald = new Interval(score, score - z * error, score + z * error, confidence);
        double adjusted = 100.0 * (promoters - detractors) / (n + 3.0);
        double adjustedError = standardError(promoters + 0.75, detractors + 0.75, n + 3.0);
        // Neither interval is cut at -100 or 100, so that both stay what the formulas and R give.
        Interval adjustedWald =
                new Interval(adjusted, adjusted - z * adjustedError, adjusted + z * adjustedError, confidence);
        return Outcome.of(new NetPromoterScore(
                variable, n, missing, promoters, passives, detractors, score, error, wald, adjustedWald));
    }

    private static double standardError(double promoters, double detractors, double n) {
        double difference = (promoters - detractors) / n;
        return 100 * Math.sqrt(Math.max(0, (promoters + detractors) / n - difference * difference) / n);
    }
}
