package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.earshot.finding.Base;
import io.earshot.finding.BestWorstItems;
import io.earshot.finding.BoxScore;
import io.earshot.finding.Counting;
import io.earshot.finding.CrossTable;
import io.earshot.finding.DataQuality;
import io.earshot.finding.DriverAnalysis;
import io.earshot.finding.Finding;
import io.earshot.finding.FindingJson;
import io.earshot.finding.FrequencyTable;
import io.earshot.finding.KanoFeature;
import io.earshot.finding.NpsTrend;
import io.earshot.finding.NumberSummary;
import io.earshot.finding.Period;
import io.earshot.finding.PriceAcceptance;
import io.earshot.finding.PromoterScore;
import io.earshot.finding.RankedOptions;
import io.earshot.finding.Results;
import io.earshot.finding.ScaleReliability;
import io.earshot.finding.ScoreSummary;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.statistics.Adjustment;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Frequencies;
import io.earshot.statistics.NetPromoterScore;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.statistics.market.BestWorst;
import io.earshot.statistics.market.Kano;
import io.earshot.statistics.regression.KeyDrivers;
import io.earshot.statistics.scale.Reliability;
import io.earshot.statistics.score.BoxScores;
import io.earshot.statistics.survey.RaoScott;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every section counts by weight, and its numbers are R's: {@code src/test/r/weights.R} says how they were come by. */
class WeightsAgainstRTest {
    private static final Selection ALL = new Selection(true, List.of());
    private static final Map<String, Double> R = expected();

    @Test
    void sharesMeansAndQuartilesOfFrequencies() {
        Selection some = new Selection(false, List.of("satisfaction", "reasons", "orders_per_year"));
        List<Finding> findings = found("checkout-feedback", new FrequenciesSection(some));

        FrequencyTable table = (FrequencyTable) findings.get(0);
        assertIs("base.n", table.base().n());
        assertIs("base.weighted", table.base().weighted());
        assertIs("base.effective", table.base().nEffective());
        Frequencies.Row four = table.frequencies().rows().get(3);
        assertIs("frequency.share", four.share().orElseThrow().estimate());
        assertIs("frequency.low", four.share().orElseThrow().low());
        assertIs("frequency.high", four.share().orElseThrow().high());
        assertIs("frequency.ofAll", table.sharesOfAll().get(3));
        Descriptives codes = table.scores().orElseThrow();
        assertIs("frequency.mean", codes.mean());
        assertIs("frequency.meanLow", codes.meanInterval().orElseThrow().low());
        assertIs("frequency.sd", codes.sd().orElseThrow());
        FrequencyTable reasons = (FrequencyTable) findings.get(1);
        Frequencies.Row price = reasons.frequencies().rows().stream()
                .filter(row -> row.code().equals("price"))
                .findFirst()
                .orElseThrow();
        assertIs("multiple.share", price.share().orElseThrow().estimate());
        assertIs("multiple.low", price.share().orElseThrow().low());
        Descriptives orders = ((NumberSummary) findings.get(2)).descriptives().orElseThrow();
        assertIs("number.mean", orders.mean());
        assertIs("number.high", orders.meanInterval().orElseThrow().high());
        assertIs("number.sd", orders.sd().orElseThrow());
        assertIs("number.q1", orders.q1());
        assertIs("number.median", orders.median());
        assertIs("number.q3", orders.q3());
        assertThat(reason(orders.trimmedMean())).contains(Reason.NO_WEIGHTED_METHOD);
    }

    @Test
    void theScoreWithAllOfItsIntervals() {
        PromoterScore finding = one("checkout-feedback", new NpsSection(ALL), PromoterScore.class);

        NetPromoterScore score = finding.score().orElseThrow();
        assertThat(finding.base().counting()).isEqualTo(Counting.BY_WEIGHT);
        assertIs("nps.score", score.score());
        assertIs("nps.error", score.standardError());
        assertIs("nps.low", score.wald().low());
        assertIs("nps.studentLow", score.student().orElseThrow().low());
        assertIs("nps.promoters", finding.promoterShare().orElseThrow());
        assertIs("nps.detractors", finding.detractorShare().orElseThrow());
        assertIs("nps.adjusted", score.adjustedWald().estimate());
        assertIs("nps.adjustedLow", score.adjustedWald().low());
    }

