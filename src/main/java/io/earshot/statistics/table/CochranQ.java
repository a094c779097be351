package io.earshot.statistics.table;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Whether the same people chose several options equally often: Q = (k - 1)(k Σ C_j² - N²) / (k N - Σ R_i²), on k - 1
 * degrees of freedom.
 *
 * @param n respondents with all answers
 * @param excluded respondents that lack an answer
 * @see <a href="https://doi.org/10.2307/2332378">Cochran (1950), Biometrika 37, 256-266</a>
 */
public record CochranQ(double q, int degreesOfFreedom, double p, long n, long excluded) {

    /**
     * The test of answers 0 or 1, one row per respondent, NaN where missing; undefined if no respondent told options apart.
     *
     * @throws IllegalArgumentException if an answer is neither 0 nor 1
     */
    public static Outcome<CochranQ> of(double[][] answers) {
        double[][] rows = Complete.rows(answers);
        if (rows.length == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered all options");
        }
        int k = rows[0].length;
        if (k < 2) {
            return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "Cochran's Q needs two options: %d", k);
        }
        double[] columns = new double[k];
        double all = 0;
        double rowSquares = 0;
        for (double[] row : rows) {
            double sum = 0;
            for (int j = 0; j < k; j++) {
                if (row[j] != 0 && row[j] != 1) {
                    throw new IllegalArgumentException("answers must be 0 or 1: " + row[j]);
                }
                columns[j] += row[j];
                sum += row[j];
            }
            all += sum;
            rowSquares += sum * sum;
        }
        double columnSquares = 0;
        for (double column : columns) {
            columnSquares += column * column;
        }
        double untold = k * all - rowSquares;
        if (untold == 0) {
            return Outcome.undefined(Reason.NO_VARIATION, "every respondent chose all options or none");
        }
        double q = (k - 1) * (k * columnSquares - all * all) / untold;
        return Outcome.of(new CochranQ(
                q,
                k - 1,
                ChiSquaredDistribution.of(k - 1).survivalProbability(q),
                rows.length,
                answers.length - rows.length));
    }
}
