package io.earshot.statistics.regression;

import io.earshot.statistics.Complete;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * A polynomial in one variable by least squares. R: {@code lm(y ~ poly(x, degree, raw = TRUE))}, but right where R drops
 * a term: the normal equations are solved in {@value #DIGITS} decimal digits, on the numbers as they print in decimal.
 *
 * @param n                rows with both values
 * @param excluded         rows left out because a value is missing
 * @param degreesOfFreedom of the residuals: n - degree - 1, at least 1
 * @param coefficients     of 1, x, x² and so on
 * @param rSquared         share of the outcome's variance that the curve explains, in [0, 1]
 * @param sigma            standard deviation of the residuals, √(rss / df)
 * @param rss              Σ residual²; exactly 0 for points on the curve
 * @param f                (explained / degree) / sigma²; infinite for points on the curve
 * @see <a href="https://www.itl.nist.gov/div898/strd/lls/lls.shtml">NIST's reference data sets for linear least squares</a>
 */
public record PolynomialRegression(
        int n,
        int excluded,
        int degreesOfFreedom,
        List<Coefficient> coefficients,
        double rSquared,
        double adjustedRSquared,
        double sigma,
        double rss,
        double f,
        double p) {
    private static final int DIGITS = 120;
    private static final MathContext PRECISE = new MathContext(DIGITS);

    /** Of normal residuals; infinite for points on the curve. */
    public double logLikelihood() {
        return -0.5 * n * (Math.log(2 * Math.PI) + 1 - Math.log(n) + Math.log(rss));
    }

    public PolynomialRegression {
        coefficients = List.copyOf(coefficients);
    }

    /**
     * @param degree     1 to 20
     * @param confidence of the coefficients' intervals, in (0, 1)
     */
    public static Outcome<PolynomialRegression> of(
            double[] outcome, String name, double[] x, int degree, double confidence) {
        if (degree < 1 || degree > 20) {
            throw new IllegalArgumentException("degree must be from 1 to 20: " + degree);
        }
        double[][] kept = Complete.columns(outcome, x);
        int n = kept[0].length;
        long values = Arrays.stream(kept[1]).distinct().count();
        if (n < degree + 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS, "%d answers are too few for a curve of degree %d and its error", n, degree);
        }
        if (values <= degree) {
            return Outcome.undefined(
                    Reason.SINGULAR, "%s has %d values: too few for a curve of degree %d", name, values, degree);
        }
        if (Arrays.stream(kept[0]).distinct().count() == 1) {
            return Outcome.undefined(Reason.NO_VARIATION, "all %d outcomes are the same", n);
        }
        return Outcome.of(fit(kept[0], kept[1], name, degree, outcome.length - n, confidence));
    }

    private static PolynomialRegression fit(
            double[] outcome, double[] x, String name, int degree, int excluded, double confidence) {
        int n = outcome.length;
        PowerSums sums = PowerSums.of(outcome, x, degree, PRECISE);
        BigDecimal[][] inverse = inverse(sums.moments());
        BigDecimal[] exact = new BigDecimal[degree + 1];
        BigDecimal rest = sums.squares();
        for (int i = 0; i <= degree; i++) {
            exact[i] = BigDecimal.ZERO;
            for (int j = 0; j <= degree; j++) {
                exact[i] = exact[i].add(inverse[i][j].multiply(sums.products()[j], PRECISE), PRECISE);
            }
            rest = rest.subtract(exact[i].multiply(sums.products()[i], PRECISE), PRECISE);
        }
        BigDecimal about = sums.squares()
                .subtract(
                        sums.products()[0].multiply(sums.products()[0]).divide(BigDecimal.valueOf(n), PRECISE),
                        PRECISE);
        // What is left of a perfect fit is rounding in the last of the digits.
        boolean perfect = rest.compareTo(sums.squares().movePointLeft(DIGITS / 2)) < 0;
        double rss = perfect ? 0 : rest.doubleValue();
        double share = perfect ? 0 : rest.divide(about, PRECISE).doubleValue();
        int df = n - degree - 1;
        double sigma2 = rss / df;
        List<Coefficient> coefficients = new ArrayList<>();
        for (int i = 0; i <= degree; i++) {
            String term = i == 0 ? ModelFrame.INTERCEPT : i == 1 ? name : name + "^" + i;
            double error = Math.sqrt(sigma2 * inverse[i][i].doubleValue());
            coefficients.add(Coefficient.byT(term, exact[i].doubleValue(), error, df, confidence));
        }
        double explained = about.doubleValue() * (1 - share);
        double f = explained / degree / sigma2;
        return new PolynomialRegression(
                n,
                excluded,
                df,
                coefficients,
                1 - share,
                1 - share * (n - 1) / df,
                Math.sqrt(sigma2),
                rss,
                f,
                FDistribution.of(degree, df).survivalProbability(f));
    }

    /** By Gauss and Jordan without pivots, which a positive definite matrix doesn't need. */
    private static BigDecimal[][] inverse(BigDecimal[][] matrix) {
        int size = matrix.length;
        BigDecimal[][] left = new BigDecimal[size][];
        BigDecimal[][] right = new BigDecimal[size][size];
        for (int i = 0; i < size; i++) {
            left[i] = matrix[i].clone();
            Arrays.fill(right[i], BigDecimal.ZERO);
            right[i][i] = BigDecimal.ONE;
        }
        for (int k = 0; k < size; k++) {
            BigDecimal pivot = left[k][k];
            for (int j = 0; j < size; j++) {
                left[k][j] = left[k][j].divide(pivot, PRECISE);
                right[k][j] = right[k][j].divide(pivot, PRECISE);
            }
            for (int i = 0; i < size; i++) {
                BigDecimal factor = left[i][k];
                for (int j = 0; i != k && j < size; j++) {
                    left[i][j] = left[i][j].subtract(factor.multiply(left[k][j], PRECISE), PRECISE);
                    right[i][j] = right[i][j].subtract(factor.multiply(right[k][j], PRECISE), PRECISE);
                }
            }
        }
        return right;
    }
}
