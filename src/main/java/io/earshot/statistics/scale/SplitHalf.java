package io.earshot.statistics.scale;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;

/**
 * The reliability of a scale by the agreement of its halves.
 *
 * <p>r of the halves' sums; Spearman-Brown 2r / (1 + r), which stretches it to the whole scale if the halves are equally
 * good; Guttman 2 (1 - (V(a) + V(b)) / V(a + b)), which does without that. All at most 1, negative where halves oppose.
 * R: {@code psych::splitHalf} looks at all splits; this is one of them.
 *
 * @param n        respondents with all items
 * @param excluded respondents that lack one or more
 * @see <a href="https://doi.org/10.1111/j.2044-8295.1910.tb00207.x">Brown (1910), British J. of Psychology 3, 296-322</a>
 * @see <a href="https://doi.org/10.1007/BF02288892">Guttman (1945), Psychometrika 10, 255-282</a>
 */
public record SplitHalf(
        long n, long excluded, Outcome<Double> r, Outcome<Double> spearmanBrown, Outcome<Double> guttman) {

    /**
     * @param one   the items of one half: one array per respondent, NaN where missing
     * @param other those of the other half, in the same order of respondents
     * @throws IllegalArgumentException if the halves differ in their number of respondents
     */
    public static SplitHalf of(double[][] one, double[][] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "halves must have equally many respondents: %d, %d".formatted(one.length, other.length));
        }
        double[][] sums = new double[one.length][];
        for (int row = 0; row < sums.length; row++) {
            sums[row] = new double[] {
                Arrays.stream(one[row]).sum(), Arrays.stream(other[row]).sum()
            };
        }
        CoMoments moments = CoMoments.of(sums);
        Outcome<Double> r = correlation(moments);
        return new SplitHalf(moments.n(), moments.excluded(), r, r.flatMap(SplitHalf::stretched), guttman(moments));
    }

    private static Outcome<Double> correlation(CoMoments halves) {
        if (halves.n() < 2) {
            return tooFew(halves);
        }
        double r = halves.correlation(0, 1);
        return Double.isNaN(r)
                ? Outcome.undefined(Reason.NO_VARIATION, "all responses to one half have the same sum")
                : Outcome.of(r);
    }

    private static Outcome<Double> stretched(double r) {
        return r == -1
                ? Outcome.undefined(Reason.NO_VARIATION, "the halves cancel each other out")
                : Outcome.of(2 * r / (1 + r));
    }

    private static Outcome<Double> guttman(CoMoments halves) {
        if (halves.n() < 2) {
            return tooFew(halves);
        }
        double parts = halves.variance(0) + halves.variance(1);
        double whole = parts + 2 * halves.covariance(0, 1);
        return whole > 0
                ? Outcome.of(2 * (1 - parts / whole))
                : Outcome.undefined(Reason.NO_VARIATION, "all responses to the scale have the same sum");
    }

    private static Outcome<Double> tooFew(CoMoments halves) {
        return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "split half needs two complete responses: %d", halves.n());
    }
}
