package io.earshot.statistics.regression;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * Logistic regression of an outcome with unordered categories, each against the first one. R: {@code nnet::multinom}.
 *
 * @param n                 rows with every value
 * @param excluded          rows left out because a value is missing
 * @param base              the category that the others are compared with: the first one in use
 * @param categories        the others in use, each with the log odds against the base
 * @param aliased           terms left out because earlier ones explain them
 * @param nullLogLikelihood of the categories' shares alone
 */
public record MultinomialRegression(
        int n,
        int excluded,
        String base,
        List<Category> categories,
        List<String> aliased,
        double logLikelihood,
        double nullLogLikelihood,
        int iterations) {
    /** What speaks for a category rather than the base; the intercept first, tested by Wald's z. */
    public record Category(String code, List<Coefficient> coefficients) {
        public Category {
            coefficients = List.copyOf(coefficients);
        }
    }

    public MultinomialRegression {
        categories = List.copyOf(categories);
        aliased = List.copyOf(aliased);
    }

    /**
     * @param outcome    codes that nobody chose are dropped
     * @param predictors numbers as they are, codes by treatment contrasts against the first one in use
     * @param confidence of the coefficients' intervals, in (0, 1)
     */
    public static Outcome<MultinomialRegression> of(
            CodedColumn outcome, List<? extends ScoredColumn> predictors, double confidence) {
        return ChoiceFrame.of(outcome, predictors).flatMap(frame -> {
            MultinomialLikelihood likelihood = new MultinomialLikelihood(frame);
            return LikelihoodFit.of(likelihood, new double[likelihood.size()])
                    .map(fit -> summary(frame, fit, confidence));
        });
    }

    private static MultinomialRegression summary(ChoiceFrame frame, LikelihoodFit fit, double confidence) {
        int terms = frame.terms().size();
        List<Category> categories = new ArrayList<>();
        for (int a = 1; a < frame.codes().size(); a++) {
            List<Coefficient> coefficients = new ArrayList<>();
            for (int j = 0; j < terms; j++) {
                int parameter = (a - 1) * terms + j;
                coefficients.add(Coefficient.byZ(
                        frame.terms().get(j), fit.parameters()[parameter], fit.standardError(parameter), confidence));
            }
            categories.add(new Category(frame.codes().get(a), coefficients));
        }
        return new MultinomialRegression(
                frame.choice().length,
                frame.excluded(),
                frame.codes().get(0),
                categories,
                frame.aliased(),
                fit.value(),
                frame.nullLogLikelihood(),
                fit.iterations());
    }

    public double aic() {
        int parameters =
                categories.stream().mapToInt(one -> one.coefficients().size()).sum();
        return -2 * logLikelihood + 2 * parameters;
    }
}
