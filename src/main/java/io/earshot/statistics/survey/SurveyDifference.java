package io.earshot.statistics.survey;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.regression.Coefficient;
import io.earshot.statistics.regression.CoefficientInfluence;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The difference of two groups in the population, the later code in use minus the earlier one.
 *
 * @param n                rows with both values and a weight above 0
 * @param excluded rows of a weight above 0 that lack a value
 * @param nEffective (Σw)² / Σw²
 * @param degreesOfFreedom sampling units less strata, less 1
 * @param difference       with its t test; of means, or of mean rank scores in [0, 1]
 */
public record SurveyDifference(int n, int excluded, double nEffective, int degreesOfFreedom, Coefficient difference) {

    /** Of means. R: {@code svyttest}. */
    public static Outcome<SurveyDifference> ofMeans(
            SurveyDesign design, double[] values, CodedColumn groups, double confidence) {
        return of(design, values, groups, confidence);
    }

    /**
     * Of ranks, each row's its estimated rank in the population over the population's size. R: {@code svyranktest(test =
     * "wilcoxon")}.
     *
     * @see <a href="https://doi.org/10.1093/biomet/ast027">Lumley and Scott (2013), Biometrika 100, 831-842</a>
     */
    public static Outcome<SurveyDifference> ofRanks(
            SurveyDesign design, double[] values, CodedColumn groups, double confidence) {
        double[] group = indices(groups);
        return of(design, rankScores(design.where(values, group), values), groups, confidence);
    }

    private static Outcome<SurveyDifference> of(
            SurveyDesign design, double[] values, CodedColumn groups, double confidence) {
        SurveyDesign used = design.where(values, indices(groups));
        long inUse = IntStream.range(0, values.length)
                .filter(row -> used.weight(row) > 0)
                .map(groups::index)
                .distinct()
                .count();
        if (inUse != 2) {
            return Outcome.undefined(Reason.TOO_FEW_CATEGORIES, "a difference is of two groups: %d are in use", inUse);
        }
        int df = used.degreesOfFreedom() - 1;
        if (df < 1) {
            return Outcome.undefined(Reason.TOO_FEW_ANSWERS, "too few sampling units: %d", used.n());
        }
        return CoefficientInfluence.linear(values, used.weights(), List.of(groups))
                .map(fit -> new SurveyDifference(
                        fit.used(),
                        design.n() - fit.used(),
                        used.nEffective(),
                        df,
                        Coefficient.byT(
                                fit.terms().get(1),
                                fit.estimates()[1],
                                Math.sqrt(used.variance(fit.influence()[1])),
                                df,
                                confidence)));
    }

    /** Half a row's weight plus the weights of rows before it, averaged over ties, over the sum of weights. */
    static double[] rankScores(SurveyDesign used, double[] values) {
        int[] order = IntStream.range(0, values.length)
                .filter(row -> used.weight(row) > 0)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(row -> row)
                .toArray();
        double people = used.sumOfWeights();
        double[] scores = new double[values.length];
        Arrays.fill(scores, Double.NaN);
        double before = 0;
        TreeMap<Double, double[]> ties = new TreeMap<>();
        for (int row : order) {
            double[] tie = ties.computeIfAbsent(values[row], any -> new double[2]);
            tie[0] += before + used.weight(row) / 2;
            tie[1]++;
            before += used.weight(row);
        }
        for (int row : order) {
            double[] tie = ties.get(values[row]);
            scores[row] = tie == null ? Double.NaN : tie[0] / tie[1] / people;
        }
        return scores;
    }

    static double[] indices(CodedColumn groups) {
        return IntStream.range(0, groups.rows())
                .mapToDouble(row -> groups.isMissing(row) ? Double.NaN : groups.index(row))
                .toArray();
    }
}
