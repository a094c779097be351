package io.earshot.statistics.regression;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Logistic regression of a yes-or-no outcome by maximum likelihood. R: {@code glm(y ~ x, binomial)}; intervals by
 * {@code confint.default} (Wald) and {@code MASS:::confint.glm} (profile). Undefined with {@code SEPARATION} where a
 * predictor tells the outcomes apart: {@link FirthRegression} has finite estimates there.
 *
 * @param n                 rows with every value
 * @param excluded          rows left out because a value is missing
 * @param events            rows whose outcome is 1
 * @param coefficients      on the scale of log odds, the intercept first
 * @param profiles          odds ratio of each coefficient with its profile interval; undefined where the profile stays
 *                          within the limit as far as it was followed (nine steps of half a standard error)
 * @param aliased           terms left out because earlier ones explain them
 * @param nullLogLikelihood of the model with an intercept only
 * @param auc               probability that a row with the event has a higher fitted probability than one without, ties
 *                          counted half, in [0, 1]
 * @param brier             mean squared difference of outcome and fitted probability, in [0, 1]
 */
public record LogisticRegression(
        int n,
        int excluded,
        long events,
        List<Coefficient> coefficients,
        List<Outcome<Interval>> profiles,
        List<String> aliased,
        double logLikelihood,
        double nullLogLikelihood,
        double auc,
        double brier,
        int iterations) {
    /** Where the reference cases end glm's iterations: {@code glm.control(epsilon = 1e-12)}. */
    private static final double DEVIANCE_CHANGE = 1e-12;

    public LogisticRegression {
        coefficients = List.copyOf(coefficients);
        profiles = List.copyOf(profiles);
        aliased = List.copyOf(aliased);
    }

    /**
     * @param outcome    0 or 1, NaN where missing
     * @param predictors numbers as they are, codes by treatment contrasts against the first one in use
     * @param confidence of all intervals, in (0, 1)
     * @throws IllegalArgumentException if the outcome has another value
     */
    public static Outcome<LogisticRegression> of(
            double[] outcome, List<? extends ScoredColumn> predictors, double confidence) {
        return BinaryFrame.of(outcome, predictors).flatMap(frame -> fit(frame, confidence));
    }

    private static Outcome<LogisticRegression> fit(BinaryFrame frame, double confidence) {
        return maximum(frame).map(found -> summary(frame, found, confidence));
    }

    /** Fitted about the predictors' means, so that predictors far from 0 lose no digits; only the intercept differs. */
    private static Outcome<Maximum> maximum(BinaryFrame frame) {
        BinaryFrame centred = frame.centred();
        return LikelihoodFit.of(
                        BinaryLikelihood.of(centred), new double[frame.terms().size()])
                .map(fit -> new Maximum(centred, fit));
    }

    /** The frame that was fitted, with its fit. */
    private record Maximum(BinaryFrame centred, LikelihoodFit fit) {
        double[] probabilities() {
            return BinaryLikelihood.of(centred).probabilities(fit.parameters());
        }

        Outcome<Interval> profile(BinaryFrame asked, LikelihoodFit uncentred, int term, double confidence) {
            return term == 0
                    ? ProfileInterval.oddsRatio(asked, uncentred, term, confidence)
                    : ProfileInterval.oddsRatio(centred, fit, term, confidence);
        }
    }

    private static LogisticRegression summary(BinaryFrame frame, Maximum found, double confidence) {
        double[] probabilities = found.probabilities();
        LikelihoodFit fit = found.fit();
        int n = probabilities.length;
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        Reweighted reweighted = Reweighted.of(frame.columns(), frame.outcome(), ones, DEVIANCE_CHANGE);
        LikelihoodFit uncentred =
                new LikelihoodFit(reweighted.estimates(), fit.value(), reweighted.covariance(), fit.iterations());
        long events = frame.events();
        double share = (double) events / n;
        int terms = frame.terms().size();
        return new LogisticRegression(
                n,
                frame.excluded(),
                events,
                coefficients(frame.terms(), uncentred, confidence),
                IntStream.range(0, terms)
                        .mapToObj(term -> found.profile(frame, uncentred, term, confidence))
                        .toList(),
                frame.aliased(),
                fit.value(),
                events * Math.log(share) + (n - events) * Math.log1p(-share),
                auc(probabilities, frame.outcome()),
                brier(probabilities, frame.outcome()),
                fit.iterations());
    }

    static List<Coefficient> coefficients(List<String> terms, LikelihoodFit fit, double confidence) {
        return IntStream.range(0, terms.size())
                .mapToObj(term ->
                        Coefficient.byZ(terms.get(term), fit.parameters()[term], fit.standardError(term), confidence))
                .toList();
    }

    private static double brier(double[] probabilities, double[] outcome) {
        double sum = 0;
        for (int i = 0; i < outcome.length; i++) {
            sum += (outcome[i] - probabilities[i]) * (outcome[i] - probabilities[i]);
        }
        return sum / outcome.length;
    }

    /** Mann-Whitney's count of pairs, by one walk through the sorted probabilities. */
    private static double auc(double[] probabilities, double[] outcome) {
        Integer[] order = IntStream.range(0, outcome.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> probabilities[i]));
        double won = 0;
        double below = 0;
        double events = 0;
        for (int from = 0, to; from < order.length; from = to) {
            double without = 0;
            double with = 0;
            // Rows with the same predictors may differ in the last digit.
            double tie = probabilities[order[from]] * (1 + 1e-13);
            for (to = from; to < order.length && probabilities[order[to]] <= tie; to++) {
                if (outcome[order[to]] == 1) {
                    with++;
                } else {
                    without++;
                }
            }
            won += with * (below + without / 2);
            below += without;
            events += with;
        }
        return won / (events * below);
    }

    public double deviance() {
        return -2 * logLikelihood;
    }

    public double aic() {
        return deviance() + 2 * coefficients.size();
    }

    public double bic() {
        return deviance() + Math.log(n) * coefficients.size();
    }

    /** Likelihood ratio test of all terms at once: 2 (log likelihood - null), chi-square. */
    public double likelihoodRatio() {
        return 2 * (logLikelihood - nullLogLikelihood);
    }

    public int likelihoodRatioDegreesOfFreedom() {
        return coefficients.size() - 1;
    }

    /** Probability of such a likelihood ratio or a larger one if no term has an effect; 1 for a model without terms. */
    public double likelihoodRatioP() {
        int df = likelihoodRatioDegreesOfFreedom();
        return df == 0 ? 1 : ChiSquaredDistribution.of(df).survivalProbability(Math.max(0, likelihoodRatio()));
    }

    /** 1 - log likelihood / null, in [0, 1). */
    public double mcFadden() {
        return 1 - logLikelihood / nullLogLikelihood;
    }

    /** 1 - (L0 / L)^(2/n). */
    public double coxSnell() {
        return -Math.expm1(2 * (nullLogLikelihood - logLikelihood) / n);
    }

    /** Cox and Snell's over its largest possible value, in [0, 1]. */
    public double nagelkerke() {
        return coxSnell() / -Math.expm1(2 * nullLogLikelihood / n);
    }
}
