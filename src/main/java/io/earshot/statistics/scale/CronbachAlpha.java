package io.earshot.statistics.scale;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Cronbach's alpha of a scale, its relatives and its items.
 *
 * <p>alpha = k / (k - 1) (1 - Σ variances / variance of the sum); at most 1, negative where items oppose each other.
 * Standardised: the same of the correlations. Guttman's lambda 6: 1 - Σ (1 - R²) / Σ r, R² each item's by the others.
 * R: {@code psych::alpha} on complete cases.
 *
 * @param n               respondents with all items
 * @param excluded        respondents that lack one or more
 * @param alpha           with Feldt's interval 1 - (1 - alpha) F on n - 1 and (n - 1)(k - 1) degrees of freedom
 * @param meanCorrelation of the pairs of items
 * @param items           in order
 * @see <a href="https://doi.org/10.1007/BF02310555">Cronbach (1951), Psychometrika 16, 297-334</a>
 * @see <a href="https://doi.org/10.1007/BF02289499">Feldt (1965), Psychometrika 30, 357-370</a>
 * @see <a href="https://doi.org/10.1007/BF02288892">Guttman (1945), Psychometrika 10, 255-282</a>
 */
public record CronbachAlpha(
        long n,
        long excluded,
        Outcome<Interval> alpha,
        Outcome<Double> standardised,
        Outcome<Double> meanCorrelation,
        Outcome<Double> lambda6,
        List<Item> items) {
    public CronbachAlpha {
        items = List.copyOf(items);
    }

    /**
     * @param sd                   with n - 1; undefined for fewer than two respondents
     * @param itemTotalCorrelation with the sum of all items, itself among them
     * @param itemRestCorrelation  with the sum of the others; negative where the item should be turned round
     * @param alphaIfDropped       of the others; undefined for fewer than two
     */
    public record Item(
            Outcome<Double> mean,
            Outcome<Double> sd,
            Outcome<Double> itemTotalCorrelation,
            Outcome<Double> itemRestCorrelation,
            Outcome<Double> alphaIfDropped) {}

    /**
     * The reliability of a scale whose items all point the same way (see {@link Reversal}).
     *
     * @param moments    of the items
     * @param confidence of Feldt's interval, in (0, 1)
     */
    public static CronbachAlpha of(CoMoments moments, double confidence) {
        int k = moments.variables();
        int[] all = IntStream.range(0, k).toArray();
        Outcome<RealMatrix> correlations = moments.correlations();
        return new CronbachAlpha(
                moments.n(),
                moments.excluded(),
                alpha(moments, all).flatMap(alpha -> feldt(alpha, moments.n(), k, confidence)),
                correlations.flatMap(CronbachAlpha::alpha),
                correlations.flatMap(CronbachAlpha::meanCorrelation),
                correlations.flatMap(CronbachAlpha::lambda6),
                IntStream.range(0, k).mapToObj(i -> item(moments, i, all)).toList());
    }

    private static Outcome<Interval> feldt(double alpha, long n, int k, double confidence) {
        FDistribution f = FDistribution.of(n - 1.0, (n - 1.0) * (k - 1));
        double tail = (1 - confidence) / 2;
        return Outcome.of(new Interval(
                alpha,
                1 - (1 - alpha) * f.inverseSurvivalProbability(tail),
                1 - (1 - alpha) * f.inverseCumulativeProbability(tail),
                confidence));
    }

    private static Outcome<Double> alpha(CoMoments moments, int... items) {
        return moments.n() < 2
                ? Outcome.undefined(
                        Reason.TOO_FEW_ANSWERS, "reliability needs two responses to all items: %d", moments.n())
                : items.length < 2
                        ? tooFewItems(items.length)
                        : alpha(moments.covariances().getSubMatrix(items, items));
    }

    /** alpha of covariances, or of correlations. */
    static Outcome<Double> alpha(RealMatrix covariances) {
        int k = covariances.getRowDimension();
        if (k < 2) {
            return tooFewItems(k);
        }
        double total = sum(covariances);
        if (Double.isNaN(total)) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "some pair of items has fewer than two responses");
        }
        return total > 0
                ? Outcome.of(k / (k - 1.0) * (1 - covariances.getTrace() / total))
                : Outcome.undefined(Reason.NO_VARIATION, "all responses to the scale have the same sum");
    }

    private static Outcome<Double> meanCorrelation(RealMatrix correlations) {
        double k = correlations.getRowDimension();
        return k < 2 ? tooFewItems((int) k) : Outcome.of((sum(correlations) - k) / (k * (k - 1)));
    }

    private static Outcome<Double> lambda6(RealMatrix correlations) {
        double unexplained = Arrays.stream(MultipleCorrelations.of(correlations))
                .map(explained -> 1 - explained)
                .sum();
        double total = sum(correlations);
        return total > 0
                ? Outcome.of(1 - unexplained / total)
                : Outcome.undefined(Reason.NO_VARIATION, "the items cancel each other out");
    }

    private static Item item(CoMoments moments, int item, int[] all) {
        int[] others = IntStream.of(all).filter(i -> i != item).toArray();
        double mean = moments.mean(item);
        return new Item(
                number(mean, Reason.NO_ANSWERS, "nobody answered all items"),
                number(Math.sqrt(moments.variance(item)), Reason.TOO_FEW_ANSWERS, "the spread needs two responses"),
                withSum(moments, item, all),
                withSum(moments, item, others),
                alpha(moments, others));
    }

    private static Outcome<Double> number(double number, Reason reason, String otherwise) {
        return Double.isNaN(number) ? Outcome.undefined(reason, otherwise) : Outcome.of(number);
    }

    private static Outcome<Double> withSum(CoMoments moments, int item, int... items) {
        double shared = 0;
        double variance = 0;
        for (int i : items) {
            shared += moments.covariance(item, i);
            for (int j : items) {
                variance += moments.covariance(i, j);
            }
        }
        double product = moments.variance(item) * variance;
        return product > 0
                ? Outcome.of(shared / Math.sqrt(product))
                : Outcome.undefined(Reason.NO_VARIATION, "the item or the sum of items does not vary");
    }

    private static double sum(RealMatrix matrix) {
        return Arrays.stream(matrix.getData()).flatMapToDouble(Arrays::stream).sum();
    }

    private static <T> Outcome<T> tooFewItems(int k) {
        return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "reliability needs two items: %d", k);
    }
}
