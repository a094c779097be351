package io.earshot.statistics.scale;

import io.earshot.dataset.Watch;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Direct oblimin (quartimin) rotation without Kaiser's normalisation: turns factors, which may then correlate, so that each
 * variable loads on few. Minimises a quarter of the sum, over pairs of factors, of the products of squared loadings, by
 * projected gradients. R: {@code GPArotation::oblimin(loadings)}, {@code psych::fa(rotate = "oblimin")}.
 *
 * @param pattern      a row per variable, a column per factor, by falling sum of squares, each column turned so that its sum
 *                     isn't negative
 * @param correlations of the factors
 * @see <a href="https://doi.org/10.1007/BF02294706">Jennrich (2002), Psychometrika 67, 7-19</a>
 */
public record Oblimin(List<List<Double>> pattern, List<List<Double>> correlations) {
    private static final int STEPS = 5000;
    private static final int HALVINGS = 40;
    private static final double FLAT = 1e-9;

    public Oblimin {
        pattern = List.copyOf(pattern);
        correlations = List.copyOf(correlations);
    }

    /** Undefined for fewer than two factors, or if the rotation doesn't settle. */
    static Outcome<Oblimin> of(RealMatrix loadings) {
        int factors = loadings.getColumnDimension();
        if (factors < 2) {
            return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "a rotation needs two factors: %d", factors);
        }
        RealMatrix axes = MatrixUtils.createRealIdentityMatrix(factors);
        Place place = Place.of(loadings, axes);
        double size = 1;
        for (int step = 0; step < STEPS; step++) {
            Watch.look();
            RealMatrix along = tangent(place.slope(), axes);
            double steepness = along.getFrobeniusNorm();
            boolean moved = false;
            size *= 2;
            for (int halving = 0; halving < HALVINGS && !moved && steepness >= FLAT; halving++) {
                RealMatrix next = unitColumns(axes.subtract(along.scalarMultiply(size)));
                Place there = Place.of(loadings, next);
                if (place.value() - there.value() > steepness * steepness * size / 2) {
                    axes = next;
                    place = there;
                    moved = true;
                } else {
                    size /= 2;
                }
            }
            // Where no step descends any more, it is as low as doubles can tell.
            if (!moved) {
                return steepness < 1e-5
                        ? Outcome.of(sorted(place.loadings(), axes.transpose().multiply(axes)))
                        : notSettled();
            }
        }
        return notSettled();
    }

    private static Outcome<Oblimin> notSettled() {
        return Outcome.undefined(Reason.NOT_CONVERGED, "the rotation moved on after %d steps", STEPS);
    }

    /** The slope less what would change the axes' lengths. */
    private static RealMatrix tangent(RealMatrix slope, RealMatrix axes) {
        RealMatrix tangent = slope.copy();
        for (int j = 0; j < axes.getColumnDimension(); j++) {
            double outward = axes.getColumnVector(j).dotProduct(slope.getColumnVector(j));
            tangent.setColumnVector(
                    j, slope.getColumnVector(j).subtract(axes.getColumnVector(j).mapMultiply(outward)));
        }
        return tangent;
    }

    private static RealMatrix unitColumns(RealMatrix axes) {
        RealMatrix unit = axes.copy();
        for (int j = 0; j < axes.getColumnDimension(); j++) {
            unit.setColumnVector(j, axes.getColumnVector(j).unitVector());
        }
        return unit;
    }

    private static Oblimin sorted(RealMatrix loadings, RealMatrix correlations) {
        int[] all = IntStream.range(0, loadings.getRowDimension()).toArray();
        int[] order = IntStream.range(0, loadings.getColumnDimension())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        j -> -loadings.getColumnVector(j).dotProduct(loadings.getColumnVector(j))))
                .mapToInt(j -> j)
                .toArray();
        double[] signs = IntStream.of(order)
                .mapToDouble(j -> Arrays.stream(loadings.getColumn(j)).sum() < 0 ? -1 : 1)
                .toArray();
        RealMatrix turn = MatrixUtils.createRealDiagonalMatrix(signs);
        return new Oblimin(
                Loadings.rows(loadings.getSubMatrix(all, order).multiply(turn)),
                Loadings.rows(
                        turn.multiply(correlations.getSubMatrix(order, order)).multiply(turn)));
    }

    /** The loadings on some axes, how complex they are, and how that changes with the axes. */
    private record Place(RealMatrix loadings, double value, RealMatrix slope) {
        static Place of(RealMatrix unrotated, RealMatrix axes) {
            RealMatrix inverse = new LUDecomposition(axes).getSolver().getInverse();
            RealMatrix loadings = unrotated.multiply(inverse.transpose());
            RealMatrix byLoading = loadings.copy();
            double value = 0;
            for (int i = 0; i < loadings.getRowDimension(); i++) {
                double squares = loadings.getRowVector(i).dotProduct(loadings.getRowVector(i));
                for (int j = 0; j < loadings.getColumnDimension(); j++) {
                    double loading = loadings.getEntry(i, j);
                    double others = squares - loading * loading;
                    value += loading * loading * others / 4;
                    byLoading.setEntry(i, j, loading * others);
                }
            }
            RealMatrix slope = loadings.transpose()
                    .multiply(byLoading)
                    .multiply(inverse)
                    .transpose()
                    .scalarMultiply(-1);
            return new Place(loadings, value, slope);
        }
    }
}
