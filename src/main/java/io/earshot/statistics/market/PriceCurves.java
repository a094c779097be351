package io.earshot.statistics.market;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The four curves of van Westendorp's meter, of consistent answers only, at every price that was named. R:
 * {@code pricesensitivitymeter::psm_analysis(...)$data_vanwestendorp}.
 *
 * @param points by rising price
 */
public record PriceCurves(List<Point> points) {
    public PriceCurves {
        points = List.copyOf(points);
    }

    /** The shares, in [0, 1], to whom a price is too cheap, cheap, expensive, too expensive. */
    public record Point(double price, double tooCheap, double cheap, double expensive, double tooExpensive) {}

    /** One row per respondent: too cheap, cheap, expensive, too expensive; NaN where missing. No points without answers. */
    public static PriceCurves of(double[][] answers, PriceSensitivity.NamedPrice named) {
        return of(answers, once(answers.length), named);
    }

    /** The same with shares by weight, one a row, at least 0. */
    public static PriceCurves of(double[][] answers, double[] weights, PriceSensitivity.NamedPrice named) {
        int[] valid = PriceSensitivity.consistent(answers);
        Ladder[] ladders = new Ladder[4];
        for (int curve = 0; curve < ladders.length; curve++) {
            ladders[curve] = Ladder.of(answers, weights, valid, curve);
        }
        boolean excluded = named == PriceSensitivity.NamedPrice.EXCLUDED;
        return new PriceCurves(Arrays.stream(valid)
                .mapToObj(row -> answers[row])
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .distinct()
                .mapToObj(price -> new Point(
                        price,
                        1 - ladders[0].part(price, excluded),
                        1 - ladders[1].part(price, excluded),
                        ladders[2].part(price, true),
                        ladders[3].part(price, true)))
                .toList());
    }

    static double[] once(int rows) {
        double[] once = new double[rows];
        Arrays.fill(once, 1);
        return once;
    }

    /**
     * @param sorted prices, rising
     * @param upTo   the weight of the prices before each place, and at last of all
     */
    private record Ladder(double[] sorted, double[] upTo) {
        static Ladder of(double[][] answers, double[] weights, int[] rows, int curve) {
            int[] order = IntStream.of(rows)
                    .boxed()
                    .sorted(Comparator.comparingDouble(row -> answers[row][curve]))
                    .mapToInt(row -> row)
                    .toArray();
            double[] sorted = new double[order.length];
            double[] upTo = new double[order.length + 1];
            for (int i = 0; i < order.length; i++) {
                sorted[i] = answers[order[i]][curve];
                upTo[i + 1] = upTo[i] + weights[order[i]];
            }
            return new Ladder(sorted, upTo);
        }

        /** The share below a price, or up to it. */
        double part(double price, boolean withPrice) {
            int low = 0;
            int high = sorted.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sorted[middle] < price || (withPrice && sorted[middle] == price)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return upTo[low] / upTo[sorted.length];
        }
    }
}
