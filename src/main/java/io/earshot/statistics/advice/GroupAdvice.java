package io.earshot.statistics.advice;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Samples;
import io.earshot.statistics.ShapiroWilk;
import io.earshot.statistics.group.Anova;
import io.earshot.statistics.group.TwoSamples;
import io.earshot.statistics.group.WelchAnova;
import io.earshot.statistics.rank.KruskalWallis;
import io.earshot.statistics.rank.MannWhitney;
import io.earshot.statistics.rank.Ranks;

/** Tests of ordered answers and numbers of several groups. */
final class GroupAdvice {
    /** From here on means of groups are near enough to normal whatever the answers are. */
    private static final int MANY = 30;

    private static final double NORMALITY = 0.05;

    private GroupAdvice() {}

    static Outcome<Advice> between(ScoredColumn outcome, CodedColumn groups, double confidence) {
        Samples samples = Samples.of(outcome.scores(), groups).used();
        if (samples.size() < 2) {
            return Outcome.undefined(
                    Reason.TOO_FEW_CATEGORIES,
                    "%s has answers in %d group of %s: a comparison needs two",
                    outcome.name(),
                    samples.size(),
                    groups.name());
        }
        Choice choice = choice(outcome, samples);
        return choice.means() ? means(samples, choice.why(), confidence) : ranks(samples, choice.why(), confidence);
    }

    /**
     * Whether means or ranks are compared.
     *
     * @param why a sentence
     */
    record Choice(boolean means, String why) {}

    static Choice choice(ScoredColumn outcome, Samples samples) {
        String groupsOf = samples.size() == 2 ? "two groups" : samples.size() + " groups";
        String of = "%s of %s of different people".formatted(outcome.name(), groupsOf);
        if (!Advice.isScale(outcome)) {
            return new Choice(false, of + " is ordered, but its steps needn't be equal, so ranks are compared");
        }
        return meansFit(samples)
                ? new Choice(true, of + " is a number, and groups are large or look normal, so means are compared")
                : new Choice(
                        false,
                        of
                                + " is a number, but a group below %d doesn't look normal, so ranks are compared"
                                        .formatted(MANY));
    }

    private static boolean meansFit(Samples samples) {
        return samples.values().stream()
                .allMatch(sample -> sample.length >= MANY
                        || ShapiroWilk.of(sample)
                                .map(test -> test.p() >= NORMALITY)
                                .toOptional()
                                .orElse(true));
    }

    private static Outcome<Advice> means(Samples samples, String why, double confidence) {
        String unequal = why + ", without assuming equal spread";
        return samples.size() == 2
                ? TwoSamples.of(samples.group(0), samples.group(1), confidence)
                        .map(test -> new Advice(
                                Method.WELCH_T,
                                unequal,
                                samples.n(),
                                test.welch().p(),
                                Effect.of(Measurement.COHENS_D, test.cohensD())))
                : WelchAnova.of(samples).flatMap(test -> shareBetween(Measurement.ETA_SQUARED, samples, confidence)
                        .map(effect -> new Advice(Method.WELCH_ANOVA, unequal, samples.n(), test.p(), effect)));
    }

    private static Outcome<Advice> ranks(Samples samples, String why, double confidence) {
        if (samples.size() > 2) {
            return KruskalWallis.of(samples).flatMap(test -> shareBetween(
                            Measurement.EPSILON_SQUARED,
                            samples.with(Ranks.of(samples.all()).ranks()),
                            confidence)
                    .map(effect -> new Advice(Method.KRUSKAL_WALLIS, why, samples.n(), test.p(), effect)));
        }
        return MannWhitney.of(samples.group(0), samples.group(1), confidence)
                .map(test -> new Advice(
                        Method.MANN_WHITNEY,
                        why,
                        samples.n(),
                        Math.min(1, test.exactP().toOptional().orElse(test.p())),
                        Effect.of(
                                Measurement.RANK_BISERIAL,
                                EffectIntervals.byFisher(
                                        test.rankBiserial(),
                                        EffectIntervals.rankError(samples.n(0), samples.n(1)),
                                        confidence))));
    }

    /** Of ranks this is H / (n - 1), and its interval that of their analysis of variance. */
    private static Outcome<Effect> shareBetween(Measurement measurement, Samples samples, double confidence) {
        return Anova.of(samples)
                .flatMap(anova -> Double.isInfinite(anova.f())
                        ? Outcome.undefined(
                                Reason.NO_VARIATION,
                                "answers don't vary within groups, so the share between them has no interval")
                        : Outcome.of(Effect.of(
                                measurement,
                                EffectIntervals.etaSquared(
                                        anova.etaSquared(),
                                        anova.f(),
                                        anova.degreesBetween(),
                                        anova.degreesWithin(),
                                        confidence))));
    }
}
