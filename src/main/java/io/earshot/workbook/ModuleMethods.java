package io.earshot.workbook;

import io.earshot.finding.Base;
import io.earshot.finding.BestWorstItems;
import io.earshot.finding.BoxScore;
import io.earshot.finding.CodedTexts;
import io.earshot.finding.Counting;
import io.earshot.finding.DataQuality;
import io.earshot.finding.DriverAnalysis;
import io.earshot.finding.FactorStructure;
import io.earshot.finding.KanoFeature;
import io.earshot.finding.LeftOut;
import io.earshot.finding.ModuleFinding;
import io.earshot.finding.NotPooled;
import io.earshot.finding.NpsTrend;
import io.earshot.finding.PriceAcceptance;
import io.earshot.finding.RankedOptions;
import io.earshot.finding.ResponseFunnel;
import io.earshot.finding.ScoreSummary;
import io.earshot.finding.Verbatims;
import java.util.List;
import java.util.stream.Stream;

/** The methods that each module's finding uses, by their keys. */
final class ModuleMethods implements ModuleFinding.Modules<List<String>> {
    @Override
    public List<String> npsTrend(NpsTrend finding) {
        return List.of(weighted(finding.base()) ? "npsWeighted" : "nps", "npsScore", "xmr", "pChart", "kendall");
    }

    @Override
    public List<String> boxScore(BoxScore finding) {
        return List.of(weighted(finding.base()) ? "wilsonWeighted" : "wilson", "boxes");
    }

    @Override
    public List<String> score(ScoreSummary finding) {
        return weighted(finding.base())
                ? List.of("meanWeighted", "quartilesWeighted", "score")
                : List.of("mean", "quartiles", "score");
    }

    @Override
    public List<String> drivers(DriverAnalysis finding) {
        return with(finding.base(), "driversWeighted", "lmg", "johnson", "performance");
    }

    @Override
    public List<String> prices(PriceAcceptance finding) {
        return with(finding.base(), "pricesWeighted", "prices");
    }

    @Override
    public List<String> kano(KanoFeature finding) {
        return with(finding.base(), "kanoWeighted", "kano", "fong");
    }

    @Override
    public List<String> bestWorst(BestWorstItems finding) {
        return with(finding.base(), "bestWorstWeighted", "bestWorst");
    }

    @Override
    public List<String> ranking(RankedOptions finding) {
        return weighted(finding.base())
                ? List.of("wilsonWeighted", "meanWeighted")
                : List.of("wilson", "mean", "friedman");
    }

    @Override
    public List<String> factors(FactorStructure finding) {
        return List.of("factorability", "factors", "omega");
    }

    @Override
    public List<String> codedTexts(CodedTexts finding) {
        return List.of(weighted(finding.base()) ? "wilsonWeighted" : "wilson");
    }

    @Override
    public List<String> verbatims(Verbatims finding) {
        return List.of();
    }

    @Override
    public List<String> funnel(ResponseFunnel finding) {
        return List.of("wilson", "aapor");
    }

    @Override
    public List<String> quality(DataQuality finding) {
        return List.of("speed", "straight", "mahalanobis", "itemMissing");
    }

    @Override
    public List<String> notPooled(NotPooled finding) {
        return List.of();
    }

    @Override
    public List<String> leftOut(LeftOut finding) {
        return List.of();
    }

    private static boolean weighted(Base base) {
        return base.counting() == Counting.BY_WEIGHT;
    }

    /** The usual methods, and what weights do to them. */
    private static List<String> with(Base base, String ofWeights, String... usual) {
        return weighted(base)
                ? Stream.concat(Stream.of(usual), Stream.of(ofWeights)).toList()
                : List.of(usual);
    }
}
