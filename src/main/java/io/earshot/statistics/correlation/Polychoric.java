package io.earshot.statistics.correlation;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Watch;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Polychoric correlation: of two normal variables that were answered in ordered steps; tetrachoric for two steps each.
 *
 * <p>Steps are cut at thresholds; rho, from -1 to 1, makes the table of answers likeliest. Two-step takes the thresholds
 * from the margins, maximum likelihood estimates them along. Standard errors come from second differences of the
 * likelihood (steps of 0.001, as R's {@code optimHess}). R: {@code polycor::polychor(table, ML = , std.err = TRUE)}.
 *
 * @param n              respondents with both answers
 * @param excluded       respondents that lack one or both
 * @param maximumLikelihood by Fisher's scoring; undefined if it does not settle
 * @param polycor        where R's polycor stops on its way to either: for maximum likelihood after 500 looks, with rho
 *     off by up to 1 % of itself on six-point scales; for comparison with R only
 * @see <a href="https://doi.org/10.1007/BF02296207">Olsson (1979), Psychometrika 44, 443-460</a>
 */
public record Polychoric(
        long n, long excluded, Estimate twoStep, Outcome<Estimate> maximumLikelihood, Polycor polycor) {
    private static final double LIMIT = 0.9999;
    private static final int ITERATIONS = 200;
    private static final double SETTLED = 1e-10;
    /** R's optimise. */
    private static final double R_TOLERANCE = Math.pow(Math.ulp(1.0), 0.25);

    /**
     * @param rho              from -1 to 1
     * @param standardError    of rho; empty where the likelihood doesn't bend down around it
     * @param rowThresholds    in standard deviations, rising
     * @param columnThresholds in standard deviations, rising
     */
    public record Estimate(
            double rho, OptionalDouble standardError, List<Double> rowThresholds, List<Double> columnThresholds) {}

    /** R's two estimates. */
    public record Polycor(Estimate twoStep, Estimate maximumLikelihood) {}

    /**
     * The correlation of two ordinal columns in the order of their codes.
     *
     * @throws IllegalArgumentException if the columns differ in their number of rows
     */
    public static Outcome<Polychoric> of(CodedColumn rows, CodedColumn columns) {
        if (rows.rows() != columns.rows()) {
            throw new IllegalArgumentException("%s and %s must have equally many rows: %d, %d"
                    .formatted(rows.name(), columns.name(), rows.rows(), columns.rows()));
        }
        long[][] counts = new long[rows.codes().size()][columns.codes().size()];
        long excluded = 0;
        for (int row = 0; row < rows.rows(); row++) {
            if (rows.isMissing(row) || columns.isMissing(row)) {
                excluded++;
            } else {
                counts[rows.index(row)][columns.index(row)]++;
            }
        }
        long left = excluded;
        return of(counts).map(of -> new Polychoric(of.n(), left, of.twoStep(), of.maximumLikelihood(), of.polycor()));
    }

    /**
     * The correlation of a table; empty rows and columns are left out. Undefined for fewer than two of either, or if
     * the likelihood rises right up to a correlation of ±1.
     */
    public static Outcome<Polychoric> of(long[][] counts) {
        long[][] used = used(counts);
        if (used.length < 2 || used[0].length < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_CATEGORIES, "a polychoric correlation needs two answers in use on each side");
        }
        LatentNormal model = new LatentNormal(used);
        double[] parameters = model.start(0);
        parameters[0] = bestRho(model, parameters);
        if (Math.abs(parameters[0]) > LIMIT - 1e-3 && atTheEdge(model, parameters)) {
            return Outcome.undefined(Reason.SEPARATION, "the likelihood rises up to a correlation of %d", (int)
                    Math.signum(parameters[0]));
        }
        return Outcome.of(new Polychoric(
                (long) model.total(),
                0,
                estimate(model, parameters, 1),
                mostLikely(model, parameters),
                asPolycor(model, parameters)));
    }

    private static long[][] used(long[][] counts) {
        int columns = counts.length == 0 ? 0 : counts[0].length;
        int[] kept = IntStream.range(0, columns)
                .filter(j -> Arrays.stream(counts).anyMatch(row -> row[j] > 0))
                .toArray();
        return Arrays.stream(counts)
                .filter(row -> Arrays.stream(row).anyMatch(count -> count > 0))
                .map(row -> Arrays.stream(kept).mapToLong(j -> row[j]).toArray())
                .toArray(long[][]::new);
    }

    private static double bestRho(LatentNormal model, double[] parameters) {
        return new BrentOptimizer(1e-10, 1e-12)
                .optimize(
                        new UnivariateObjectiveFunction(rho -> at(model, parameters, rho)),
                        GoalType.MINIMIZE,
                        new SearchInterval(-LIMIT, LIMIT),
                        new MaxEval(ITERATIONS))
                .getPoint();
    }

    private static boolean atTheEdge(LatentNormal model, double[] parameters) {
        return at(model, parameters, Math.signum(parameters[0]) * LIMIT) <= at(model, parameters, parameters[0]) + 1e-6;
    }

    private static double at(LatentNormal model, double[] parameters, double rho) {
        double[] moved = parameters.clone();
        moved[0] = rho;
        return model.minusLogLikelihood(moved);
    }

    private static Estimate estimate(LatentNormal model, double[] parameters, int free) {
        return new Estimate(
                parameters[0],
                model.standardError(parameters, free),
                Arrays.stream(model.rowThresholds(parameters)).boxed().toList(),
                Arrays.stream(model.columnThresholds(parameters)).boxed().toList());
    }

    private static Outcome<Estimate> mostLikely(LatentNormal model, double[] start) {
        double[] parameters = start;
        double value = model.minusLogLikelihood(parameters);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            Watch.look();
            double[] step = model.scoringStep(parameters);
            if (step.length == 0) {
                return Outcome.undefined(Reason.SINGULAR, "some thresholds of the polychoric likelihood coincide");
            }
            double size = Arrays.stream(step).map(Math::abs).max().orElse(0);
            double share = 1;
            double[] next = moved(parameters, step, share);
            double nextValue = model.minusLogLikelihood(next);
            while (!(nextValue <= value) && share * size > SETTLED) {
                share /= 2;
                next = moved(parameters, step, share);
                nextValue = model.minusLogLikelihood(next);
            }
            if (share * size <= SETTLED) {
                return Outcome.of(estimate(model, parameters, parameters.length));
            }
            parameters = next;
            value = nextValue;
        }
        return Outcome.undefined(Reason.NOT_CONVERGED, "the polychoric likelihood moved on after %d steps", ITERATIONS);
    }

    private static double[] moved(double[] parameters, double[] step, double share) {
        double[] moved = parameters.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += share * step[i];
        }
        return moved;
    }

    private static Polycor asPolycor(LatentNormal model, double[] margins) {
        double[] twoStep = margins.clone();
        twoStep[0] = admissible(VariableMetric.minimum(rho -> at(model, margins, rho), 0));
        double[] start = margins.clone();
        start[0] = GoldenSection.minimum(rho -> at(model, margins, rho), -1, 1, R_TOLERANCE);
        double[] stopped = NelderMead.minimum(model::minusLogLikelihood, start);
        stopped[0] = admissible(stopped[0]);
        return new Polycor(estimate(model, twoStep, 1), estimate(model, stopped, stopped.length));
    }

    private static double admissible(double rho) {
        return Math.abs(rho) > 1 ? Math.signum(rho) * LIMIT : rho;
    }
}
