package io.earshot.statistics.market;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Van Westendorp's price sensitivity meter, of consistent answers only: too cheap < cheap < expensive < too expensive.
 *
 * <p>On the prices that were named: shares of those to whom a price is too cheap (theirs is it or more), cheap, expensive
 * (theirs is it or less), too expensive; points where two curves first cross, on the straight line between two prices.
 *
 * @param asked        respondents
 * @param n            those whose four answers are there and consistent
 * @param weighted     the sum of their weights; n without weights
 * @param nEffective   (Σw)² / Σw² of theirs; n without weights
 * @param optimal      OPP: too cheap = too expensive
 * @param indifference IDP: cheap = expensive
 * @param lowest       PMC, lower end of acceptable prices: too cheap = not cheap
 * @param highest      PME, upper end: too expensive = not expensive
 * @see <a href="https://rwconnect.esomar.org/a-new-approach-to-study-consumer-perception-of-price/">Van Westendorp (1976),
 *     ESOMAR Congress, 139-167</a>
 */
public record PriceSensitivity(
        long asked,
        long n,
        double weighted,
        double nEffective,
        Outcome<Double> optimal,
        Outcome<Double> indifference,
        Outcome<Double> lowest,
        Outcome<Double> highest) {

    /** Whether a price that a respondent named himself is too cheap, or cheap, to him. */
    public enum NamedPrice {
        /** It is: share of answers at the price or above. */
        INCLUDED,
        /** It is not: share of answers above the price, as R's package pricesensitivitymeter counts. */
        EXCLUDED
    }

    /**
     * One row per respondent: too cheap, cheap, expensive, too expensive; NaN where missing. Points are undefined if no
     * answers are consistent or their curves do not cross.
     */
    public static PriceSensitivity of(double[][] answers, NamedPrice named) {
        return of(answers, PriceCurves.once(answers.length), named);
    }

    /** The same with shares by weight, one a row, at least 0. */
    public static PriceSensitivity of(double[][] answers, double[] weights, NamedPrice named) {
        List<PriceCurves.Point> points = PriceCurves.of(answers, weights, named).points();
        double[] prices = column(points, PriceCurves.Point::price);
        double[] tooCheap = column(points, PriceCurves.Point::tooCheap);
        double[] cheap = column(points, PriceCurves.Point::cheap);
        double[] expensive = column(points, PriceCurves.Point::expensive);
        double[] tooExpensive = column(points, PriceCurves.Point::tooExpensive);
        int[] valid = consistent(answers);
        double people = Arrays.stream(valid).mapToDouble(row -> weights[row]).sum();
        double squares = Arrays.stream(valid)
                .mapToDouble(row -> weights[row] * weights[row])
                .sum();
        return new PriceSensitivity(
                answers.length,
                valid.length,
                people,
                squares == 0 ? 0 : people * people / squares,
                crossing(prices, tooCheap, tooExpensive),
                crossing(prices, cheap, expensive),
                crossing(prices, tooCheap, rest(cheap)),
                crossing(prices, tooExpensive, rest(expensive)));
    }

    /** The rows whose four answers are there and rise. */
    static int[] consistent(double[][] answers) {
        return IntStream.range(0, answers.length)
                .filter(row -> answers[row][0] < answers[row][1]
                        && answers[row][1] < answers[row][2]
                        && answers[row][2] < answers[row][3])
                .toArray();
    }

    private static double[] column(List<PriceCurves.Point> points, ToDoubleFunction<PriceCurves.Point> of) {
        return points.stream().mapToDouble(of).toArray();
    }

    private static double[] rest(double[] shares) {
        return Arrays.stream(shares).map(share -> 1 - share).toArray();
    }

    private static Outcome<Double> crossing(double[] prices, double[] one, double[] other) {
        for (int i = 0; i + 1 < prices.length; i++) {
            double here = one[i] - other[i];
            double there = one[i + 1] - other[i + 1];
            if (Math.signum(here) != Math.signum(there)) {
                return Outcome.of(prices[i] - here * (prices[i + 1] - prices[i]) / (there - here));
            }
        }
        return Outcome.undefined(Reason.NO_ANSWERS, "the curves of %d prices do not cross", prices.length);
    }
}
