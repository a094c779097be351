package io.earshot.statistics.survey;

import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A quantile of the population: the smallest value that at least a share {@code probability} of people don't exceed, with
 * Woodruff's interval. R: {@code svyquantile(qrule = "math", interval.type = "mean")}.
 *
 * @param n        rows with a value and a weight above 0
 * @param excluded rows of a weight above 0 that lack a value
 * @param nEffective (Σw)² / Σw²
 * @param low           the quantile at the lower end of the interval of the share of people up to {@code quantile};
 *                      undefined if that end is below 0
 * @param high          at its upper end; undefined if that is above 1
 * @param standardError the interval's width over 2 t; undefined if one of its ends is
 * @see <a href="https://doi.org/10.1080/01621459.1952.10483443">Woodruff (1952), JASA 47, 635-646</a>
 */
public record SurveyQuantile(
        int n,
        int excluded,
        double nEffective,
        double probability,
        double quantile,
        Outcome<Double> low,
        Outcome<Double> high,
        Outcome<Double> standardError) {

    /** @param probability in (0, 1) */
    public static Outcome<SurveyQuantile> of(
            SurveyDesign design, double[] values, double probability, double confidence) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability must be in (0, 1): " + probability);
        }
        SurveyDesign used = design.where(values);
        if (used.n() == 0) {
            return Outcome.undefined(Reason.NO_WEIGHT, "no row with a value has a weight above 0");
        }
        Ladder ladder = Ladder.of(used, values);
        double quantile = ladder.at(probability);
        double[] below = Arrays.stream(values)
                .map(value -> Double.isNaN(value) ? Double.NaN : value <= quantile ? 1 : 0)
                .toArray();
        int df = used.degreesOfFreedom();
        Outcome<Interval> share = SurveyMean.of(used, below, confidence).flatMap(SurveyMean::interval);
        Outcome<Double> low = share.flatMap(ends -> end(ladder, ends.low()));
        Outcome<Double> high = share.flatMap(ends -> end(ladder, ends.high()));
        return Outcome.of(new SurveyQuantile(
                used.n(),
                design.n() - used.n(),
                used.nEffective(),
                probability,
                quantile,
                low,
                high,
                low.flatMap(from -> high.map(to ->
                        (to - from) / (2 * TDistribution.of(df).inverseSurvivalProbability((1 - confidence) / 2))))));
    }

    private static Outcome<Double> end(Ladder ladder, double share) {
        return share < 0 || share > 1
                ? Outcome.undefined(
                        Reason.TOO_FEW_ANSWERS, "the share's interval leaves [0, 1] at %.3f: too few answers", share)
                : Outcome.of(ladder.at(share));
    }

    /** The values in order, with the weight up to each of them. */
    private record Ladder(double[] values, double[] upTo) {
        static Ladder of(SurveyDesign used, double[] values) {
            int[] order = IntStream.range(0, values.length)
                    .filter(row -> used.weight(row) > 0)
                    .boxed()
                    .sorted((a, b) -> Double.compare(values[a], values[b]))
                    .mapToInt(row -> row)
                    .toArray();
            double[] sorted =
                    IntStream.of(order).mapToDouble(row -> values[row]).toArray();
            double[] upTo = new double[order.length];
            // With what rounding lost carried along, so that "exactly half of the weight" is seen as such.
            double sum = 0;
            double lost = 0;
            for (int i = 0; i < order.length; i++) {
                double weight = used.weight(order[i]);
                double next = sum + weight;
                lost += Math.abs(sum) >= weight ? (sum - next) + weight : (weight - next) + sum;
                sum = next;
                upTo[i] = sum + lost;
            }
            return new Ladder(sorted, upTo);
        }

        double at(double probability) {
            double whole = upTo[upTo.length - 1];
            int last = 0;
            for (int i = 0; i < upTo.length && upTo[i] <= probability * whole; i++) {
                last = i;
            }
            boolean exactly = upTo[last] / whole == probability;
            return values[exactly ? last : Math.min(last + 1, values.length - 1)];
        }
    }
}
