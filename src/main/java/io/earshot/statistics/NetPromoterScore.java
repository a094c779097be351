package io.earshot.statistics;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Net promoter score: the share of promoters (9, 10) less that of detractors (0 to 6), times 100.
 *
 * @param missing       responses without a valid answer
 * @param promoterShare  share of promoters, in [0, 1], by weight if there are weights; passives and detractors likewise
 * @param score         from -100 to 100
 * @param variance      of one response's part of the score, in squared shares: p + d - (p - d)²
 * @param standardError of the score, in its unit: 100 √((p + d - (p - d)²) / n)
 * @param wald          score ± z standard error; of no width where all answered alike, and may end beyond -100 or 100
 * @param adjustedWald  the same after adding 3 answers (¾ promoters, 1½ passives, ¾ detractors), which covers best in
 *     small samples and has width always; around its own, shrunken estimate
 * @param scoreInterval by Tango's score test, at the effective base if there are weights; never beyond -100 or 100, and has
 *     width always: the one to show
 * @param student       score ± t standard error with n - 1 in place of n, as tools give it that take the mean of 100, 0
 *     and -100; undefined for one answer
 * @see <a href="https://doi.org/10.1080/00031305.2016.1198279">Rocks (2016), The American Statistician 70, 365-372</a>
 */
public record NetPromoterScore(
        String variable,
        long n,
        long missing,
        long promoters,
        long passives,
        long detractors,
        double promoterShare,
        double passiveShare,
        double detractorShare,
        double score,
        double variance,
        double standardError,
        Interval wald,
        Interval adjustedWald,
        Interval scoreInterval,
        Outcome<Interval> student) {

    /**
     * The score of a column of whole numbers from 0 to 10; undefined if nobody answered.
     *
     * @throws IllegalArgumentException if a value is not a whole number from 0 to 10, or {@code confidence} outside (0, 1)
     */
    public static Outcome<NetPromoterScore> of(ScoredColumn column, double confidence) {
        // Promoters, passives, detractors.
        long[] kinds = new long[3];
        if (column instanceof CodedColumn coded) {
            long[] counts = CodeCounts.of(coded).counts();
            for (int code = 0; code < counts.length; code++) {
                if (counts[code] > 0) {
                    kinds[kind(column.name(), coded.scoreOf(code))] += counts[code];
                }
            }
        } else {
            for (int row = 0; row < column.rows(); row++) {
                double value = column.score(row);
                if (!Double.isNaN(value)) {
                    kinds[kind(column.name(), value)]++;
                }
            }
        }
        long missing = column.rows() - kinds[0] - kinds[1] - kinds[2];
        return of(column.name(), missing, kinds[0], kinds[1], kinds[2], confidence);
    }

    private static int kind(String variable, double value) {
        if (value < 0 || value > 10 || value != Math.rint(value)) {
            throw new IllegalArgumentException("%s must be a whole number from 0 to 10: %s".formatted(variable, value));
        }
        return value >= 9 ? 0 : value >= 7 ? 1 : 2;
    }

    /** The score of counts that are known already. */
    public static Outcome<NetPromoterScore> of(
            String variable, long missing, long promoters, long passives, long detractors, double confidence) {
        Interval.requireConfidence(confidence);
        long n = promoters + passives + detractors;
        if (n == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered %s, so there is no score", variable);
        }
        double score = 100.0 * (promoters - detractors) / n;
        double variance = variance(promoters, detractors, n);
        double error = 100 * Math.sqrt(variance / n);
        double adjusted = 100.0 * (promoters - detractors) / (n + 3.0);
        double adjustedError = 100 * Math.sqrt(variance(promoters + 0.75, detractors + 0.75, n + 3.0) / (n + 3.0));
        // Wald's are not cut at -100 or 100, so that each stays what its formula and R give.
        return Outcome.of(new NetPromoterScore(
                variable,
                n,
                missing,
                promoters,
                passives,
                detractors,
                (double) promoters / n,
                (double) passives / n,
                (double) detractors / n,
                score,
                variance,
                error,
                Normal.interval(score, error, confidence),
                Normal.interval(adjusted, adjustedError, confidence),
                byScore(promoters, detractors, n, confidence),
                student(score, variance, n, confidence)));
    }

    /** The standard error with n - 1 in place of n; undefined for one answer. */
    public Outcome<Double> sampleStandardError() {
        return n < 2
                ? Outcome.undefined(Reason.TOO_FEW_ANSWERS, "the spread of %s needs two answers: %d", variable, n)
                : Outcome.of(100 * Math.sqrt(variance / (n - 1)));
    }

    /** Tango's interval in points. @param n people, or an effective base with shares of it */
    public static Interval byScore(double promoters, double detractors, double n, double confidence) {
        Interval shares = ScoreDifference.of(promoters, detractors, n, confidence);
        return new Interval(100 * shares.estimate(), 100 * shares.low(), 100 * shares.high(), confidence);
    }

    private static Outcome<Interval> student(double score, double variance, long n, double confidence) {
        if (n < 2) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "an interval by Student's t needs two answers: %d", n);
        }
        double t = TDistribution.of(n - 1.0).inverseSurvivalProbability((1 - confidence) / 2);
        double half = t * 100 * Math.sqrt(variance / (n - 1));
        return Outcome.of(new Interval(score, score - half, score + half, confidence));
    }

    private static double variance(double promoters, double detractors, double n) {
        double difference = (promoters - detractors) / n;
        return Math.max(0, (promoters + detractors) / n - difference * difference);
    }
}
