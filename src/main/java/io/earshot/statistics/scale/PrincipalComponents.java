package io.earshot.statistics.scale;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.List;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Principal components: uncorrelated sums of the variables, each holding as much of what is left of their variance as it
 * can.
 *
 * <p>Eigenvalues and vectors of the correlation or covariance matrix; loadings are vectors times the root of their value,
 * each column turned so that its sum isn't negative. R: {@code eigen(cor(x))}, {@code prcomp} up to sign.
 *
 * @param n           respondents with all variables
 * @param excluded    respondents that lack one or more
 * @param eigenvalues falling; they sum to the number of variables, or to the sum of the variances
 * @param shares      of the variance, from 0 to 1
 * @param loadings    a row per variable, a column per component
 * @see <a href="https://doi.org/10.1037/h0071325">Hotelling (1933), Journal of Educational Psychology 24, 417-441</a>
 */
public record PrincipalComponents(
        long n, long excluded, List<Double> eigenvalues, List<Double> shares, List<List<Double>> loadings) {

    /** Of variables on a common footing; undefined for fewer than two complete rows or where a variable is constant. */
    public static Outcome<PrincipalComponents> ofCorrelations(CoMoments moments) {
        return moments.correlations().map(matrix -> of(moments, matrix));
    }

    /** Of variables in their own units; undefined for fewer than two complete rows or if nothing varies. */
    public static Outcome<PrincipalComponents> ofCovariances(CoMoments moments) {
        if (moments.n() < 2) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "components need two complete responses: %d", moments.n());
        }
        RealMatrix matrix = moments.covariances();
        return matrix.getTrace() > 0
                ? Outcome.of(of(moments, matrix))
                : Outcome.undefined(Reason.NO_VARIATION, "no variable varies");
    }

    private static PrincipalComponents of(CoMoments moments, RealMatrix matrix) {
        Eigen eigen = Eigen.of(matrix);
        double total = 0;
        for (double value : eigen.values()) {
            total += value;
        }
        double sum = total;
        return new PrincipalComponents(
                moments.n(),
                moments.excluded(),
                Loadings.list(eigen.values()),
                Loadings.list(eigen.values()).stream().map(value -> value / sum).toList(),
                Loadings.rows(Loadings.signed(eigen.loadings(eigen.values().length, 0))));
    }
}
