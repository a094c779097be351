package io.earshot.statistics.regression;

import io.earshot.dataset.Column;
import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.CoMoments;
import io.earshot.statistics.Complete;
import io.earshot.statistics.Moments;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.WeightedCoMoments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * How much of an outcome's variance each driver accounts for, by measures that share out what drivers have in common. R:
 * {@code relaimpo::calc.relimp(type = "lmg")}, {@code rwa::rwa}.
 *
 * @param n        rows with every value
 * @param excluded rows left out because a value is missing
 * @param rSquared share of the outcome's variance that all drivers explain, in [0, 1]
 * @param drivers  in the order given
 */
public record KeyDrivers(int n, int excluded, double rSquared, List<Driver> drivers) {
    /** Beyond this many drivers, orders of entry are drawn at random in place of all 2^drivers models. */
    public static final int MOST_FOR_LMG = 12;

    /**
     * @param correlation    with the outcome
     * @param beta           standardised coefficient among all drivers
     * @param lmg            mean rise of R² over all orders of entry (LMG, Shapley); the drivers' add up to R². For more than
     *                       {@value #MOST_FOR_LMG} drivers over {@link Shapley#ORDERS} orders drawn from a fixed seed
     * @param lmgError       standard error of lmg from the draw of orders; 0 where all orders were taken
     * @param relativeWeight Johnson's; the drivers' add up to R²
     * @param pratt          beta · correlation; adds up to R² but may be negative
     * @param usefulness     loss of R² if only this driver is left out
     */
    public record Driver(
            String variable,
            double correlation,
            double beta,
            double lmg,
            double lmgError,
            double relativeWeight,
            double pratt,
            double usefulness) {}

    public KeyDrivers {
        drivers = List.copyOf(drivers);
    }

    /** Whether {@link Driver#lmg} is over orders drawn at random rather than over all of them. */
    public boolean lmgIsSampled() {
        return drivers.size() > MOST_FOR_LMG;
    }

