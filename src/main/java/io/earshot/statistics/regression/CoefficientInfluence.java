package io.earshot.statistics.regression;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Coefficients of a weighted model, and what each row adds to them: the material of standard errors that hold for a sample
 * design. R: {@code survey:::svy.varcoef}.
 *
 * @param terms     the intercept first; terms that earlier ones explain are left out
 * @param estimates one for each term
 * @param influence for each term, one number per row of the data: 0 for rows that the model doesn't use
 * @param used      rows with every value and a weight above 0
 */
public record CoefficientInfluence(List<String> terms, double[] estimates, double[][] influence, int used) {
    private static final double TOLERANCE = 1e-11;
    /** Where svyglm ends its iterations. */
    private static final double DEVIANCE_CHANGE = 1e-8;

    /** Least squares. */
    public static Outcome<CoefficientInfluence> linear(
            double[] outcome, double[] weights, List<? extends ScoredColumn> predictors) {
        return prepared(outcome, weights, predictors).flatMap(frame -> {
            double[] roots = Arrays.stream(frame.weights()).map(Math::sqrt).toArray();
            LeastSquares fit = LeastSquares.of(times(frame.columns(), roots), times(frame.outcome(), roots), TOLERANCE);
            double[] score = times(fit.residuals(), roots);
            return Outcome.of(frame.influence(fit.coefficients(), fit.unscaledCovariance(), score, outcome.length));
        });
    }

    /** Maximum likelihood of log odds; undefined with {@code SEPARATION} as {@link LogisticRegression} is. */
    public static Outcome<CoefficientInfluence> logistic(
            double[] outcome, double[] weights, List<? extends ScoredColumn> predictors) {
        return prepared(outcome, weights, predictors).flatMap(frame -> {
            double mean = Arrays.stream(frame.weights()).average().orElseThrow();
            double[] scaled =
                    Arrays.stream(frame.weights()).map(weight -> weight / mean).toArray();
            double[][] rows = frame.rows();
            BinaryLikelihood likelihood = new BinaryLikelihood(rows, frame.outcome(), new double[rows.length], scaled);
            return LikelihoodFit.of(likelihood, new double[frame.terms().size()])
                    .map(fit -> iterated(frame, scaled, outcome.length));
        });
    }

    private static CoefficientInfluence iterated(Prepared frame, double[] weights, int all) {
        Reweighted fit = Reweighted.of(frame.columns(), frame.outcome(), weights, DEVIANCE_CHANGE);
        return frame.influence(fit.estimates(), fit.covariance(), fit.score(), all);
    }

    private record Prepared(List<String> terms, double[][] columns, double[] outcome, double[] weights, int[] places) {
        double[][] rows() {
            return IntStream.range(0, outcome.length)
                    .mapToObj(i -> Arrays.stream(columns)
                            .mapToDouble(column -> column[i])
                            .toArray())
                    .toArray(double[][]::new);
        }

        CoefficientInfluence influence(double[] estimates, double[][] bread, double[] score, int all) {
            double[][] influence = new double[estimates.length][all];
            for (int i = 0; i < outcome.length; i++) {
                for (int j = 0; j < estimates.length; j++) {
                    double sum = 0;
                    for (int k = 0; k < estimates.length; k++) {
                        sum += bread[j][k] * columns[k][i];
                    }
                    influence[j][places[i]] = sum * score[i];
                }
            }
            return new CoefficientInfluence(terms, estimates, influence, outcome.length);
        }
    }

    private static Outcome<Prepared> prepared(
            double[] outcome, double[] weights, List<? extends ScoredColumn> predictors) {
        // Rows of weight 0 count as missing, so that codes only they have make no terms.
        double[] positive = Arrays.stream(weights)
                .map(weight -> weight > 0 ? weight : Double.NaN)
                .toArray();
        double[] place = IntStream.range(0, outcome.length).asDoubleStream().toArray();
        ModelFrame frame = ModelFrame.of(predictors, outcome, positive, place);
        if (frame.rows() == 0) {
            return Outcome.undefined(Reason.NO_ANSWERS, "nobody answered all of the model's questions");
        }
        double[] y = frame.other(0);
        if (Arrays.stream(y).allMatch(value -> value == y[0])) {
            return Outcome.undefined(
                    Reason.NO_VARIATION, "all %d outcomes are %s: there is nothing to explain", y.length, y[0]);
        }
        int[] kept = LeastSquares.of(frame.columns(), y, TOLERANCE).kept();
        return Outcome.of(new Prepared(
                IntStream.of(kept).mapToObj(frame.terms()::get).toList(),
                IntStream.of(kept).mapToObj(j -> frame.columns()[j]).toArray(double[][]::new),
                y,
                frame.other(1),
                Arrays.stream(frame.other(2)).mapToInt(where -> (int) where).toArray()));
    }

    private static double[][] times(double[][] columns, double[] factors) {
        return Arrays.stream(columns).map(column -> times(column, factors)).toArray(double[][]::new);
    }

    private static double[] times(double[] values, double[] factors) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i] * factors[i])
                .toArray();
    }
}
