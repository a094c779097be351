package io.earshot.statistics.survey;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.regression.CoefficientInfluence;
import io.earshot.statistics.regression.SymmetricInverse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Whether several groups differ in the population, by Wald's test of their differences from the first one. R: {@code
 * regTermTest(svyglm(y ~ g), ~g)} and, of ranks, {@code svyranktest}.
 *
 * @param n           rows with both values and a weight above 0
 * @param excluded    rows of a weight above 0 that lack a value
 * @param nEffective  (Σw)² / Σw²
 * @param f           Wald's chi-square / numeratorDf
 * @param numeratorDf groups in use less 1
 * @param denominatorDf sampling units less strata, less numeratorDf
 * @param etaSquared  share of the weighted variance between groups, in [0, 1]
 */
public record SurveyGroups(
        int n,
        int excluded,
        double nEffective,
        double f,
        int numeratorDf,
        int denominatorDf,
        double p,
        double etaSquared) {

    /** Of means. */
    public static Outcome<SurveyGroups> ofMeans(SurveyDesign design, double[] values, CodedColumn groups) {
        return of(design, values, groups);
    }

    /** Of ranks, each row's its estimated rank in the population over the population's size, as Lumley and Scott have it. */
    public static Outcome<SurveyGroups> ofRanks(SurveyDesign design, double[] values, CodedColumn groups) {
        SurveyDesign used = design.where(values, SurveyDifference.indices(groups));
        return of(design, SurveyDifference.rankScores(used, values), groups);
    }

    private static Outcome<SurveyGroups> of(SurveyDesign design, double[] values, CodedColumn groups) {
        SurveyDesign used = design.where(values, SurveyDifference.indices(groups));
        int[] codes = IntStream.range(0, values.length)
                .filter(row -> used.weight(row) > 0)
                .map(groups::index)
                .distinct()
                .toArray();
        if (codes.length < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_CATEGORIES, "a comparison needs two groups: %d are in use", codes.length);
        }
        int df = used.degreesOfFreedom() - (codes.length - 1);
        if (df < 1) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS, "%d answers are too few to compare %d groups", used.n(), codes.length);
        }
        return CoefficientInfluence.linear(values, used.weights(), List.of(groups))
                .flatMap(fit -> wald(used, fit)
                        .map(chiSquare -> new SurveyGroups(
                                fit.used(),
                                design.n() - fit.used(),
                                used.nEffective(),
                                chiSquare / (codes.length - 1),
                                codes.length - 1,
                                df,
                                FDistribution.of(codes.length - 1, df)
                                        .survivalProbability(chiSquare / (codes.length - 1)),
                                etaSquared(used, values, groups))));
    }

    private static Outcome<Double> wald(SurveyDesign used, CoefficientInfluence fit) {
        int size = fit.estimates().length - 1;
        double[] estimates = Arrays.copyOfRange(fit.estimates(), 1, size + 1);
        double[][] covariance = used.covariance(Arrays.copyOfRange(fit.influence(), 1, size + 1));
        return SymmetricInverse.of(covariance).map(inverse -> {
            double[] solved = inverse.times(estimates);
            double sum = 0;
            for (int i = 0; i < size; i++) {
                sum += solved[i] * estimates[i];
            }
            return sum;
        });
    }

    private static double etaSquared(SurveyDesign used, double[] values, CodedColumn groups) {
        int size = groups.codes().size();
        double[] people = new double[size];
        double[] means = new double[size];
        double all = used.sumOfWeights();
        double mean = 0;
        for (int row = 0; row < values.length; row++) {
            if (used.weight(row) > 0) {
                people[groups.index(row)] += used.weight(row);
                means[groups.index(row)] += used.weight(row) * values[row];
                mean += used.weight(row) / all * values[row];
            }
        }
        double between = 0;
        for (int code = 0; code < size; code++) {
            means[code] /= people[code];
            between += people[code] == 0 ? 0 : people[code] * (means[code] - mean) * (means[code] - mean);
        }
        double within = 0;
        for (int row = 0; row < values.length; row++) {
            if (used.weight(row) > 0) {
                double deviation = values[row] - means[groups.index(row)];
                within += used.weight(row) * deviation * deviation;
            }
        }
        return between / (between + within);
    }
}
