package io.earshot.statistics.market;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;

/**
 * Van Westendorp's price sensitivity meter, of consistent answers only: too cheap < cheap < expensive < too expensive.
 *
 * <p>On the prices that were named: shares of those to whom a price is too cheap (theirs is it or more), cheap, expensive
 * (theirs is it or less), too expensive; points where two curves first cross, on the straight line between two prices.
 *
 * @param asked        respondents
 * @param n            those whose four answers are there and consistent
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
        double[][] valid = consistent(Complete.rows(answers));
        double[] prices = Arrays.stream(valid)
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .distinct()
                .toArray();
        double[] tooCheap = curve(prices, price -> above(valid, 0, price, named));
        double[] cheap = curve(prices, price -> above(valid, 1, price, named));
        double[] expensive = curve(prices, price -> upTo(valid, 2, price));
        double[] tooExpensive = curve(prices, price -> upTo(valid, 3, price));
        return new PriceSensitivity(
                answers.length,
                valid.length,
                crossing(prices, tooCheap, tooExpensive),
                crossing(prices, cheap, expensive),
                crossing(prices, tooCheap, rest(cheap)),
                crossing(prices, tooExpensive, rest(expensive)));
    }

    static double[][] consistent(double[][] complete) {
        return Arrays.stream(complete)
                .filter(row -> row[0] < row[1] && row[1] < row[2] && row[2] < row[3])
                .toArray(double[][]::new);
    }

    private static double[] curve(double[] prices, DoubleUnaryOperator share) {
        return Arrays.stream(prices).map(share).toArray();
    }

    private static double[] rest(double[] shares) {
        return Arrays.stream(shares).map(share -> 1 - share).toArray();
    }

    private static double above(double[][] rows, int column, double price, NamedPrice named) {
        return share(rows, row -> named == NamedPrice.INCLUDED ? row[column] >= price : row[column] > price);
    }

    private static double upTo(double[][] rows, int column, double price) {
        return share(rows, row -> row[column] <= price);
    }

    private static double share(double[][] rows, Predicate<double[]> counted) {
        return (double) Arrays.stream(rows).filter(counted).count() / rows.length;
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
