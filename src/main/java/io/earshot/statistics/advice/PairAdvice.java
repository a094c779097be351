package io.earshot.statistics.advice;

import io.earshot.dataset.ScoredColumn;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.correlation.Pearson;
import io.earshot.statistics.correlation.Spearman;
import io.earshot.statistics.group.OneSample;
import io.earshot.statistics.rank.SignedRank;

/** Tests of two ordered answers or numbers of the same people. */
final class PairAdvice {
    private PairAdvice() {}

    static Outcome<Advice> paired(ScoredColumn first, ScoredColumn second, double confidence) {
        String of = "%s and %s are of the same people".formatted(first.name(), second.name());
        if (Advice.isScale(first) && Advice.isScale(second)) {
            return OneSample.ofPairs(first.scores(), second.scores(), confidence)
                    .map(test -> new Advice(
                            Method.PAIRED_T,
                            of + " and numbers, so the mean of their differences is compared with 0",
                            test.n(),
                            test.test().p(),
                            Effect.of(
                                    Measurement.COHENS_D_Z,
                                    EffectIntervals.meanOfDifferences(
                                            test.effect(), test.test().t(), test.n(), confidence))));
        }
        return SignedRank.of(first.scores(), second.scores())
                .map(test -> new Advice(
                        Method.SIGNED_RANK,
                        of + " and ordered, but their steps needn't be equal, so changes are ranked",
                        test.pairs(),
                        test.exactP().toOptional().orElse(test.p()),
                        Effect.of(
                                Measurement.MATCHED_RANK_BISERIAL,
                                EffectIntervals.byFisher(
                                        test.rankBiserial(),
                                        EffectIntervals.signedRankError(test.different()),
                                        confidence))));
    }

    static Outcome<Advice> related(ScoredColumn first, ScoredColumn second, double confidence) {
        String of = "%s and %s".formatted(first.name(), second.name());
        if (Advice.isScale(first) && Advice.isScale(second)) {
            return Pearson.of(first.scores(), second.scores(), confidence).flatMap(test -> test.interval()
                    .map(interval -> new Advice(
                            Method.PEARSON,
                            of + " are numbers, so their straight-line relation is measured",
                            test.n(),
                            test.p(),
                            Effect.of(Measurement.CORRELATION, interval))));
        }
        return Spearman.of(first.scores(), second.scores())
                .flatMap(test -> test.n() < 4
                        ? Outcome.undefined(
                                Reason.TOO_FEW_ANSWERS, "the interval of a correlation needs four pairs: %d", test.n())
                        : Outcome.of(new Advice(
                                Method.SPEARMAN,
                                of + " are ordered, but their steps needn't be equal, so ranks are related",
                                test.n(),
                                test.exactP().toOptional().orElse(test.p()),
                                Effect.of(
                                        Measurement.CORRELATION,
                                        EffectIntervals.byFisher(
                                                test.rho(),
                                                EffectIntervals.spearmanError(test.rho(), test.n()),
                                                confidence)))));
    }
}