    @Test
    void theTrendOfTheScorePeriodByPeriod() {
        NpsTrend trend = one("checkout-feedback", new NpsTrendSection(ALL, Period.WEEK, false), NpsTrend.class);

        NpsTrend.Point first = trend.points().get(0);
        assertIs("trend.first", first.score().orElseThrow().score());
        assertIs("trend.firstLow", first.score().orElseThrow().wald().low());
        assertIs("trend.firstEffective", first.nEffective());
        assertIs(
                "trend.last",
                trend.points()
                        .get(trend.points().size() - 1)
                        .score()
                        .orElseThrow()
                        .score());
        assertIs("trend.centre", trend.chart().orElseThrow().centre());
        assertIs("trend.low", trend.chart().orElseThrow().low());
        assertIs(
                "trend.armitage",
                trend.promoters().orElseThrow().trend().orElseThrow().chiSquare());
    }

    @Test
    void theBoxesAndTheirNet() {
        BoxScores boxes = one("checkout-feedback", new BoxesSection(ALL, false), BoxScore.class)
                .boxes()
                .orElseThrow();

        assertIs("box.top", boxes.top().estimate());
        assertIs("box.topLow", boxes.top().low());
        assertIs("box.net", boxes.net());
        assertIs("box.netError", boxes.netStandardError());
        assertIs("frequency.mean", boxes.mean());
    }

    @Test
    void theDriversByWeightedCorrelations() {
        DriverAnalysis drivers = one("checkout-feedback", new DriversSection(null, ALL, false), DriverAnalysis.class);

        KeyDrivers found = drivers.importance().orElseThrow();
        assertIs("drivers.r2", found.rSquared());
        found.drivers().forEach(driver -> assertIs("drivers.lmg." + driver.variable(), driver.lmg()));
        assertIs("drivers.correlation.clear", found.drivers().get(1).correlation());
        assertIs("drivers.johnson.clear", found.drivers().get(1).relativeWeight());
        assertIs(
                "drivers.performance.clear",
                drivers.drivers().get(1).performance().orElseThrow());
    }

    @Test
    void aScoreAndHowItSpreads() {
        ScoreSummary score = one("sus", new ScoresSection(ALL, false), ScoreSummary.class);

        assertIs("score.mean", score.descriptives().orElseThrow().mean());
        assertIs(
                "score.low",
                score.descriptives().orElseThrow().meanInterval().orElseThrow().low());
        assertIs("score.from70", score.bins().get(7).share());
    }

    @Test
    void alphaWithItsLinearisedIntervalAndItsItems() {
        ScaleReliability scale =
                (ScaleReliability) new ReliabilitySection(new Selection(false, List.of("agreeableness")))
                        .find(bfi())
                        .get(0);

        Reliability found = scale.reliability().orElseThrow();
        assertIs("alpha", found.alpha().estimate());
        assertIs("alpha.low", found.alpha().low());
        assertIs("alpha.high", found.alpha().high());
        Reliability.Item first = found.items().get(0);
        assertThat(first.reversed()).isTrue();
        assertIs("alpha.mean.A1", first.mean());
        assertIs("alpha.sd.A1", first.sd());
        assertIs("alpha.rest.A1", first.itemRestCorrelation().orElseThrow());
        assertIs("alpha.dropped.A1", first.alphaIfDropped().orElseThrow());
    }

    @Test
    void aCrosstabWithRaoAndScottsTest() {
        CrossTable table = (CrossTable)
                new CrosstabSection("gender", "education").find(bfi()).get(0);

        assertIs("crosstab.share", table.columnShares().get(1).get(2).orElseThrow());
        assertIs("crosstab.total", table.totalShares().get(1).orElseThrow());
        assertIs(
                "crosstab.effective", table.weighted().orElseThrow().effective().get(2));
        RaoScott test = table.weighted().orElseThrow().test().orElseThrow();
        assertIs("crosstab.f", test.f());
        assertIs("crosstab.ndf", test.numeratorDf());
        assertIs("crosstab.ddf", test.denominatorDf());
        assertIs("crosstab.p", test.p());
        assertThat(reason(table.crosstab().test())).contains(Reason.NO_WEIGHTED_METHOD);
    }

    @Test
    void thePricesWhereWeightedCurvesCross() {
        PriceAcceptance prices = one("price-sensitivity", new PriceSection(false), PriceAcceptance.class);

        assertIs("prices.optimal", prices.points().optimal().orElseThrow());
        assertIs("prices.indifference", prices.points().indifference().orElseThrow());
        assertIs("prices.lowest", prices.points().lowest().orElseThrow());
        assertIs("prices.highest", prices.points().highest().orElseThrow());
        assertIs("prices.tooCheap10", prices.curves().points().get(9).tooCheap());
        assertIs("prices.effective", prices.base().nEffective());
    }

