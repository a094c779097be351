package io.earshot.statistics.scale;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.RealMatrix;

/** Tables of loadings: a row per variable, a column per component or factor. */
final class Loadings {
    private Loadings() {}

    /** Each column turned so that its sum isn't negative. */
    static RealMatrix signed(RealMatrix loadings) {
        RealMatrix signed = loadings.copy();
        for (int j = 0; j < loadings.getColumnDimension(); j++) {
            if (Arrays.stream(loadings.getColumn(j)).sum() < 0) {
                signed.setColumnVector(j, loadings.getColumnVector(j).mapMultiply(-1));
            }
        }
        return signed;
    }

    /** Columns by falling sum of squares. */
    static RealMatrix sorted(RealMatrix loadings) {
        int[] rows = IntStream.range(0, loadings.getRowDimension()).toArray();
        int[] columns = IntStream.range(0, loadings.getColumnDimension())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        j -> -loadings.getColumnVector(j).dotProduct(loadings.getColumnVector(j))))
                .mapToInt(j -> j)
                .toArray();
        return loadings.getSubMatrix(rows, columns);
    }

    static List<List<Double>> rows(RealMatrix loadings) {
        return Arrays.stream(loadings.getData()).map(Loadings::list).toList();
    }

    static List<Double> list(double... values) {
        return Arrays.stream(values).boxed().toList();
    }
}
