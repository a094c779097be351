package io.earshot.statistics.advice;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Share;
import io.earshot.statistics.survey.RaoScott;
import io.earshot.statistics.survey.SurveyDesign;
import io.earshot.statistics.survey.SurveySymmetry;
import java.util.Arrays;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** Tests of categories of weighted respondents. */
final class WeightedCategoryAdvice {
    private WeightedCategoryAdvice() {}

    static Outcome<Advice> between(CodedColumn outcome, CodedColumn groups, double[] weights, double confidence) {
        return RaoScott.weighted(outcome, groups, weights).map(test -> {
            int rows = test.rowCodes().size();
            int columns = test.columnCodes().size();
            int shorter = Math.min(rows, columns);
            double n = test.nEffective();
            double v = Math.min(1, Math.sqrt(test.chiSquare() / test.n() / (shorter - 1)));
            return new Advice(
                    Method.RAO_SCOTT,
                    "%s and %s are categories of different people with weights".formatted(outcome.name(), groups.name())
                            + trust(test.counts(), n),
                    test.n(),
                    0,
                    n,
                    test.p(),
                    Effect.of(
                            Measurement.CRAMERS_V,
                            EffectIntervals.cramersV(
                                    v,
                                    test.chiSquare() / test.n() * n,
                                    (rows - 1) * (columns - 1),
                                    n,
                                    shorter,
                                    confidence),
                            Math.sqrt(shorter - 1.0)));
        });
    }

    /** Cochran's rule on the counts that respondents of equal weight would have given. */
    private static String trust(double[][] counts, double n) {
        double people = Arrays.stream(counts).flatMapToDouble(Arrays::stream).sum();
        int few = 0;
        double smallest = n;
        for (double[] row : counts) {
            for (int j = 0; j < row.length; j++) {
                int column = j;
                double ofColumn =
                        Arrays.stream(counts).mapToDouble(line -> line[column]).sum();
                double expected = Arrays.stream(row).sum() / people * (ofColumn / people) * n;
                few += expected < 5 ? 1 : 0;
                smallest = Math.min(smallest, expected);
            }
        }
        int cells = counts.length * counts[0].length;
        return smallest < 1 || 5 * few > cells
                ? ", so chi-square is corrected for them; %d of %d expected effective counts are below 5, so take its p as rough"
                        .formatted(few, cells)
                : ", so chi-square is corrected for them, and expected counts are large enough";
    }

    static Outcome<Advice> paired(CodedColumn first, CodedColumn second, double[] weights, double confidence) {
        CategoryAdvice.requireSameCodes(first, second);
        String why = "%s and %s are categories of the same people with weights".formatted(first.name(), second.name());
        return first.codes().size() == 2
                ? mcNemar(first, second, weights, why, confidence)
                : SurveySymmetry.of(SurveyDesign.of(weights), first, second)
                        .map(test -> new Advice(
                                Method.SURVEY_SYMMETRY,
                                why + ", so the shares that changed each way are compared",
                                test.n(),
                                0,
                                test.nEffective(),
                                test.p(),
                                Effect.of(
                                        Measurement.SHARE_CHANGED,
                                        Share.wilsonOfEffective(test.changed(), test.nEffective(), confidence))));
    }

    private static Outcome<Advice> mcNemar(
            CodedColumn first, CodedColumn second, double[] weights, String why, double confidence) {
        double there = 0;
        double changed = 0;
        double squares = 0;
        int n = 0;
        double all = 0;
        double allSquares = 0;
        for (int row = 0; row < weights.length; row++) {
            double weight = first.isMissing(row) || second.isMissing(row) ? 0 : weights[row];
            if (weight > 0) {
                n++;
                all += weight;
                allSquares += weight * weight;
                if (first.index(row) != second.index(row)) {
                    changed += weight;
                    squares += weight * weight;
                    there += first.index(row) == 0 ? weight : 0;
                }
            }
        }
        if (n == 0 || changed == 0) {
            return n == 0
                    ? Outcome.undefined(
                            Reason.NO_ANSWERS,
                            "nobody with a weight answered both %s and %s",
                            first.name(),
                            second.name())
                    : Outcome.undefined(Reason.NO_VARIATION, "nobody of %d changed", n);
        }
        double effective = changed / squares * changed;
        double share = Math.min(1, there / changed);
        Interval interval = clopperPearson(share, effective, confidence);
        return Outcome.of(new Advice(
                Method.SURVEY_MC_NEMAR,
                why
                        + ", two of them; its p counts only those who changed, as many as equal weights would stand for: %.1f"
                                .formatted(effective),
                n,
                0,
                all / allSquares * all,
                binomialP(share * effective, effective),
                Effect.of(
                        Measurement.COHENS_G,
                        new Interval(share - 0.5, interval.low() - 0.5, interval.high() - 0.5, confidence))));
    }

    /** Of a number of respondents that needn't be whole, as Korn and Graubard do. */
    private static Interval clopperPearson(double share, double n, double confidence) {
        double tail = (1 - confidence) / 2;
        double x = share * n;
        double low = share == 0 ? 0 : BetaDistribution.of(x, n - x + 1).inverseCumulativeProbability(tail);
        double high = share == 1 ? 1 : BetaDistribution.of(x + 1, n - x).inverseSurvivalProbability(tail);
        return new Interval(share, low, high, confidence);
    }

    /** Two-sided, against a half. */
    private static double binomialP(double x, double n) {
        return Math.min(1, 2 * Math.min(atLeast(x, n), atLeast(n - x, n)));
    }

    private static double atLeast(double x, double n) {
        return x <= 0 ? 1 : BetaDistribution.of(x, n - x + 1).cumulativeProbability(0.5);
    }
}
