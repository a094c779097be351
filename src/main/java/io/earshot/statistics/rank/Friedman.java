package io.earshot.statistics.rank;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether the same respondents rate several things alike, by ranks within each respondent, corrected for ties.
 * R: {@code friedman.test(x)}.
 *
 * @param n        respondents that rated all
 * @param excluded respondents that lack a rating
 * @param kendallW agreement of the respondents: chi-square / (n (k - 1)), in [0, 1]
 */
public record Friedman(long n, long excluded, double chiSquare, int degreesOfFreedom, double p, double kendallW) {

    /** The test of one row per respondent, NaN where missing; undefined if no respondent told the things apart. */
    public static Outcome<Friedman> of(double[][] ratings) {
        double[][] rows = Complete.rows(ratings);
        double n = rows.length;
        if (rows.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody rated all");
        }
        int k = rows[0].length;
        if (k < 2) {
            return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "a comparison needs two things: %d", k);
        }
        double[] sums = new double[k];
        double ties = 0;
        for (double[] row : rows) {
            Ranks ranks = Ranks.of(row);
            ties += ranks.ties();
            for (int j = 0; j < k; j++) {
                sums[j] += ranks.ranks()[j];
            }
        }
        double squares = 0;
        for (double sum : sums) {
            squares += (sum - n * (k + 1) / 2) * (sum - n * (k + 1) / 2);
        }
        double room = n * k * (k + 1) - ties / (k - 1);
        if (!(room > 0)) {
            return Outcome.undefined(Reason.NO_VARIATION, "every respondent rated all alike");
        }
        double chiSquare = 12 * squares / room;
        return Outcome.of(new Friedman(
                rows.length,
                ratings.length - rows.length,
                chiSquare,
                k - 1,
                ChiSquaredDistribution.of(k - 1).survivalProbability(chiSquare),
                chiSquare / (n * (k - 1))));
    }
}
