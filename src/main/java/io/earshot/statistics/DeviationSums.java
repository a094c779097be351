package io.earshot.statistics;

import io.earshot.dataset.Watch;
import java.util.List;
import java.util.stream.IntStream;

/** Sums of products of any numbers' deviations, in chunks of rows that are the same for any number of threads. */
final class DeviationSums {
    private static final int CHUNK = 4096;

    private DeviationSums() {}

    /** Writes one row's values, NaN where missing. */
    interface Source {
        void read(int row, double[] into);
    }

    /** Of the rows with every value. */
    static CoMoments of(int variables, int rows, Source source) {
        double[] origin = firstComplete(variables, rows, source);
        Watch watch = Watch.current();
        List<CoMoments> chunks = IntStream.range(0, (rows + CHUNK - 1) / CHUNK)
                .parallel()
                .mapToObj(chunk ->
                        watch.during(() -> chunk(origin, chunk * CHUNK, Math.min(rows - chunk * CHUNK, CHUNK), source)))
                .toList();
        return chunks.stream()
                .reduce(CoMoments::merge)
                .orElseGet(() -> new CoMoments(0, 0, origin, new double[variables], new double[variables][variables]));
    }

    /** Zeros if no row is complete. */
    private static double[] firstComplete(int variables, int rows, Source source) {
        double[] values = new double[variables];
        for (int row = 0; row < rows; row++) {
            source.read(row, values);
            if (isComplete(values)) {
                return values;
            }
        }
        return new double[variables];
    }

    private static CoMoments chunk(double[] origin, int from, int size, Source source) {
        int variables = origin.length;
        double[][] deviations = new double[size][variables];
        double[] offsets = new double[variables];
        int n = 0;
        for (int row = from; row < from + size; row++) {
            double[] values = deviations[n];
            source.read(row, values);
            if (isComplete(values)) {
                for (int i = 0; i < variables; i++) {
                    values[i] -= origin[i];
                    offsets[i] += values[i];
                }
                n++;
            }
        }
        for (int i = 0; i < variables; i++) {
            offsets[i] /= Math.max(n, 1);
        }
        double[][] products = new double[variables][variables];
        for (int row = 0; row < n; row++) {
            double[] values = deviations[row];
            for (int i = 0; i < variables; i++) {
                values[i] -= offsets[i];
            }
            for (int i = 0; i < variables; i++) {
                addScaled(products[i], values[i], values, i);
            }
        }
        return new CoMoments(size, n, origin, offsets, products);
    }

    /** sums += factor × values, from a place on. */
    private static void addScaled(double[] sums, double factor, double[] values, int from) {
        for (int j = from; j < sums.length; j++) {
            sums[j] += factor * values[j];
        }
    }

    private static boolean isComplete(double[] values) {
        for (double value : values) {
            if (Double.isNaN(value)) {
                return false;
            }
        }
        return true;
    }
}
