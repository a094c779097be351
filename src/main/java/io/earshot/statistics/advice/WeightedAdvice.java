package io.earshot.statistics.advice;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Interval;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Samples;
import io.earshot.statistics.survey.SurveyDesign;
import io.earshot.statistics.survey.SurveyDifference;
import io.earshot.statistics.survey.SurveyEffect;
import io.earshot.statistics.survey.SurveyGroups;
import io.earshot.statistics.survey.SurveyMean;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/** Tests of ordered answers and numbers of weighted respondents; the choice is that of unweighted ones. */
final class WeightedAdvice {
    private WeightedAdvice() {}

    static Outcome<Advice> between(ScoredColumn outcome, CodedColumn groups, double[] weights, double confidence) {
        double[] values = weighted(outcome.scores(), weights);
        Samples samples = Samples.of(values, groups).used();
        if (samples.size() < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_CATEGORIES,
                    "%s has weighted answers in %d group of %s: a comparison needs two",
                    outcome.name(),
                    samples.size(),
                    groups.name());
        }
        SurveyDesign design = design(weights, values, indices(groups));
        GroupAdvice.Choice choice = GroupAdvice.choice(outcome, samples);
        String why = choice.why() + "; the people have weights, so errors are those of a survey";
        if (samples.size() == 2) {
            return two(design, values, groups, choice.means(), why, confidence);
        }
        Outcome<SurveyGroups> test = choice.means()
                ? SurveyGroups.ofMeans(design, values, groups)
                : SurveyGroups.ofRanks(design, values, groups);
        return test.flatMap(of -> of.etaSquared() >= 1
                ? Outcome.undefined(
                        Reason.NO_VARIATION,
                        "answers don't vary within groups, so the share between them has no interval")
                : Outcome.of(new Advice(
                        choice.means() ? Method.SURVEY_ANOVA : Method.SURVEY_KRUSKAL_WALLIS,
                        why,
                        of.n(),
                        0,
                        of.nEffective(),
                        of.p(),
                        shareBetween(
                                choice.means() ? Measurement.ETA_SQUARED : Measurement.EPSILON_SQUARED,
                                of,
                                confidence))));
    }

    private static Outcome<Advice> two(
            SurveyDesign design, double[] values, CodedColumn groups, boolean means, String why, double confidence) {
        Outcome<SurveyDifference> test = means
                ? SurveyDifference.ofMeans(design, values, groups, confidence)
                : SurveyDifference.ofRanks(design, values, groups, confidence);
        Outcome<SurveyEffect> effect =
                means ? SurveyEffect.cohensD(design, values, groups) : SurveyEffect.cliffsDelta(design, values, groups);
        return test.flatMap(found -> effect.map(size -> new Advice(
                means ? Method.SURVEY_T : Method.SURVEY_RANK_TEST,
                why,
                found.n(),
                0,
                found.nEffective(),
                found.difference().p(),
                means
                        ? Effect.of(Measurement.COHENS_D, size.interval(confidence))
                        : Effect.of(Measurement.RANK_BISERIAL, size.boundedInterval(confidence)))));
    }

    /** With the noncentrality that as many respondents of equal weight would have had. */
    private static Effect shareBetween(Measurement measurement, SurveyGroups test, double confidence) {
        double within = Math.max(1, test.nEffective() - test.numeratorDf() - 1);
        double f = test.etaSquared() / (1 - test.etaSquared()) * within / test.numeratorDf();
        return Effect.of(
                measurement, EffectIntervals.etaSquared(test.etaSquared(), f, test.numeratorDf(), within, confidence));
    }

    static Outcome<Advice> paired(ScoredColumn first, ScoredColumn second, double[] weights, double confidence) {
        double[] one = first.scores();
        double[] other = second.scores();
        double[] changes = IntStream.range(0, one.length)
                .mapToDouble(row -> one[row] - other[row])
                .toArray();
        SurveyDesign design = design(weights, changes);
        String of = "%s and %s are of the same people with weights".formatted(first.name(), second.name());
        return Advice.isScale(first) && Advice.isScale(second)
                ? means(
                        design,
                        changes,
                        of + " and numbers, so the weighted mean of their differences is compared with 0",
                        confidence)
                : SurveyEffect.signedRanks(design, changes).flatMap(effect -> effect.boundedP()
                        .map(p -> new Advice(
                                Method.SURVEY_SIGNED_RANK,
                                of + " and ordered, but their steps needn't be equal, so changes are ranked by weight",
                                effect.n(),
                                0,
                                effect.nEffective(),
                                p,
                                Effect.of(Measurement.MATCHED_RANK_BISERIAL, effect.boundedInterval(confidence)))));
    }

    private static Outcome<Advice> means(SurveyDesign design, double[] changes, String why, double confidence) {
        return SurveyMean.of(design, changes, confidence).flatMap(mean -> SurveyEffect.standardisedMean(design, changes)
                .map(effect -> new Advice(
                        Method.SURVEY_PAIRED_T,
                        why,
                        mean.n(),
                        0,
                        mean.nEffective(),
                        Math.min(
                                1,
                                2
                                        * TDistribution.of(mean.degreesOfFreedom())
                                                .survivalProbability(Math.abs(mean.mean() / mean.standardError()))),
                        Effect.of(Measurement.COHENS_D_Z, effect.interval(confidence)))));
    }

    static Outcome<Advice> related(ScoredColumn first, ScoredColumn second, double[] weights, double confidence) {
        SurveyDesign design = design(weights, first.scores(), second.scores());
        String of = "%s and %s".formatted(first.name(), second.name());
        boolean numbers = Advice.isScale(first) && Advice.isScale(second);
        Outcome<SurveyEffect> test = numbers
                ? SurveyEffect.correlation(design, first.scores(), second.scores())
                : SurveyEffect.rankCorrelation(design, first.scores(), second.scores());
        return test.flatMap(effect -> effect.boundedP()
                .map(p -> new Advice(
                        numbers ? Method.SURVEY_PEARSON : Method.SURVEY_SPEARMAN,
                        of
                                + (numbers
                                        ? " are numbers of people with weights, so their weighted straight-line relation is measured"
                                        : " are ordered, but their steps needn't be equal, so weighted ranks are related"),
                        effect.n(),
                        0,
                        effect.nEffective(),
                        p,
                        Effect.of(Measurement.CORRELATION, effect.boundedInterval(confidence)))));
    }

    /** Of the rows that have every value: others were not drawn. */
    private static SurveyDesign design(double[] weights, double[]... columns) {
        return SurveyDesign.of(IntStream.range(0, weights.length)
                .mapToDouble(row -> Arrays.stream(columns).anyMatch(column -> Double.isNaN(column[row]))
                        ? Double.NaN
                        : weights[row])
                .toArray());
    }

    private static double[] weighted(double[] values, double[] weights) {
        return IntStream.range(0, values.length)
                .mapToDouble(row -> weights[row] > 0 ? values[row] : Double.NaN)
                .toArray();
    }

    private static double[] indices(CodedColumn groups) {
        return IntStream.range(0, groups.rows())
                .mapToDouble(row -> groups.isMissing(row) ? Double.NaN : groups.index(row))
                .toArray();
    }

    /** The weights above 0; NaN for all other rows, which are left out. */
    static double[] positive(ScoredColumn column, double[] weights, double confidence) {
        Interval.requireConfidence(confidence);
        if (column.rows() != weights.length) {
            throw new IllegalArgumentException("%s and its weights must have equally many rows: %d, %d"
                    .formatted(column.name(), column.rows(), weights.length));
        }
        return Arrays.stream(SurveyDesign.of(weights).weights())
                .map(weight -> weight > 0 ? weight : Double.NaN)
                .toArray();
    }
}
