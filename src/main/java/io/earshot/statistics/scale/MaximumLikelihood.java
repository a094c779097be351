package io.earshot.statistics.scale;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Factors by maximum likelihood, over the logarithms of the uniquenesses ψ.
 *
 * <p>With γ the eigenvalues of ψ^-½ R ψ^-½, the discrepancy is Σ (γ - ln γ - 1) over all but the largest; loadings are
 * ψ^½ times the first eigenvectors times √(γ - 1).
 *
 * @param discrepancy  F, at least 0
 * @param uniquenesses the share of each variable that no factor explains, from the least allowed to 1
 * @param loadings     before rotation
 * @see <a href="https://doi.org/10.1007/BF02289658">Jöreskog (1967), Psychometrika 32, 443-482</a>
 */
record MaximumLikelihood(double discrepancy, double[] uniquenesses, RealMatrix loadings) {
    /**
     * @param least the smallest uniqueness to allow, above 0; R's factanal takes 0.005
     */
    static Outcome<MaximumLikelihood> of(RealMatrix correlations, int factors, double least) {
        LUDecomposition decomposition = new LUDecomposition(correlations);
        int size = correlations.getRowDimension();
        if (!decomposition.getSolver().isNonSingular()) {
            return Outcome.undefined(Reason.SINGULAR, "some of the %d variables are sums of others", size);
        }
        RealMatrix inverse = decomposition.getSolver().getInverse();
        double[] start = IntStream.range(0, size)
                .mapToDouble(i -> (1 - 0.5 * factors / size) / inverse.getEntry(i, i))
                .toArray();
        return new BoundedNewton(at -> place(correlations, factors, at), Math.log(least), 0)
                .minimum(logs(Uniquenesses.usual(start)), logs(Uniquenesses.further(start)))
                .map(found -> at(correlations, factors, found));
    }

    private static List<double[]> logs(List<double[]> starts) {
        return starts.stream()
                .map(some -> Arrays.stream(some).map(Math::log).toArray())
                .toList();
    }

    private static Eigen scaled(RealMatrix correlations, double[] logs) {
        RealMatrix scaled = correlations.copy();
        for (int i = 0; i < logs.length; i++) {
            for (int j = 0; j < logs.length; j++) {
                scaled.multiplyEntry(i, j, Math.exp(-(logs[i] + logs[j]) / 2));
            }
        }
        return Eigen.of(scaled);
    }

    private static double discrepancy(Eigen eigen, int factors) {
        double sum = 0;
        for (int m = factors; m < eigen.values().length; m++) {
            sum += eigen.values()[m] - Math.log(eigen.values()[m]) - 1;
        }
        return sum;
    }

    private static BoundedNewton.Place place(RealMatrix correlations, int factors, double[] logs) {
        Eigen eigen = scaled(correlations, logs);
        double[] slope = new double[logs.length];
        for (int i = 0; i < slope.length; i++) {
            for (int m = factors; m < slope.length; m++) {
                double weight = eigen.vectors().getEntry(i, m);
                slope[i] += (1 - eigen.values()[m]) * weight * weight;
            }
        }
        // Pairs within the sum have lost their common denominator; they come twice, once from either side.
        RealMatrix curvature = Curvature.of(
                eigen,
                factors,
                (value, other, inSum) ->
                        inSum ? (value + other) / 2 : -(1 - value) * (value + other) / (value - other));
        return new BoundedNewton.Place(discrepancy(eigen, factors), slope, curvature);
    }

    private static MaximumLikelihood at(RealMatrix correlations, int factors, double[] logs) {
        Eigen eigen = scaled(correlations, logs);
        RealMatrix roots = MatrixUtils.createRealDiagonalMatrix(
                Arrays.stream(logs).map(log -> Math.exp(log / 2)).toArray());
        return new MaximumLikelihood(
                Math.max(0, discrepancy(eigen, factors)),
                Arrays.stream(logs).map(Math::exp).toArray(),
                roots.multiply(eigen.loadings(factors, 1)));
    }
}
