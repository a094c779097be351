package io.earshot.statistics.regression;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Proportional odds regression of an ordered outcome: log odds of an answer up to j = threshold_j - x'b. R:
 * {@code ordinal::clm}, {@code MASS::polr}. A positive coefficient draws answers upwards.
 *
 * @param n                 rows with every value
 * @param excluded          rows left out because a value is missing
 * @param coefficients      the thresholds, named "code|next code", then the terms; tested by Wald's z, standard errors
 *                          from the observed information
 * @param aliased           terms left out because earlier ones explain them
 * @param nullLogLikelihood of the thresholds alone
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1980.tb01109.x">McCullagh (1980), JRSS B 42, 109-142</a>
 */
public record OrdinalRegression(
        int n,
        int excluded,
        List<Coefficient> coefficients,
        List<String> aliased,
        double logLikelihood,
        double nullLogLikelihood,
        int iterations) {
    public OrdinalRegression {
        coefficients = List.copyOf(coefficients);
        aliased = List.copyOf(aliased);
    }

    /**
     * @param outcome    ordered as its codes are; codes that nobody chose are dropped
     * @param predictors numbers as they are, codes by treatment contrasts against the first one in use
     * @param confidence of the coefficients' intervals, in (0, 1)
     */
    public static Outcome<OrdinalRegression> of(
            CodedColumn outcome, List<? extends ScoredColumn> predictors, double confidence) {
        return ChoiceFrame.of(outcome, predictors).flatMap(frame -> {
            // About the predictors' means, so that predictors far from 0 lose no digits.
            double[] means = frame.means();
            OrdinalLikelihood likelihood = new OrdinalLikelihood(frame.less(means));
            return LikelihoodFit.of(likelihood, likelihood.start())
                    .map(fit -> moved(fit, means, frame.codes().size() - 1))
                    .map(fit -> new OrdinalRegression(
                            frame.choice().length,
                            frame.excluded(),
                            LogisticRegression.coefficients(terms(frame), fit, confidence),
                            frame.aliased(),
                            fit.value(),
                            frame.nullLogLikelihood(),
                            fit.iterations()));
        });
    }

    /** Thresholds at predictors of 0: those about the means + the means' effects. */
    private static LikelihoodFit moved(LikelihoodFit fit, double[] means, int thresholds) {
        int size = fit.parameters().length;
        double[][] change = new double[size][size];
        for (int i = 0; i < size; i++) {
            change[i][i] = 1;
            for (int j = thresholds; i < thresholds && j < size; j++) {
                change[i][j] = means[j - thresholds + 1];
            }
        }
        RealMatrix matrix = MatrixUtils.createRealMatrix(change);
        return new LikelihoodFit(
                matrix.operate(fit.parameters()),
                fit.value(),
                matrix.multiply(MatrixUtils.createRealMatrix(fit.covariance()))
                        .multiply(matrix.transpose())
                        .getData(),
                fit.iterations());
    }

    private static List<String> terms(ChoiceFrame frame) {
        List<String> thresholds = new ArrayList<>();
        for (int j = 1; j < frame.codes().size(); j++) {
            thresholds.add(frame.codes().get(j - 1) + "|" + frame.codes().get(j));
        }
        return Stream.concat(thresholds.stream(), frame.terms().stream().skip(1))
                .toList();
    }

    public double aic() {
        return -2 * logLikelihood + 2 * coefficients.size();
    }
}
