package io.earshot.statistics.table;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Normal;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;

/**
 * Whether a share differs between two columns that share respondents, as options of a multiple response do.
 *
 * @param both       respondents in both columns
 * @param first      share in the first column
 * @param pooled     z = (p_a - p_b) / √(p (1 - p)(1/n_a + 1/n_b - 2 n_ab / (n_a n_b))); undefined if the pooled share is 0
 *     or 1, or the columns are the same respondents
 * @param linearised z with the variance Σ (a (y - p_a)/n_a - b (y - p_b)/n_b)²; undefined if that is 0
 */
public record OverlapDifference(
        long firstBase,
        long secondBase,
        long both,
        double first,
        double second,
        Outcome<Double> pooled,
        Outcome<Double> linearised) {

    /** The comparison of {@code y}, 0 or 1, where {@code a} and {@code b} are 1; undefined if a column is empty. */
    public static Outcome<OverlapDifference> of(double[] y, double[] a, double[] b) {
        double[][] columns = Complete.columns(y, a, b);
        int rows = columns[0].length;
        long firstBase = 0;
        long secondBase = 0;
        long both = 0;
        double firstCount = 0;
        double secondCount = 0;
        for (int row = 0; row < rows; row++) {
            boolean inFirst = columns[1][row] == 1;
            boolean inSecond = columns[2][row] == 1;
            firstBase += inFirst ? 1 : 0;
            secondBase += inSecond ? 1 : 0;
            both += inFirst && inSecond ? 1 : 0;
            firstCount += inFirst ? columns[0][row] : 0;
            secondCount += inSecond ? columns[0][row] : 0;
        }
        if (firstBase == 0 || secondBase == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "a column has no respondents: %d, %d", firstBase, secondBase);
        }
        double first = firstCount / firstBase;
        double second = secondCount / secondBase;
        double square = 0;
        for (int row = 0; row < rows; row++) {
            double part = columns[1][row] == 1 ? (columns[0][row] - first) / firstBase : 0;
            part -= columns[2][row] == 1 ? (columns[0][row] - second) / secondBase : 0;
            square += part * part;
        }
        double share = (firstCount + secondCount) / (firstBase + secondBase);
        double inverse = 1.0 / firstBase + 1.0 / secondBase - 2.0 * both / ((double) firstBase * secondBase);
        return Outcome.of(new OverlapDifference(
                firstBase,
                secondBase,
                both,
                first,
                second,
                ratio(first - second, share * (1 - share) * inverse),
                ratio(first - second, square)));
    }

    /** The two-sided p of a z. */
    public static double p(double z) {
        return Normal.twoSided(z);
    }

    private static Outcome<Double> ratio(double difference, double variance) {
        return variance > 0
                ? Outcome.of(difference / Math.sqrt(variance))
                : Outcome.undefined(Reason.NO_VARIATION, "the columns' shares cannot vary");
    }
}
