package io.earshot.statistics.survey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How a sample was drawn: weights, strata, clusters (primary sampling units) and the size of the population. R:
 * {@code survey::svydesign}, one stage.
 *
 * <p>Variances are linearised: an estimate's influence, row by row, is summed within units and compared between the units of
 * a stratum, Σ_h (1 - n_h / N_h) n_h / (n_h - 1) Σ (u - ū_h)². Designs don't change: every {@code with} gives a new one.
 *
 * @see <a href="https://doi.org/10.18637/jss.v009.i08">Lumley (2004), J. Statistical Software 9(8)</a>
 */
public final class SurveyDesign {
    /** The stratum of a row that was not drawn. */
    static final int NOT_DRAWN = -1;

    private final double[] weights;
    private final int[] strata;
    private final int[] units;
    private final int[] unitsInStratum;
    private final double[] unitsInPopulation;
    private final LonelyUnit lonely;
    private final List<Calibration> calibrations;

    private SurveyDesign(
            double[] weights,
            int[] strata,
            int[] units,
            double[] unitsInPopulation,
            LonelyUnit lonely,
            List<Calibration> calibrations) {
        this.weights = weights;
        this.strata = strata;
        this.units = units;
        this.unitsInStratum = counts(strata, units);
        this.unitsInPopulation = unitsInPopulation;
        this.lonely = lonely;
        this.calibrations = List.copyOf(calibrations);
    }

    /**
     * Rows drawn one by one, from one stratum, out of a large population.
     *
     * @param weights one a row, finite and at least 0; NaN for a row that was not drawn, which counts for nothing (while one
     *                of weight 0 was, and counts as a sampling unit)
     */
    public static SurveyDesign of(double... weights) {
        for (double weight : weights) {
            if (weight < 0 || Double.isInfinite(weight)) {
                throw new IllegalArgumentException("weights must be finite and at least 0: " + weight);
            }
        }
        double[] unlimited = new double[weights.length];
        Arrays.fill(unlimited, Double.POSITIVE_INFINITY);
        return new SurveyDesign(
                Arrays.stream(weights).map(w -> Double.isNaN(w) ? 0 : w).toArray(),
                Arrays.stream(weights)
                        .mapToInt(w -> Double.isNaN(w) ? NOT_DRAWN : 0)
                        .toArray(),
                IntStream.range(0, weights.length).toArray(),
                unlimited,
                LonelyUnit.ADJUST,
                List.of());
    }

    /** @param strata the same number for all rows of a stratum */
    public SurveyDesign withStrata(double... strata) {
        int[] places = places(strata);
        for (int row = 0; row < places.length; row++) {
            places[row] = this.strata[row] == NOT_DRAWN ? NOT_DRAWN : places[row];
        }
        return new SurveyDesign(weights, places, units, unitsInPopulation, lonely, calibrations);
    }

    /**
     * @param clusters the same number for all rows of a primary sampling unit
     * @throws IllegalArgumentException if a cluster has rows in two strata
     */
    public SurveyDesign withClusters(double... clusters) {
        return new SurveyDesign(weights, strata, places(clusters), unitsInPopulation, lonely, calibrations);
    }

    /**
     * The finite population correction; to be called after strata and clusters are set.
     *
     * @param sizes for each row, the units in its stratum's population, or, if all are at most 1, the share drawn
     * @throws IllegalArgumentException if more units were drawn than there are
     */
    public SurveyDesign withPopulation(double... sizes) {
        requireRows(sizes.length);
        boolean shares = Arrays.stream(sizes).allMatch(size -> size <= 1);
        double[] population = new double[sizes.length];
        for (int row = 0; row < sizes.length; row++) {
            if (strata[row] == NOT_DRAWN) {
                continue;
            }
            population[row] = shares ? unitsInStratum[strata[row]] / sizes[row] : sizes[row];
            if (!(population[row] >= unitsInStratum[strata[row]] * (1 - 1e-12))) {
                throw new IllegalArgumentException("%d units were drawn from a stratum of %s"
                        .formatted(unitsInStratum[strata[row]], population[row]));
            }
        }
        return new SurveyDesign(weights, strata, units, population, lonely, calibrations);
    }

    public SurveyDesign withLonely(LonelyUnit rule) {
        return new SurveyDesign(weights, strata, units, unitsInPopulation, rule, calibrations);
    }

    SurveyDesign calibrated(double[] newWeights, Calibration calibration) {
        List<Calibration> all = new ArrayList<>(calibrations);
        all.add(calibration);
        return new SurveyDesign(newWeights, strata, units, unitsInPopulation, lonely, all);
    }

