package io.earshot.statistics.scale;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Factors that leave the smallest squared residual correlations (minres, unweighted least squares); asks for no normal
 * answers and takes variables that are sums of others.
 *
 * <p>Minimises ½ Σ λ² over all but the largest eigenvalues λ of R - ψ, uniquenesses ψ from 0.005 to 1.
 * R: {@code psych::fa(fm = "minres", rotate = "none")}.
 *
 * @param n             respondents with all variables
 * @param excluded      respondents that lack one or more
 * @param loadings      before rotation: a row per variable, a column per factor, each turned so that its sum isn't negative
 * @param communalities the share of each variable that the factors explain
 * @param rms           root mean square of the residual correlations
 * @see <a href="https://doi.org/10.1007/BF02289468">Harman, Jones (1966), Psychometrika 31, 351-368</a>
 */
public record MinimumResiduals(
        long n, long excluded, List<List<Double>> loadings, List<Double> communalities, double rms) {
    private static final double LEAST = 0.005;

    /**
     * Undefined for fewer than two variables more than factors, fewer than two complete rows, or a constant variable.
     *
     * @throws IllegalArgumentException if {@code factors} is less than 1
     */
    public static Outcome<MinimumResiduals> of(CoMoments moments, int factors) {
        FactorAnalysis.requirePositive(factors);
        if (moments.variables() <= factors) {
            return Outcome.undefined(
                    Reason.TOO_FEW_VARIABLES, "%d factors need more than %d variables", factors, moments.variables());
        }
        return moments.correlations().flatMap(r -> {
            double[] start = Arrays.stream(MultipleCorrelations.of(r))
                    .map(explained -> 1 - explained)
                    .toArray();
            return new BoundedNewton(at -> place(r, factors, at), LEAST, 1)
                    .minimum(start)
                    .map(found -> of(moments, r, reduced(r, found).loadings(factors, 0)));
        });
    }

    private static MinimumResiduals of(CoMoments moments, RealMatrix r, RealMatrix loadings) {
        int size = r.getRowDimension();
        RealMatrix model = loadings.multiply(loadings.transpose());
        double squares = 0;
        double[] communalities = new double[size];
        for (int i = 0; i < size; i++) {
            communalities[i] = model.getEntry(i, i);
            for (int j = 0; j < size; j++) {
                double residual = i == j ? 0 : r.getEntry(i, j) - model.getEntry(i, j);
                squares += residual * residual;
            }
        }
        return new MinimumResiduals(
                moments.n(),
                moments.excluded(),
                Loadings.rows(Loadings.signed(loadings)),
                Loadings.list(communalities),
                Math.sqrt(squares / (size * (size - 1.0))));
    }

    private static Eigen reduced(RealMatrix r, double[] uniquenesses) {
        return Eigen.of(r.subtract(MatrixUtils.createRealDiagonalMatrix(uniquenesses)));
    }

    private static BoundedNewton.Place place(RealMatrix r, int factors, double[] uniquenesses) {
        Eigen eigen = reduced(r, uniquenesses);
        double[] slope = new double[uniquenesses.length];
        double value = 0;
        for (int m = factors; m < slope.length; m++) {
            double left = eigen.values()[m];
            value += left * left / 2;
            for (int i = 0; i < slope.length; i++) {
                double weight = eigen.vectors().getEntry(i, m);
                slope[i] -= left * weight * weight;
            }
        }
        RealMatrix curvature = Curvature.of(eigen, factors, (one, other, inSum) -> inSum ? 1 : 2 * one / (one - other));
        return new BoundedNewton.Place(value, slope, curvature);
    }
}
