package io.earshot.statistics.advice;

import io.earshot.dataset.CodedColumn;
import io.earshot.statistics.Independence;
import io.earshot.statistics.Interval;
import io.earshot.statistics.JointCounts;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.Share;
import io.earshot.statistics.ShareIntervals;
import io.earshot.statistics.table.CountTable;
import io.earshot.statistics.table.FisherExact;
import io.earshot.statistics.table.McNemar;

/** Tests of categories. */
final class CategoryAdvice {
    private CategoryAdvice() {}

    static Outcome<Advice> between(CodedColumn outcome, CodedColumn groups, double confidence) {
        CountTable table =
                CountTable.of(JointCounts.of(outcome, groups).counts()).trimmed();
        return Independence.of(table.toArray()).flatMap(test -> {
            boolean twoByTwo = table.rows() == 2 && table.columns() == 2;
            return twoByTwo && test.expectedTooSmall()
                    ? fisher(table, outcome, groups, test, confidence)
                    : Outcome.of(chiSquare(table, outcome, groups, test, confidence));
        });
    }

    private static Outcome<Advice> fisher(
            CountTable table, CodedColumn outcome, CodedColumn groups, Independence test, double confidence) {
        String why = "%s and %s are categories, two by two, with an expected count of only %.1f, so the exact test fits"
                .formatted(outcome.name(), groups.name(), test.smallestExpected());
        return FisherExact.of(table, confidence)
                .map(exact -> new Advice(
                        Method.FISHER_EXACT,
                        why,
                        table.n(),
                        exact.p(),
                        Effect.of(Measurement.ODDS_RATIO, exact.oddsRatio())));
    }

    private static Advice chiSquare(
            CountTable table, CodedColumn outcome, CodedColumn groups, Independence test, double confidence) {
        int shorter = Math.min(table.rows(), table.columns());
        String trust = test.expectedTooSmall()
                ? "; %d of %d expected counts are below 5, so take its p as rough"
                        .formatted(test.cellsBelowFive(), test.cells())
                : " and expected counts are large enough";
        return new Advice(
                Method.CHI_SQUARE,
                "%s and %s are categories of different people".formatted(outcome.name(), groups.name()) + trust,
                table.n(),
                test.p(),
                Effect.of(
                        Measurement.CRAMERS_V,
                        EffectIntervals.cramersV(
                                test.cramersV(),
                                test.chiSquare(),
                                test.degreesOfFreedom(),
                                table.n(),
                                shorter,
                                confidence),
                        Math.sqrt(shorter - 1.0)));
    }

    static Outcome<Advice> paired(CodedColumn first, CodedColumn second, double confidence) {
        requireSameCodes(first, second);
        CountTable table = CountTable.of(JointCounts.of(first, second).counts());
        String why = "%s and %s are categories of the same people".formatted(first.name(), second.name());
        return table.n() == 0
                ? Outcome.undefined(Reason.NO_ANSWERS, "nobody answered both %s and %s", first.name(), second.name())
                : McNemar.of(table)
                        .flatMap(test -> table.rows() == 2
                                ? mcNemar(table, test, why + ", two of them", confidence)
                                : bowker(table, test, why, confidence));
    }

    private static Outcome<Advice> mcNemar(CountTable table, McNemar test, String why, double confidence) {
        long there = table.count(0, 1);
        return ShareIntervals.of(there, there + table.count(1, 0), confidence).map(shares -> {
            var share = shares.clopperPearson();
            return new Advice(
                    Method.MC_NEMAR,
                    why + "; its exact p counts only those who changed",
                    table.n(),
                    Math.min(1, test.exactP().orElse(test.p())),
                    Effect.of(
                            Measurement.COHENS_G,
                            new Interval(share.estimate() - 0.5, share.low() - 0.5, share.high() - 0.5, confidence)));
        });
    }

    private static Outcome<Advice> bowker(CountTable table, McNemar test, String why, double confidence) {
        long same = 0;
        for (int i = 0; i < table.rows(); i++) {
            same += table.count(i, i);
        }
        return Share.wilson(table.n() - same, table.n(), confidence)
                .map(share -> new Advice(
                        Method.BOWKER, why, table.n(), test.p(), Effect.of(Measurement.SHARE_CHANGED, share)));
    }

    static void requireSameCodes(CodedColumn first, CodedColumn second) {
        if (!first.codes().equals(second.codes())) {
            throw new IllegalArgumentException("%s and %s must have the same codes: %s, %s"
                    .formatted(first.name(), second.name(), first.codes(), second.codes()));
        }
    }
}
