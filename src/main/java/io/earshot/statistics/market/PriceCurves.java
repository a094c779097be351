package io.earshot.statistics.market;

import io.earshot.statistics.Complete;
import java.util.Arrays;
import java.util.List;

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
        double[][] valid = PriceSensitivity.consistent(Complete.rows(answers));
        double[][] sorted = new double[4][];
        for (int curve = 0; curve < sorted.length; curve++) {
            int column = curve;
            sorted[curve] = Arrays.stream(valid)
                    .mapToDouble(row -> row[column])
                    .sorted()
                    .toArray();
        }
        return new PriceCurves(Arrays.stream(valid)
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .distinct()
                .mapToObj(price -> new Point(
                        price,
                        1 - part(sorted[0], price, named == PriceSensitivity.NamedPrice.EXCLUDED),
                        1 - part(sorted[1], price, named == PriceSensitivity.NamedPrice.EXCLUDED),
                        part(sorted[2], price, true),
                        part(sorted[3], price, true)))
                .toList());
    }

    /** The share of values below a price, or up to it. */
    private static double part(double[] sorted, double price, boolean withPrice) {
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
        return (double) low / sorted.length;
    }
}
