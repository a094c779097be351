package io.earshot.statistics.regression;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.List;

/**
 * Logistic regression by Firth's penalised likelihood, log L + ½ log |information|: finite estimates even where a predictor
 * tells the outcomes apart, and less bias in small samples. R: {@code logistf::logistf}, {@code brglm2::brglmFit} with
 * {@code type = "AS_mean"}.
 *
 * @param n                      rows with every value
 * @param excluded               rows left out because a value is missing
 * @param events                 rows whose outcome is 1
 * @param coefficients           on the scale of log odds, tested by Wald's z; standard errors from the information
 * @param aliased                terms left out because earlier ones explain them
 * @param logLikelihood          without the penalty
 * @param penalisedLogLikelihood with it
 * @see <a href="https://doi.org/10.1093/biomet/80.1.27">Firth (1993), Biometrika 80, 27-38</a>
 */
public record FirthRegression(
        int n,
        int excluded,
        long events,
        List<Coefficient> coefficients,
        List<String> aliased,
        double logLikelihood,
        double penalisedLogLikelihood,
        int iterations) {
    private static final int MOST_ITERATIONS = 500;
    private static final double STILL = 1e-11;
    private static final double LONGEST_REACH = 5;

    public FirthRegression {
        coefficients = List.copyOf(coefficients);
        aliased = List.copyOf(aliased);
    }

    /** @see LogisticRegression#of */
    public static Outcome<FirthRegression> of(
            double[] outcome, List<? extends ScoredColumn> predictors, double confidence) {
        return BinaryFrame.of(outcome, predictors).flatMap(frame -> fit(frame, confidence));
    }

    private static Outcome<FirthRegression> fit(BinaryFrame frame, double confidence) {
        BinaryLikelihood likelihood = BinaryLikelihood.of(frame);
        double[] parameters = new double[frame.terms().size()];
        Outcome<State> state = State.at(likelihood, parameters);
        for (int iteration = 1; iteration <= MOST_ITERATIONS && state.isDefined(); iteration++) {
            State now = state.orElseThrow();
            double[] step = now.step(frame);
            double reach = likelihood.reach(step);
            double size = Math.min(1, LONGEST_REACH / reach);
            Outcome<State> next = State.at(likelihood, moved(parameters, step, size));
            while (size > 1e-8
                    && !(next.isDefined()
                            && next.orElseThrow().penalised() >= now.penalised() - 1e-9 * Math.abs(now.penalised()))) {
                size /= 2;
                next = State.at(likelihood, moved(parameters, step, size));
            }
            parameters = moved(parameters, step, size);
            state = next;
            if (reach < STILL) {
                int iterations = iteration;
                double[] found = parameters;
                return state.map(last -> new FirthRegression(
                        frame.outcome().length,
                        frame.excluded(),
                        frame.events(),
                        LogisticRegression.coefficients(
                                frame.terms(),
                                new LikelihoodFit(
                                        found, last.value(), last.inverse().matrix(), iterations),
                                confidence),
                        frame.aliased(),
                        last.value(),
                        last.penalised(),
                        iterations));
            }
        }
        return state.flatMap(last -> Outcome.undefined(
                Reason.NOT_CONVERGED,
                "the penalised likelihood's maximum was not met in %d iterations",
                MOST_ITERATIONS));
    }

    private static double[] moved(double[] parameters, double[] step, double size) {
        double[] moved = parameters.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += size * step[i];
        }
        return moved;
    }

    private record State(double value, SymmetricInverse inverse, double[] probabilities) {
        static Outcome<State> at(BinaryLikelihood likelihood, double[] parameters) {
            Likelihood.Point point = likelihood.at(parameters);
            return SymmetricInverse.of(point.information())
                    .map(inverse -> new State(point.value(), inverse, likelihood.probabilities(parameters)));
        }

        double penalised() {
            return value + inverse.logDeterminant() / 2;
        }

        /** (X'WX)⁻¹ X'(y - p + h (½ - p)) with h the rows' leverages. */
        double[] step(BinaryFrame frame) {
            double[] score = new double[frame.terms().size()];
            for (int i = 0; i < probabilities.length; i++) {
                double p = probabilities[i];
                double[] x = frame.rows()[i];
                double leverage = p * (1 - p) * inverse.quadratic(x);
                double error = frame.outcome()[i] - p + leverage * (0.5 - p);
                for (int j = 0; j < score.length; j++) {
                    score[j] += x[j] * error;
                }
            }
            return inverse.times(score);
        }
    }
}
