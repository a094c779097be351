package io.earshot.statistics.survey;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.regression.SymmetricInverse;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Whether as many people went from one category to another as came back, for all pairs of categories: Wald's test of the
 * differences of shares, adjusted for the number of sampling units. R: {@code svymean} of the differences, {@code vcov}.
 *
 * @param n           rows with both codes and a weight above 0
 * @param excluded    rows of a weight above 0 that lack a code
 * @param nEffective  (Σw)² / Σw²
 * @param f           W (df - q + 1) / (df q), with q pairs of categories between which somebody changed
 * @param numeratorDf q
 * @param denominatorDf df - q + 1, with df sampling units less strata
 * @param changed     weighted share of people whose category changed
 */
public record SurveySymmetry(
        int n,
        int excluded,
        double nEffective,
        double f,
        int numeratorDf,
        int denominatorDf,
        double p,
        double changed) {

    /** @param second with the codes of {@code first} */
    public static Outcome<SurveySymmetry> of(SurveyDesign design, CodedColumn first, CodedColumn second) {
        SurveyDesign used = design.where(SurveyDifference.indices(first), SurveyDifference.indices(second));
        double people = used.sumOfWeights();
        int codes = first.codes().size();
        List<double[]> influences = new ArrayList<>();
        List<Double> differences = new ArrayList<>();
        double changed = 0;
        for (int a = 0; a < codes; a++) {
            for (int b = a + 1; b < codes; b++) {
                double[] sign = new double[first.rows()];
                double there = 0;
                double back = 0;
                for (int row = 0; row < sign.length; row++) {
                    if (used.weight(row) > 0) {
                        int from = first.index(row);
                        int to = second.index(row);
                        sign[row] = from == a && to == b ? 1 : from == b && to == a ? -1 : 0;
                        there += sign[row] > 0 ? used.weight(row) : 0;
                        back += sign[row] < 0 ? used.weight(row) : 0;
                    }
                }
                if (there + back > 0) {
                    double difference = (there - back) / people;
                    for (int row = 0; row < sign.length; row++) {
                        sign[row] = used.weight(row) / people * (sign[row] - difference);
                    }
                    influences.add(sign);
                    differences.add(difference);
                    changed += (there + back) / people;
                }
            }
        }
        int pairs = differences.size();
        int df = used.degreesOfFreedom() - pairs + 1;
        if (pairs == 0) {
            return Outcome.undefined(Reason.NO_VARIATION, "nobody of %d changed category", used.n());
        }
        if (df < 1) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS, "%d answers are too few for %d pairs of categories", used.n(), pairs);
        }
        double share = Math.min(1, changed);
        double[] estimates = differences.stream().mapToDouble(one -> one).toArray();
        return SymmetricInverse.of(used.covariance(influences.toArray(double[][]::new)))
                .map(inverse -> {
                    double[] solved = inverse.times(estimates);
                    double wald = 0;
                    for (int i = 0; i < pairs; i++) {
                        wald += solved[i] * estimates[i];
                    }
                    double f = wald * df / (used.degreesOfFreedom() * (double) pairs);
                    return new SurveySymmetry(
                            used.n(),
                            design.n() - used.n(),
                            used.nEffective(),
                            f,
                            pairs,
                            df,
                            FDistribution.of(pairs, df).survivalProbability(f),
                            share);
                });
    }
}