    /**
     * @param outcome one number a row, NaN where missing
     * @param drivers taken as numbers; codes as the scores they stand for
     * @see <a href="https://doi.org/10.1207/S15327906MBR3501_1">Johnson (2000), Multivariate Behavioral Research 35, 1-19</a>
     * @see <a href="https://doi.org/10.18637/jss.v017.i01">Grömping (2006), J. Statistical Software 17(1)</a>
     */
    public static Outcome<KeyDrivers> of(double[] outcome, List<? extends ScoredColumn> drivers) {
        if (drivers.isEmpty()) {
            return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "there is no driver");
        }
        List<double[]> columns = new ArrayList<>(List.of(outcome));
        drivers.forEach(driver -> columns.add(driver.scores()));
        double[][] kept = Complete.columns(columns.toArray(double[][]::new));
        int n = kept[0].length;
        if (n < 2) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "%d answers don't vary together", n);
        }
        List<String> names =
                drivers.stream().map(driver -> driver.variable().name()).toList();
        double[][] deviations = new double[kept.length][];
        for (int j = 0; j < kept.length; j++) {
            deviations[j] = unitDeviations(kept[j]);
            if (deviations[j].length == 0) {
                return Outcome.undefined(
                        Reason.NO_VARIATION,
                        "all %d answers to %s are the same",
                        n,
                        j == 0 ? "the outcome" : names.get(j - 1));
            }
        }
        return of(names, correlations(deviations)).map(rows -> {
            double rSquared = rows.stream().mapToDouble(Driver::pratt).sum();
            return new KeyDrivers(n, outcome.length - n, rSquared, rows);
        });
    }

    /**
     * The same of columns; of millions of rows in little memory where all are scales of whole scores.
     *
     * @throws IllegalArgumentException if the columns differ in their number of rows
     */
    public static Outcome<KeyDrivers> of(ScoredColumn outcome, List<? extends ScoredColumn> drivers) {
        if (drivers.isEmpty()) {
            return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "there is no driver");
        }
        List<ScoredColumn> columns = new ArrayList<>(List.of(outcome));
        columns.addAll(drivers);
        CoMoments moments = CoMoments.of(columns);
        List<String> names = drivers.stream().map(Column::name).toList();
        return moments.correlations().flatMap(correlations -> of(names, correlations.getData())
                .map(rows -> new KeyDrivers(
                        Math.toIntExact(moments.n()),
                        Math.toIntExact(moments.excluded()),
                        rows.stream().mapToDouble(Driver::pratt).sum(),
                        rows)));
    }

    /**
     * The same of correlations by weight.
     *
     * @param weights one a row, at least 0
     */
    public static Outcome<KeyDrivers> weighted(
            ScoredColumn outcome, List<? extends ScoredColumn> drivers, double[] weights) {
        if (drivers.isEmpty()) {
            return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "there is no driver");
        }
        double[][] rows = new double[weights.length][drivers.size() + 1];
        for (int row = 0; row < rows.length; row++) {
            rows[row][0] = outcome.score(row);
            for (int j = 0; j < drivers.size(); j++) {
                rows[row][j + 1] = drivers.get(j).score(row);
            }
        }
        WeightedCoMoments moments = WeightedCoMoments.of(rows, weights);
        List<String> names = drivers.stream().map(Column::name).toList();
        return moments.atEffectiveBase().correlations().flatMap(correlations -> of(names, correlations.getData())
                .map(found -> new KeyDrivers(
                        Math.toIntExact(moments.n()),
                        Math.toIntExact(moments.excluded()),
                        found.stream().mapToDouble(Driver::pratt).sum(),
                        found)));
    }

    /** @param correlations the outcome first */
    private static Outcome<List<Driver>> of(List<String> names, double[][] correlations) {
        int p = names.size();
        double[] toOutcome = Arrays.copyOfRange(correlations[0], 1, p + 1);
        double[][] among = new double[p][];
        for (int i = 0; i < p; i++) {
            among[i] = Arrays.copyOfRange(correlations[i + 1], 1, p + 1);
        }
        return SymmetricInverse.of(among).map(inverse -> {
            double[] beta = inverse.times(toOutcome);
            double[] relative = relativeWeights(among, toOutcome);
            Shapley lmg =
                    p <= MOST_FOR_LMG ? Shapley.of(among, toOutcome) : Shapley.sampled(among, toOutcome, Shapley.SEED);
            return IntStream.range(0, p)
                    .mapToObj(j -> new Driver(
                            names.get(j),
                            toOutcome[j],
                            beta[j],
                            lmg.shares()[j],
                            lmg.errors()[j],
                            relative[j],
                            beta[j] * toOutcome[j],
                            beta[j] * beta[j] / inverse.matrix()[j][j]))
                    .toList();
        });
    }

    private static double[] relativeWeights(double[][] among, double[] toOutcome) {
        int p = toOutcome.length;
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(among));
        double[][] half = new double[p][p];
        double[] orthogonal = new double[p];
        for (int k = 0; k < p; k++) {
            double root = Math.sqrt(eigen.getRealEigenvalue(k));
            double[] vector = eigen.getEigenvector(k).toArray();
            double along = BinaryLikelihood.dot(vector, toOutcome) / root;
            for (int i = 0; i < p; i++) {
                orthogonal[i] += vector[i] * along;
                for (int j = 0; j < p; j++) {
                    half[i][j] += vector[i] * root * vector[j];
                }
            }
        }
        double[] weights = new double[p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                weights[i] += half[i][j] * half[i][j] * orthogonal[j] * orthogonal[j];
            }
        }
        return weights;
    }

    /** Deviations from the mean, of length 1; an empty array if there are none. */
    private static double[] unitDeviations(double[] values) {
        double mean = Moments.mean(values);
        double[] deviations = Arrays.stream(values).map(value -> value - mean).toArray();
        double length = Math.sqrt(BinaryLikelihood.dot(deviations, deviations));
        if (length <= 1e-13 * Math.abs(mean) * Math.sqrt(values.length)) {
            return new double[0];
        }
        return Arrays.stream(deviations).map(one -> one / length).toArray();
    }

    private static double[][] correlations(double[][] unit) {
        double[][] correlations = new double[unit.length][unit.length];
        for (int i = 0; i < unit.length; i++) {
            correlations[i][i] = 1;
            for (int j = 0; j < i; j++) {
                correlations[i][j] = BinaryLikelihood.dot(unit[i], unit[j]);
                correlations[j][i] = correlations[i][j];
            }
        }
        return correlations;
    }
}
