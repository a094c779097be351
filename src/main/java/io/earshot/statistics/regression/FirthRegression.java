package io.earshot.statistics.regression;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Logistic regression by Firth's penalised likelihood, log L + ½ log |information|: finite estimates even where a predictor
 * tells the outcomes apart, and less bias in small samples. R: {@code logistf::logistf}, {@code brglm2::brglmFit} with
 * {@code type = "AS_mean"}.
 *
 * @param n                      rows with every value
 * @param excluded               rows left out because a value is missing
 * @param events                 rows whose outcome is 1
 * @param coefficients           on the scale of log odds, tested by Wald's z; standard errors from the information
 * @param augmentedErrors        of the coefficients as logistf gives them since its version 1.24: from rows that count 1 + their
 *                               leverage, so smaller than those beside the coefficients
 * @param profiles               of the coefficients: the interval and p to give
 * @param aliased                terms left out because earlier ones explain them
 * @param logLikelihood          without the penalty
 * @param penalisedLogLikelihood with it
 * @param overall                by the penalised likelihood; undefined without predictors
 * @see <a href="https://doi.org/10.1093/biomet/80.1.27">Firth (1993), Biometrika 80, 27-38</a>
 */
public record FirthRegression(
        int n,
        int excluded,
        long events,
        List<Coefficient> coefficients,
        List<Double> augmentedErrors,
        List<Outcome<PenalisedProfile>> profiles,
        List<String> aliased,
        double logLikelihood,
        double penalisedLogLikelihood,
        Outcome<OverallTest> overall,
        int iterations) {

    /**
     * Whether the predictors together explain anything.
     *
     * @param chiSquare twice the fall of the penalised likelihood if all predictors are held at 0
     */
    public record OverallTest(double chiSquare, int degreesOfFreedom, double p) {}

    public FirthRegression {
        profiles = List.copyOf(profiles);
        augmentedErrors = List.copyOf(augmentedErrors);
        coefficients = List.copyOf(coefficients);
        aliased = List.copyOf(aliased);
    }

    /** @see LogisticRegression#of */
    public static Outcome<FirthRegression> of(
            double[] outcome, List<? extends ScoredColumn> predictors, double confidence) {
        return BinaryFrame.of(outcome, predictors).flatMap(frame -> fit(frame, confidence));
    }

    private static Outcome<FirthRegression> fit(BinaryFrame frame, double confidence) {
        PenalisedLikelihood likelihood = PenalisedLikelihood.of(frame);
        int size = frame.terms().size();
        boolean[] all = new boolean[size];
        Arrays.fill(all, true);
        boolean[] intercept = new boolean[size];
        intercept[0] = true;
        Outcome<PenalisedLikelihood.Maximum> without = likelihood.maximum(intercept, new double[size]);
        return likelihood.maximum(all, new double[size]).flatMap(fit -> augmented(frame, fit)
                .map(errors -> new FirthRegression(
                        frame.outcome().length,
                        frame.excluded(),
                        frame.events(),
                        LogisticRegression.coefficients(
                                frame.terms(),
                                new LikelihoodFit(
                                        fit.parameters(),
                                        fit.value(),
                                        fit.inverse().matrix(),
                                        fit.iterations()),
                                confidence),
                        errors,
                        IntStream.range(0, size)
                                .mapToObj(term -> PenalisedProfile.of(likelihood, fit, term, confidence))
                                .toList(),
                        frame.aliased(),
                        fit.value(),
                        fit.penalised(),
                        without.flatMap(none -> overall(fit.penalised() - none.penalised(), size - 1)),
                        fit.iterations())));
    }

    private static Outcome<OverallTest> overall(double fall, int df) {
        if (df == 0) {
            return Outcome.undefined(Reason.TOO_FEW_VARIABLES, "no predictor is left to test");
        }
        double chiSquare = Math.max(0, 2 * fall);
        return Outcome.of(
                new OverallTest(chiSquare, df, ChiSquaredDistribution.of(df).survivalProbability(chiSquare)));
    }

    /** From the information of rows that count 1 + leverage, those that maximum likelihood would need for these estimates. */
    private static Outcome<List<Double>> augmented(BinaryFrame frame, PenalisedLikelihood.Maximum fit) {
        double[] weights =
                Arrays.stream(fit.leverages()).map(leverage -> 1 + leverage).toArray();
        BinaryLikelihood counted =
                new BinaryLikelihood(frame.rows(), frame.outcome(), new double[weights.length], weights);
        return SymmetricInverse.of(counted.at(fit.parameters()).information())
                .map(inverse -> IntStream.range(0, frame.terms().size())
                        .mapToObj(j -> Math.sqrt(inverse.matrix()[j][j]))
                        .toList());
    }
}
