package io.earshot.finding;

/** What one of the report's modules found, beyond tables of answers. */
public sealed interface ModuleFinding extends Finding
        permits NpsTrend,
                BoxScore,
                ScoreSummary,
                DriverAnalysis,
                PriceAcceptance,
                KanoFeature,
                BestWorstItems,
                RankedOptions,
                FactorStructure,
                Verbatims,
                CodedTexts,
                ResponseFunnel,
                DataQuality,
                NotPooled,
                LeftOut {
    <R> R modules(Modules<R> modules);

    @Override
    default <R> R cases(Finding.Cases<R> cases) {
        return cases.module(this);
    }

    /** What to do with each module's finding. */
    interface Modules<R> {
        R npsTrend(NpsTrend finding);

        R boxScore(BoxScore finding);

        R score(ScoreSummary finding);

        R drivers(DriverAnalysis finding);

        R prices(PriceAcceptance finding);

        R kano(KanoFeature finding);

        R bestWorst(BestWorstItems finding);

        R ranking(RankedOptions finding);

        R factors(FactorStructure finding);

        R codedTexts(CodedTexts finding);

        R verbatims(Verbatims finding);

        R funnel(ResponseFunnel finding);

        R quality(DataQuality finding);

        R notPooled(NotPooled finding);

        R leftOut(LeftOut finding);
    }
}
