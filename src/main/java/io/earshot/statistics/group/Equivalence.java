package io.earshot.statistics.group;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;

/**
 * Whether two means differ by less than a margin, by two one-sided Welch tests (TOST).
 *
 * @param firstN   answers of the first group, {@code secondN} of the second
 * @param excluded answers left out because they are missing
 * @param pLower   of the difference not being above -margin
 * @param pUpper   of the difference not being below margin
 * @param p        the larger of both: the means are equivalent if it is below the error probability
 * @param interval of the difference at 90 %, which lies within the margin where p is below 0.05
 * @see <a href="https://doi.org/10.1007/BF01068419">Schuirmann (1987), J. Pharmacokin. Biopharm. 15, 657-680</a>
 */
public record Equivalence(
        long firstN,
        long secondN,
        long excluded,
        double margin,
        double pLower,
        double pUpper,
        double p,
        Interval interval) {

    /**
     * Undefined if a group has fewer than two answers, or neither varies.
     *
     * @param margin at least 0 (where nothing is equivalent), in the answers' unit
     */
    public static Outcome<Equivalence> of(double[] first, double[] second, double margin) {
        if (!(margin >= 0)) {
            throw new IllegalArgumentException("margin must be at least 0: " + margin);
        }
        double[] x = Complete.values(first);
        double[] y = Complete.values(second);
        if (x.length < 2 || y.length < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS, "a t test needs two answers a group: %d, %d", x.length, y.length);
        }
        return TwoSamples.welch(x, y, -margin, 0.9).flatMap(lower -> TwoSamples.welch(x, y, margin, 0.9)
                .map(upper -> new Equivalence(
                        x.length,
                        y.length,
                        first.length - x.length + (second.length - y.length),
                        margin,
                        lower.pGreater(),
                        upper.pLess(),
                        Math.max(lower.pGreater(), upper.pLess()),
                        lower.interval())));
    }
}
