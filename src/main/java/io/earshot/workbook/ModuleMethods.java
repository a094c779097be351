package io.earshot.workbook;

import io.earshot.finding.BestWorstItems;
import io.earshot.finding.BoxScore;
import io.earshot.finding.DataQuality;
import io.earshot.finding.DriverAnalysis;
import io.earshot.finding.KanoFeature;
import io.earshot.finding.LeftOut;
import io.earshot.finding.ModuleFinding;
import io.earshot.finding.NpsTrend;
import io.earshot.finding.PriceAcceptance;
import io.earshot.finding.RankedOptions;
import io.earshot.finding.ResponseFunnel;
import io.earshot.finding.ScoreSummary;
import io.earshot.finding.Verbatims;
import java.util.List;

/** The methods that each module's finding uses, by their keys. */
final class ModuleMethods implements ModuleFinding.Modules<List<String>> {
    @Override
    public List<String> npsTrend(NpsTrend finding) {
        return List.of("nps", "xmr", "pChart", "kendall");
    }

    @Override
    public List<String> boxScore(BoxScore finding) {
        return List.of("wilson", "boxes");
    }

    @Override
    public List<String> score(ScoreSummary finding) {
        return List.of("mean", "quartiles", "score");
    }

    @Override
    public List<String> drivers(DriverAnalysis finding) {
        return List.of("lmg", "johnson", "performance");
    }

    @Override
    public List<String> prices(PriceAcceptance finding) {
        return List.of("prices");
    }

    @Override
    public List<String> kano(KanoFeature finding) {
        return List.of("kano", "fong");
    }

    @Override
    public List<String> bestWorst(BestWorstItems finding) {
        return List.of("bestWorst");
    }

    @Override
    public List<String> ranking(RankedOptions finding) {
        return List.of("wilson", "mean", "friedman");
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
    public List<String> leftOut(LeftOut finding) {
        return List.of();
    }
}
