package io.earshot.statistics.correlation;

import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Complete;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The correlation of two variables where others are held equal: Pearson's of what linear regressions on the others leave.
 *
 * <p>r from -1 to 1; t = r √(df / (1 - r²)) on n - 2 - k degrees of freedom, k controls.
 * R: {@code cor(resid(lm(a ~ controls)), resid(lm(b ~ controls)))}.
 *
 * @param n        rows that have both variables and all controls
 * @param excluded rows that lack one of them
 * @param redundant controls that the ones before them determine; they change r not at all but stay counted in k, which
 *     makes p slightly too large
 * @see <a href="https://doi.org/10.1098/rspl.1896.0076">Yule (1897), Proc. Royal Society 60, 477-489</a>
 */
public record PartialCorrelation(long n, long excluded, double r, double t, long df, double p, int redundant) {
    /** A remainder this small beside what it remains of is rounding; the tolerance of R's lm. */
    private static final double TOLERANCE = 1e-7;

    /**
     * The partial correlation; undefined if it leaves no degree of freedom, or if a or b is constant or determined by
     * the controls.
     *
     * @param a one value per row, NaN where missing
     * @throws IllegalArgumentException if lengths differ
     */
    public static Outcome<PartialCorrelation> of(double[] a, double[] b, List<double[]> controls) {
        List<double[]> columns = new ArrayList<>(List.of(a, b));
        columns.addAll(controls);
        double[][] complete = Complete.columns(columns.toArray(double[][]::new));
        long n = complete[0].length;
        long df = n - 2 - controls.size();
        if (df < 1) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS,
                    "a partial correlation with %d controls needs %d responses: %d",
                    controls.size(),
                    controls.size() + 3,
                    n);
        }
        List<double[]> basis = new ArrayList<>();
        for (double[] control : Arrays.asList(complete).subList(2, complete.length)) {
            remainder(control, basis).toOptional().ifPresent(left -> basis.add(unit(left)));
        }
        return remainder(complete[0], basis)
                .flatMap(first -> remainder(complete[1], basis).map(second -> {
                    CoMoments rest = Pairs.moments(first, second);
                    double r = rest.correlation(0, 1);
                    double t = Pearson.t(r, df);
                    return new PartialCorrelation(
                            n, a.length - n, r, t, df, Pearson.p(t, df), controls.size() - basis.size());
                }));
    }

    /** A variable's deviations less what orthonormal ones explain; undefined if that is all. */
    private static Outcome<double[]> remainder(double[] values, List<double[]> basis) {
        double mean = Moments.mean(values);
        double[] rest = Arrays.stream(values).map(value -> value - mean).toArray();
        double before = Math.sqrt(product(rest, rest));
        // Twice, as once leaves rounding along the basis.
        for (int pass = 0; pass < 2; pass++) {
            for (double[] direction : basis) {
                double along = product(rest, direction);
                for (int row = 0; row < rest.length; row++) {
                    rest[row] -= along * direction[row];
                }
            }
        }
        if (!(before > 1e-15 * Math.abs(mean) * Math.sqrt(values.length))) {
            return Outcome.undefined(Reason.NO_VARIATION, "all answers to a variable are %s", mean);
        }
        return Math.sqrt(product(rest, rest)) > TOLERANCE * before
                ? Outcome.of(rest)
                : Outcome.undefined(Reason.SINGULAR, "a variable is determined by the controls");
    }

    private static double[] unit(double[] values) {
        double length = Math.sqrt(product(values, values));
        return Arrays.stream(values).map(value -> value / length).toArray();
    }

    private static double product(double[] one, double[] other) {
        double sum = 0;
        for (int row = 0; row < one.length; row++) {
            sum += one[row] * other[row];
        }
        return sum;
    }
}
