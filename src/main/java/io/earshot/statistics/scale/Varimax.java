package io.earshot.statistics.scale;

import io.earshot.dataset.Watch;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Varimax rotation with Kaiser's normalisation: turns factors, at right angles to each other, so that each loads on few
 * variables.
 *
 * <p>Maximises the variance of the squared loadings of rows scaled to length 1. Ends, as R's {@code varimax}, when a step
 * gains less than 1e-5 of the criterion, which leaves loadings at three to four digits.
 *
 * @see <a href="https://doi.org/10.1007/BF02289233">Kaiser (1958), Psychometrika 23, 187-200</a>
 */
final class Varimax {
    private static final double GAIN = 1e-5;
    private static final int STEPS = 1000;

    private Varimax() {}

    static RealMatrix rotated(RealMatrix loadings) {
        int factors = loadings.getColumnDimension();
        if (factors < 2) {
            return loadings;
        }
        double[] lengths = new double[loadings.getRowDimension()];
        RealMatrix rows = loadings.copy();
        for (int i = 0; i < lengths.length; i++) {
            double length = loadings.getRowVector(i).getNorm();
            lengths[i] = length > 0 ? length : 1;
            rows.setRowVector(i, loadings.getRowVector(i).mapDivide(lengths[i]));
        }
        RealMatrix rotated = rows.multiply(rotation(rows));
        for (int i = 0; i < lengths.length; i++) {
            rotated.setRowVector(i, rotated.getRowVector(i).mapMultiply(lengths[i]));
        }
        return rotated;
    }

    private static RealMatrix rotation(RealMatrix rows) {
        RealMatrix rotation = MatrixUtils.createRealIdentityMatrix(rows.getColumnDimension());
        double reached = 0;
        for (int step = 0; step < STEPS; step++) {
            Watch.look();
            SingularValueDecomposition slope =
                    new SingularValueDecomposition(rows.transpose().multiply(slope(rows.multiply(rotation))));
            rotation = slope.getU().multiply(slope.getVT());
            double before = reached;
            reached = 0;
            for (double value : slope.getSingularValues()) {
                reached += value;
            }
            if (reached < before * (1 + GAIN)) {
                break;
            }
        }
        return rotation;
    }

    /** z³ - z × mean square of its column. */
    private static RealMatrix slope(RealMatrix z) {
        RealMatrix slope = z.copy();
        for (int j = 0; j < z.getColumnDimension(); j++) {
            double square = z.getColumnVector(j).dotProduct(z.getColumnVector(j)) / z.getRowDimension();
            for (int i = 0; i < z.getRowDimension(); i++) {
                double value = z.getEntry(i, j);
                slope.setEntry(i, j, value * value * value - value * square);
            }
        }
        return slope;
    }
}
