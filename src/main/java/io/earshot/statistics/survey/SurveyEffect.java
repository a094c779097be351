package io.earshot.statistics.survey;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An effect size in the population with its linearised standard error: what each row's weight adds to the estimate, summed as
 * the design asks. R has no function for these; {@code svytotal} of weight times derivative gives the same errors.
 *
 * <p>With weights that are all the same the estimates are those of the unweighted effect sizes.
 *
 * @param n                rows with every value and a weight above 0
 * @param excluded         other rows of a weight above 0
 * @param nEffective       (Σw)² / Σw²
 * @param degreesOfFreedom of the t distribution, at least 1
 * @param standardError    at least 0; 0 where no row could change the estimate
 * @see <a href="https://doi.org/10.2307/3556147">Demnati and Rao (2004), Survey Methodology 30, 17-26: linearisation by
 *     derivatives for the weights</a>
 */
public record SurveyEffect(
        int n, int excluded, double nEffective, int degreesOfFreedom, double estimate, double standardError) {

    /** The first group's mean in use less the second's, in pooled standard deviations (divisor n - 2). */
    public static Outcome<SurveyEffect> cohensD(SurveyDesign design, double[] values, CodedColumn groups) {
        return TwoGroups.of(design, values, groups)
                .flatMap(two -> of(design, two.used(), 1, Linearised.cohensD(two, values)));
    }

    /**
     * How much likelier a person of the first group in use has the higher of two answers than one of the second: from -1 to 1,
     * ties counted half.
     */
    public static Outcome<SurveyEffect> cliffsDelta(SurveyDesign design, double[] values, CodedColumn groups) {
        return TwoGroups.of(design, values, groups)
                .flatMap(two -> of(design, two.used(), 1, Linearised.cliffsDelta(two, values)));
    }

    /** The mean in standard deviations (divisor n - 1). */
    public static Outcome<SurveyEffect> standardisedMean(SurveyDesign design, double[] values) {
        SurveyDesign used = design.where(values);
        return of(design, used, 0, Linearised.standardisedMean(used, values));
    }

    /** Pearson's, from -1 to 1. */
    public static Outcome<SurveyEffect> correlation(SurveyDesign design, double[] x, double[] y) {
        SurveyDesign used = design.where(x, y);
        return of(design, used, 1, Linearised.correlation(used, x, y));
    }

    /** Spearman's: the correlation of the shares of people with lower answers, ties counted half. From -1 to 1. */
    public static Outcome<SurveyEffect> rankCorrelation(SurveyDesign design, double[] x, double[] y) {
        SurveyDesign used = design.where(x, y);
        return of(design, used, 1, Linearised.rankCorrelation(used, x, y));
    }

    /**
     * Ranks of rises less ranks of falls over all ranks of changes, from -1 to 1. A change's rank is the weight of smaller
     * ones, half that of equal ones and half a mean weight, so that equal weights give Wilcoxon's ranks.
     */
    public static Outcome<SurveyEffect> signedRanks(SurveyDesign design, double[] changes) {
        boolean[] changed = new boolean[changes.length];
        for (int row = 0; row < changed.length; row++) {
            changed[row] = changes[row] != 0;
        }
        SurveyDesign answered = design.where(changes);
        SurveyDesign used = answered.domain(changed);
        return of(design, used, 0, Linearised.signedRanks(used, changes))
                .map(effect -> new SurveyEffect(
                        answered.n(),
                        design.n() - answered.n(),
                        answered.nEffective(),
                        effect.degreesOfFreedom(),
                        effect.estimate(),
                        effect.standardError()));
    }

    private static Outcome<SurveyEffect> of(
            SurveyDesign design, SurveyDesign used, int spent, Outcome<Linearised> linearised) {
        int df = used.degreesOfFreedom() - spent;
        if (df < 1) {
            return Outcome.undefined(
                    Reason.TOO_FEW_ANSWERS,
                    "an effect's error needs more sampling units: %d degrees of freedom are left",
                    df);
        }
        return linearised.map(effect -> new SurveyEffect(
                used.n(),
                design.n() - used.n(),
                used.nEffective(),
                df,
                effect.estimate(),
                Math.sqrt(used.variance(effect.influence()))));
    }

    /** estimate ± t · standard error. */
    public Interval interval(double confidence) {
        double half = reach(confidence) * standardError;
        return new Interval(estimate, estimate - half, estimate + half, confidence);
    }

    /** Of an effect between -1 and 1: the same on the scale of atanh, turned back. */
    public Interval boundedInterval(double confidence) {
        if (Math.abs(estimate) >= 1) {
            return new Interval(estimate, estimate, estimate, confidence);
        }
        double middle = atanh();
        double half = reach(confidence) * standardError / (1 - estimate * estimate);
        return new Interval(estimate, Math.tanh(middle - half), Math.tanh(middle + half), confidence);
    }

    /** Two-sided, of no effect, on the scale of atanh; undefined where no row could change the effect. */
    public Outcome<Double> boundedP() {
        if (standardError == 0 || Math.abs(estimate) >= 1) {
            return Outcome.undefined(
                    Reason.NO_VARIATION,
                    "all %d rows agree on an effect of %s, which leaves its error without an estimate",
                    n,
                    estimate);
        }
        double t = Math.abs(atanh()) * (1 - estimate * estimate) / standardError;
        return Outcome.of(Math.min(1, 2 * TDistribution.of(degreesOfFreedom).survivalProbability(t)));
    }

    private double reach(double confidence) {
        return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
    }

    private double atanh() {
        return (Math.log1p(estimate) - Math.log1p(-estimate)) / 2;
    }

    /** The rows of two groups in use. */
    record TwoGroups(SurveyDesign used, boolean[] first) {
        static Outcome<TwoGroups> of(SurveyDesign design, double[] values, CodedColumn groups) {
            SurveyDesign used = design.where(values, SurveyDifference.indices(groups));
            int[] codes = IntStream.range(0, values.length)
                    .filter(row -> used.weight(row) > 0)
                    .map(groups::index)
                    .distinct()
                    .sorted()
                    .toArray();
            if (codes.length != 2) {
                return Outcome.undefined(
                        Reason.TOO_FEW_CATEGORIES, "a difference is of two groups: %d are in use", codes.length);
            }
            boolean[] first = new boolean[values.length];
            for (int row = 0; row < first.length; row++) {
                first[row] = groups.index(row) == codes[0];
            }
            return Outcome.of(new TwoGroups(used, first));
        }
    }
}
