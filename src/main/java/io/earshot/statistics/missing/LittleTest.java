package io.earshot.statistics.missing;

import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Little's test whether values are missing completely at random: how far the means of rows with the same variables lie
 * from the means of all, Σ n_j (ȳ_j - μ)' Σ_j⁻¹ (ȳ_j - μ). R: {@code naniar::mcar_test}.
 *
 * @param chiSquare        d²
 * @param degreesOfFreedom values present over all patterns, less the number of variables
 * @param patterns         how many combinations of present variables there are
 * @param n                rows that have a value
 * @param excluded         rows without any answer
 * @param means            of the variables, by maximum likelihood
 * @param covariances      likewise, with divisor n
 * @see <a href="https://doi.org/10.1080/01621459.1988.10478722">Little (1988), JASA 83, 1198-1202</a>
 */
public record LittleTest(
        double chiSquare,
        int degreesOfFreedom,
        double p,
        int patterns,
        int n,
        int excluded,
        List<Double> means,
        List<List<Double>> covariances) {
    public LittleTest {
        means = List.copyOf(means);
        covariances = covariances.stream().map(List::copyOf).toList();
    }

    /** Of one row per respondent, NaN where missing; undefined if the moments can't be found. */
    public static Outcome<LittleTest> of(double[][] rows) {
        return NormalMoments.of(rows).flatMap(moments -> of(moments, rows.length - moments.n()));
    }

    private static Outcome<LittleTest> of(NormalMoments moments, int excluded) {
        int k = moments.mean().length;
        double chiSquare = 0;
        int present = 0;
        for (NormalMoments.Pattern pattern : moments.patterns()) {
            int[] o = pattern.present();
            RealVector difference = new ArrayRealVector(Arrays.stream(o)
                    .mapToDouble(i -> pattern.rows().stream()
                            .mapToDouble(row -> row[i] - moments.mean()[i])
                            .average()
                            .orElseThrow())
                    .toArray());
            LUDecomposition covariance =
                    new LUDecomposition(moments.covariance().getSubMatrix(o, o));
            if (!covariance.getSolver().isNonSingular()) {
                return Outcome.undefined(Reason.SINGULAR, "variables are sums of others");
            }
            chiSquare += pattern.rows().size()
                    * difference.dotProduct(covariance.getSolver().solve(difference));
            present += o.length;
        }
        int degreesOfFreedom = present - k;
        return Outcome.of(new LittleTest(
                degreesOfFreedom == 0 ? 0 : chiSquare,
                degreesOfFreedom,
                degreesOfFreedom == 0
                        ? 1
                        : ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(chiSquare),
                moments.patterns().size(),
                moments.n(),
                excluded,
                Arrays.stream(moments.mean()).boxed().toList(),
                IntStream.range(0, k)
                        .mapToObj(i -> Arrays.stream(moments.covariance().getRow(i))
                                .boxed()
                                .toList())
                        .toList()));
    }
}
