package io.earshot.statistics.survey;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.regression.LeastSquares;
import io.earshot.statistics.regression.ModelFrame;
import io.earshot.statistics.weighting.Margin;
import io.earshot.statistics.weighting.PostStratification;
import io.earshot.statistics.weighting.Raking;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Designs whose weights are fitted to what is known of the population; their standard errors count only what that knowledge
 * leaves open.
 */
public final class CalibratedDesign {
    private static final double TOLERANCE = 1e-11;

    private CalibratedDesign() {}

    /** R: {@code postStratify}; influences lose their cell's mean. */
    public static Outcome<SurveyDesign> postStratified(SurveyDesign design, Margin population) {
        double[] before = design.weights();
        return PostStratification.of(population, before)
                .map(result -> design.calibrated(
                        result.weights(), influence -> withoutMeans(influence, result.weights(), before, population)));
    }

    /** R: {@code rake(epsilon = 1e-10)}; influences lose the means of all margins' cells, margin by margin, ten times. */
    public static Outcome<SurveyDesign> raked(SurveyDesign design, List<Margin> margins) {
        double[] before = design.weights();
        double total = margins.get(0).targets().values().stream()
                .mapToDouble(target -> target)
                .sum();
        return Raking.of(margins, before, total)
                .map(result -> design.calibrated(result.weights(), influence -> {
                    double[] counted =
                            Arrays.stream(result.weights()).map(Math::signum).toArray();
                    double[] rest = influence;
                    for (int pass = 0; pass < 10; pass++) {
                        for (Margin margin : margins) {
                            rest = withoutMeans(rest, result.weights(), counted, margin);
                        }
                    }
                    return rest;
                }));
    }

    /** Subtracts from influence / weight the mean of its cell, rows counted by {@code counts}. */
    private static double[] withoutMeans(double[] influence, double[] weights, double[] counts, Margin margin) {
        int codes = margin.column().codes().size();
        double[] sums = new double[codes];
        double[] whole = new double[codes];
        for (int row = 0; row < influence.length; row++) {
            int code = margin.column().index(row);
            if (code >= 0 && weights[row] > 0) {
                sums[code] += influence[row] / weights[row] * counts[row];
                whole[code] += counts[row];
            }
        }
        double[] rest = influence.clone();
        for (int row = 0; row < rest.length; row++) {
            int code = margin.column().index(row);
            if (code >= 0 && weights[row] > 0) {
                rest[row] -= weights[row] * sums[code] / whole[code];
            }
        }
        return rest;
    }

    /**
     * Linear (GREG) calibration: w (1 + x'λ) such that the weighted totals of intercept and terms are the population's;
     * influences lose what the terms explain of them. R: {@code calibrate(calfun = "linear")}. Weights may become negative:
     * then it is undefined.
     *
     * @param totals people, then the population's total of each term in the order of {@link ModelFrame#terms()}
     */
    public static Outcome<SurveyDesign> linear(
            SurveyDesign design, List<? extends ScoredColumn> predictors, double... totals) {
        ModelFrame frame = ModelFrame.of(predictors);
        if (frame.excluded() > 0) {
            return Outcome.undefined(
                    Reason.NO_ANSWERS, "calibration needs every row's values: %d lack one", frame.excluded());
        }
        if (totals.length != frame.terms().size()) {
            throw new IllegalArgumentException("%d totals for the terms %s".formatted(totals.length, frame.terms()));
        }
        double[] before = design.weights();
        double[][] rows = frame.matrix();
        double[] roots = Arrays.stream(before).map(Math::sqrt).toArray();
        double[][] columns = IntStream.range(0, totals.length)
                .mapToObj(j -> IntStream.range(0, rows.length)
                        .mapToDouble(i -> rows[i][j] * roots[i])
                        .toArray())
                .toArray(double[][]::new);
        LeastSquares basis = LeastSquares.of(columns, roots, TOLERANCE);
        if (basis.rank() < totals.length) {
            return Outcome.undefined(Reason.SINGULAR, "the terms %s can't be told apart", frame.terms());
        }
        double[] missing = totals.clone();
        for (int j = 0; j < missing.length; j++) {
            for (int i = 0; i < rows.length; i++) {
                missing[j] -= before[i] * rows[i][j];
            }
        }
        double[][] inverse = basis.unscaledCovariance();
        double[] lambda = new double[missing.length];
        for (int j = 0; j < lambda.length; j++) {
            for (int k = 0; k < lambda.length; k++) {
                lambda[j] += inverse[j][k] * missing[k];
            }
        }
        double[] after = new double[before.length];
        for (int i = 0; i < after.length; i++) {
            double factor = 1;
            for (int j = 0; j < lambda.length; j++) {
                factor += rows[i][j] * lambda[j];
            }
            after[i] = before[i] * factor;
            if (after[i] < 0) {
                return Outcome.undefined(
                        Reason.BOUNDS_TOO_TIGHT, "linear calibration makes a weight negative: %s", after[i]);
            }
        }
        return Outcome.of(design.calibrated(after, influence -> residual(influence, columns, roots, before, after)));
    }

    private static double[] residual(
            double[] influence, double[][] columns, double[] roots, double[] before, double[] after) {
        double[] scale = IntStream.range(0, before.length)
                .mapToDouble(i -> before[i] == 0 ? 0 : after[i] / before[i] * roots[i])
                .toArray();
        double[] scaled = IntStream.range(0, scale.length)
                .mapToDouble(i -> scale[i] == 0 ? 0 : influence[i] / scale[i])
                .toArray();
        double[] residuals = LeastSquares.of(columns, scaled, TOLERANCE).residuals();
        return IntStream.range(0, scale.length)
                .mapToDouble(i -> residuals[i] * scale[i])
                .toArray();
    }
}