    /** The rows that are inside, with the units of the whole design still counting: weights of the others become 0. */
    public SurveyDesign domain(boolean... inside) {
        requireRows(inside.length);
        double[] kept = weights.clone();
        for (int row = 0; row < kept.length; row++) {
            kept[row] = inside[row] ? kept[row] : 0;
        }
        return new SurveyDesign(kept, strata, units, unitsInPopulation, lonely, calibrations);
    }

    /** The rows at which all columns have a value. */
    SurveyDesign where(double[]... columns) {
        boolean[] inside = new boolean[rows()];
        for (int row = 0; row < inside.length; row++) {
            int at = row;
            inside[row] = Arrays.stream(columns).noneMatch(column -> Double.isNaN(column[at]));
        }
        return domain(inside);
    }

    public int rows() {
        return weights.length;
    }

    /** Rows that were drawn, whatever their weight. */
    int drawn() {
        return (int)
                Arrays.stream(strata).filter(stratum -> stratum != NOT_DRAWN).count();
    }

    /** One a row; those of rows outside of the domain are 0. */
    public double[] weights() {
        return weights.clone();
    }

    double weight(int row) {
        return weights[row];
    }

    double sumOfWeights() {
        return Arrays.stream(weights).sum();
    }

    /** Rows of weight above 0. */
    public int n() {
        return (int) Arrays.stream(weights).filter(weight -> weight > 0).count();
    }

    /** Kish's (Σw)² / Σw²; 0 without weight. */
    public double nEffective() {
        double sum = sumOfWeights();
        return sum > 0
                ? 1
                        / Arrays.stream(weights)
                                .map(weight -> weight / sum * (weight / sum))
                                .sum()
                : 0;
    }

    /** Units less strata, of the rows of weight above 0; R: {@code degf}. */
    public int degreesOfFreedom() {
        int[] used = IntStream.range(0, rows()).filter(row -> weights[row] > 0).toArray();
        return (int) IntStream.of(used).map(row -> units[row]).distinct().count()
                - (int) IntStream.of(used).map(row -> strata[row]).distinct().count();
    }

    /** Units less strata of all that was drawn, whatever its weight; R's svychisq counts so. */
    int degreesOfFreedomDrawn() {
        return IntStream.of(unitsInStratum).sum()
                - (int) IntStream.of(unitsInStratum).filter(count -> count > 0).count();
    }

    int[] strata() {
        return strata.clone();
    }

    int[] units() {
        return units.clone();
    }

    boolean isStratified() {
        return unitsInStratum.length > 1;
    }

    double unitsInPopulation(int row) {
        return unitsInPopulation[row];
    }

    /** The variance of the sum of an influence: one weighted number a row. */
    double variance(double[] influence) {
        return covariance(new double[][] {influence})[0][0];
    }

    /** The covariances of the sums of several influences: for each, one weighted number a row. */
    double[][] covariance(double[][] influences) {
        double[][] residuals = Arrays.stream(influences).map(this::residual).toArray(double[][]::new);
        return new UnitVariance(strata, units, unitsInStratum, unitsInPopulation, lonely).of(residuals);
    }

    private double[] residual(double[] influence) {
        double[] residual = influence;
        for (Calibration calibration : calibrations) {
            residual = calibration.residual(residual);
        }
        return residual;
    }

    private void requireRows(int others) {
        if (others != rows()) {
            throw new IllegalArgumentException("the design has %d rows: %d".formatted(rows(), others));
        }
    }

    private int[] places(double[] values) {
        requireRows(values.length);
        Map<Double, Integer> places = new HashMap<>();
        int[] result = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            if (Double.isNaN(values[row]) && strata[row] != NOT_DRAWN) {
                throw new IllegalArgumentException("row %d has no stratum or cluster".formatted(row));
            }
            result[row] = places.computeIfAbsent(values[row], any -> places.size());
        }
        return result;
    }

    private static int[] counts(int[] strata, int[] units) {
        Map<Integer, Integer> stratumOf = new HashMap<>();
        int[] counts = new int[Math.max(0, IntStream.of(strata).max().orElse(0)) + 1];
        for (int row = 0; row < units.length; row++) {
            if (strata[row] == NOT_DRAWN) {
                continue;
            }
            Integer before = stratumOf.putIfAbsent(units[row], strata[row]);
            if (before == null) {
                counts[strata[row]]++;
            } else if (before != strata[row]) {
                throw new IllegalArgumentException("a cluster lies in two strata, at row " + row);
            }
        }
        return counts;
    }
}