    @Test
    void kanosClassesByWeight() {
        Kano kano = one("kano", new KanoSection(new Selection(false, List.of("offline")), false), KanoFeature.class)
                .kano()
                .orElseThrow();

        Map.of(
                        "M", Kano.Feature.MUST_BE,
                        "O", Kano.Feature.ONE_DIMENSIONAL,
                        "A", Kano.Feature.ATTRACTIVE,
                        "I", Kano.Feature.INDIFFERENT,
                        "R", Kano.Feature.REVERSE,
                        "Q", Kano.Feature.QUESTIONABLE)
                .forEach((letter, feature) ->
                        assertIs("kano." + letter, kano.weighted().getOrDefault(feature, -1.0)));
        assertIs("kano.better", kano.better().orElseThrow());
        assertIs("kano.worse", kano.worse().orElseThrow());
        assertIs("kano.fong", kano.fongLimit());
    }

    @Test
    void utilitiesOfTheWeightedLikelihoodWithRobustErrors() {
        BestWorstItems items = one("max-diff", new MaxDiffSection(ALL, false), BestWorstItems.class);

        BestWorst found = items.bestWorst().orElseThrow();
        List<String> codes = items.items().stream().map(item -> item.code()).toList();
        assertIs(
                "maxdiff.score.speed",
                found.items().get(codes.indexOf("speed")).score().orElseThrow());
        BestWorst.Utility design = found.fit().orElseThrow().utilities().get(codes.indexOf("design"));
        assertIs("maxdiff.utility.design", design.utility());
        assertIs("maxdiff.error.design", design.standardError());
        assertIs(
                "maxdiff.share.price",
                found.fit().orElseThrow().utilities().get(0).share());
    }

    @Test
    void whatHasNoWeightedFormSaysSoInWords() {
        DataQuality quality = one("sus", new DataQualitySection(false), DataQuality.class);
        assertThat(quality.base()).isEqualTo(Base.of(40, 30, Counting.RESPONSES));
        assertThat(quality.base().because()).contains("responses");
        Questionnaire questionnaire = Questionnaire.read(
                """
                {"name": "r", "title": "R", "defaultLanguage": "en", "pages": [{"name": "p", "elements": [
                  {"type": "ranking", "name": "order", "text": "Order?", "options": [
                    {"code": "a", "text": "A"}, {"code": "b", "text": "B"}]}]}]}""");
        RankedOptions ranked = (RankedOptions) new RankingSection(ALL, false)
                .find(weighted(new Answers(questionnaire, read("order\na;b\nb;a\na;b\n", questionnaire), "en", 0.95)))
                .get(0);

        // Weights 1, 1.5 and 2: a is first for 3 of 4.5.
        assertThat(ranked.options().get(0).share().orElseThrow().estimate()).isCloseTo(3 / 4.5, within(1e-12));
        assertThat(reason(ranked.friedman())).contains(Reason.NO_WEIGHTED_METHOD);
    }

    @Test
    void inJsonABaseSaysHowItCounts() {
        Results plain = ModulesAgainstRTest.sample("sus").results("data-quality", "en");

        String json = FindingJson.write(new Results(
                plain.about(),
                plain.codebook(),
                List.of(one("sus", new DataQualitySection(false), DataQuality.class))));

        assertThat(json).contains("\"counting\":\"responses\"", "\"because\":\"How responses were given");
    }

    private static Optional<Reason> reason(Outcome<?> outcome) {
        return outcome.cases(defined -> Optional.empty(), undefined -> Optional.of(undefined.reason()));
    }

    private static void assertIs(String name, double value) {
        assertThat(value).as(name).isCloseTo(R.getOrDefault(name, Double.NaN), within(1e-8));
    }

    private static <F extends Finding> F one(String template, Section section, Class<F> kind) {
        List<Finding> findings = found(template, section);
        assertThat(findings).hasSize(1).hasOnlyElementsOfType(kind);
        return kind.cast(findings.get(0));
    }

    private static List<Finding> found(String template, Section section) {
        return section.find(weighted(ModulesAgainstRTest.sample(template).answers("en")));
    }

    private static Answers bfi() {
        return weighted(new Answers(Bfi.questionnaire(), Bfi.answers().answers(), "en", 0.95));
    }

    private static io.earshot.dataset.Dataset read(String csv, Questionnaire questionnaire) {
        try {
            return io.earshot.dataset.CsvDataset.read(new StringReader(csv), questionnaire)
                    .answers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answers weighted(Answers answers) {
        double[] weights = new double[answers.data().rows()];
        Arrays.setAll(weights, row -> 0.5 + (row + 1) % 5 / 2.0);
        return answers.by(new Setting(
                Optional.of(weights), List.of(), List.of(), Adjustment.NONE, OptionalDouble.empty(), 30, 10, 1));
    }

    private static Map<String, Double> expected() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/reports/weights.expected")).stream()
                    .map(line -> line.strip().split(" "))
                    .collect(Collectors.toMap(words -> words[0], words -> Double.valueOf(words[1])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
