package io.earshot.statistics.survey;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.regression.Coefficient;
import io.earshot.statistics.regression.CoefficientInfluence;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A linear or logistic model of the population, with standard errors that hold for the design. R: {@code svyglm(gaussian)}
 * and {@code svyglm(quasibinomial)}.
 *
 * @param n                rows with every value and a weight above 0
 * @param excluded rows of a weight above 0 that lack a value
 * @param nEffective (Σw)² / Σw²
 * @param degreesOfFreedom sampling units less strata, less terms but the intercept
 * @param coefficients     the intercept first, tested by t
 */
public record SurveyRegression(
        int n, int excluded, double nEffective, int degreesOfFreedom, List<Coefficient> coefficients) {
    public SurveyRegression {
        coefficients = List.copyOf(coefficients);
    }

    public static Outcome<SurveyRegression> linear(
            SurveyDesign design, double[] outcome, List<? extends ScoredColumn> predictors, double confidence) {
        return CoefficientInfluence.linear(outcome, design.weights(), predictors)
                .flatMap(fit -> of(design, used(design, outcome, predictors), fit, confidence));
    }

    /** @param outcome 0 or 1, NaN where missing */
    public static Outcome<SurveyRegression> logistic(
            SurveyDesign design, double[] outcome, List<? extends ScoredColumn> predictors, double confidence) {
        for (double value : outcome) {
            if (value != 0 && value != 1 && !Double.isNaN(value)) {
                throw new IllegalArgumentException("a yes-or-no outcome is 0, 1 or NaN: " + value);
            }
        }
        return CoefficientInfluence.logistic(outcome, design.weights(), predictors)
                .flatMap(fit -> of(design, used(design, outcome, predictors), fit, confidence));
    }

    private static SurveyDesign used(SurveyDesign design, double[] outcome, List<? extends ScoredColumn> predictors) {
        SurveyDesign used = design.where(outcome);
        for (ScoredColumn predictor : predictors) {
            used = used.where(predictor.scores());
        }
        return used;
    }

    private static Outcome<SurveyRegression> of(
            SurveyDesign design, SurveyDesign used, CoefficientInfluence fit, double confidence) {
        int df = used.degreesOfFreedom() + 1 - fit.terms().size();
        if (df < 1) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS,
                    "%d terms need more sampling units: %d degrees of freedom are left",
                    fit.terms().size(),
                    df);
        }
        double[][] covariance = used.covariance(fit.influence());
        return Outcome.of(new SurveyRegression(
                fit.used(),
                design.n() - fit.used(),
                used.nEffective(),
                df,
                IntStream.range(0, fit.terms().size())
                        .mapToObj(j -> Coefficient.byT(
                                fit.terms().get(j), fit.estimates()[j], Math.sqrt(covariance[j][j]), df, confidence))
                        .toList()));
    }
}
