package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.earshot.finding.BestWorstItems;
import io.earshot.finding.BoxScore;
import io.earshot.finding.DriverAnalysis;
import io.earshot.finding.FactorStructure;
import io.earshot.finding.Finding;
import io.earshot.finding.KanoFeature;
import io.earshot.finding.NpsTrend;
import io.earshot.finding.Period;
import io.earshot.finding.PriceAcceptance;
import io.earshot.finding.ScaleReliability;
import io.earshot.finding.ScoreSummary;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.statistics.market.BestWorst;
import io.earshot.statistics.market.Kano;
import io.earshot.statistics.regression.KeyDrivers;
import io.earshot.statistics.scale.FactorAnalysis;
import io.earshot.statistics.score.BoxScores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The modules' numbers are R's: {@code src/test/r/modules.R} says how they were come by. */
class ModulesAgainstRTest {
    private static final Path FOLDER = Path.of("src/test/resources/reports");
    private static final Selection ALL = new Selection(true, List.of());
    private static final Map<String, Double> R = expected();

    @Test
    void theTrendOfTheScore() {
        NpsTrend trend = one("checkout-feedback", new NpsTrendSection(ALL, Period.WEEK, false), NpsTrend.class);

        assertIs("trend.weeks", trend.points().size());
        assertIs("trend.scored", trend.chart().orElseThrow().n());
        assertIs("trend.first", trend.points().get(0).score().orElseThrow().score());
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
        assertIs(
                "trend.promotersHigh",
                trend.promoters().orElseThrow().points().get(0).high());
        assertIs("trend.kendallS", trend.trend().orElseThrow().s());
    }

    @Test
    void theBoxesOfFivePoints() {
        BoxScore boxes = one("checkout-feedback", new BoxesSection(ALL, false), BoxScore.class);

        BoxScores found = boxes.boxes().orElseThrow();
        assertThat(boxes.top()).containsExactly("4", "5");
        assertIs("box.top", found.top().estimate());
        assertIs("box.topLow", found.top().low());
        assertIs("box.topHigh", found.top().high());
        assertIs("box.net", found.net());
    }

    @Test
    void theDriversOfTheScore() {
        DriverAnalysis drivers = one("checkout-feedback", new DriversSection(null, ALL, false), DriverAnalysis.class);

        KeyDrivers found = drivers.importance().orElseThrow();
        assertThat(drivers.outcome().variable()).isEqualTo("nps");
        assertIs("drivers.n", found.n());
        assertIs("drivers.r2", found.rSquared());
        for (KeyDrivers.Driver driver : found.drivers()) {
            assertIs("drivers.lmg." + driver.variable(), driver.lmg());
        }
        assertIs("drivers.johnson.clear", found.drivers().get(1).relativeWeight());
        assertThat(drivers.drivers().get(1).subject().variable()).isEqualTo("clear");
        assertIs(
                "drivers.performance.clear",
                drivers.drivers().get(1).performance().orElseThrow());
    }

    @Test
    void theUsabilityScore() {
        ScoreSummary score = one("sus", new ScoresSection(ALL, false), ScoreSummary.class);

        assertThat(score.low()).hasValue(0);
        assertThat(score.high()).hasValue(100);
        assertThat(score.average()).hasValue(68);
        assertIs("sus.n", score.descriptives().orElseThrow().n());
        assertIs("sus.mean", score.descriptives().orElseThrow().mean());
        assertIs(
                "sus.low",
                score.descriptives().orElseThrow().meanInterval().orElseThrow().low());
        assertIs("sus.from70", score.bins().get(7).count());
    }

    @Test
    void thePricesWhereTheCurvesCross() {
        PriceAcceptance prices = one("price-sensitivity", new PriceSection(false), PriceAcceptance.class);

        assertThat(prices.unit()).isEqualTo("EUR");
        assertIs("prices.n", prices.points().n());
        assertIs("prices.optimal", prices.points().optimal().orElseThrow());
        assertIs("prices.indifference", prices.points().indifference().orElseThrow());
        assertIs("prices.lowest", prices.points().lowest().orElseThrow());
        assertIs("prices.highest", prices.points().highest().orElseThrow());
        assertIs("prices.points", prices.curves().points().size());
        assertIs("prices.tooCheap10", prices.curves().points().get(9).tooCheap());
        assertIs("prices.expensive10", prices.curves().points().get(9).expensive());
    }

    @Test
    void theClassesOfAFeature() {
        KanoFeature feature =
                one("kano", new KanoSection(new Selection(false, List.of("offline")), false), KanoFeature.class);

        Kano kano = feature.kano().orElseThrow();
        assertIs("kano.M", kano.counts().getOrDefault(Kano.Feature.MUST_BE, -1L));
        assertIs("kano.O", kano.counts().getOrDefault(Kano.Feature.ONE_DIMENSIONAL, -1L));
        assertIs("kano.A", kano.counts().getOrDefault(Kano.Feature.ATTRACTIVE, -1L));
        assertIs("kano.I", kano.counts().getOrDefault(Kano.Feature.INDIFFERENT, -1L));
        assertIs("kano.R", kano.counts().getOrDefault(Kano.Feature.REVERSE, -1L));
        assertIs("kano.Q", kano.counts().getOrDefault(Kano.Feature.QUESTIONABLE, -1L));
        assertIs("kano.better", kano.better().orElseThrow());
        assertIs("kano.worse", kano.worse().orElseThrow());
    }

    @Test
    void theUtilitiesOfTheBestAndTheWorst() {
        BestWorstItems items = one("max-diff", new MaxDiffSection(ALL, false), BestWorstItems.class);

        BestWorst found = items.bestWorst().orElseThrow();
        List<String> codes = items.items().stream().map(item -> item.code()).toList();
        BestWorst.Item speed = found.items().get(codes.indexOf("speed"));
        assertIs("maxdiff.shown.speed", speed.shown());
        assertIs("maxdiff.best.speed", speed.best());
        assertIs("maxdiff.worst.speed", speed.worst());
        List<BestWorst.Utility> utilities = found.fit().orElseThrow().utilities();
        assertIs(
                "maxdiff.utility.reliability",
                utilities.get(codes.indexOf("reliability")).utility());
        assertIs(
                "maxdiff.utility.design", utilities.get(codes.indexOf("design")).utility());
        assertIs("maxdiff.share.price", utilities.get(0).share());
    }

    @Test
    void theFactorsBehindTheItems() {
        Answers answers = new Answers(Bfi.questionnaire(), Bfi.answers().answers(), "en", 0.95);

        List<FactorStructure> found = new ReliabilitySection(ALL)
                .find(answers).stream()
                        .filter(FactorStructure.class::isInstance)
                        .map(FactorStructure.class::cast)
                        .toList();

        FactorStructure agreeableness = found.get(0);
        assertThat(agreeableness.reversed()).containsExactly("A1");
        assertIs(
                "factors.kmo", agreeableness.factorability().orElseThrow().kmo().orElseThrow());
        assertIs(
                "factors.msa.A1",
                agreeableness.factorability().orElseThrow().msa().get(0).orElseThrow());
        assertIs("factors.bartlett", agreeableness.factorability().orElseThrow().bartlett());
        FactorStructure all = found.get(found.size() - 1);
        assertThat(all.scale()).isEmpty();
        assertIs("factors.n", all.base().n());
        assertIs("factors.first", all.eigenvalues().orElseThrow().get(0));
        assertIs("factors.k", all.factors());
        FactorAnalysis analysis = all.analysis().orElseThrow();
        assertThat(analysis.test().orElseThrow().chiSquare()).isCloseTo(R.get("factors.chi"), within(1e-4));
        int n1 = all.items().stream().map(Subject::variable).toList().indexOf("N1");
        assertThat(analysis.loadings().get(n1).stream()
                        .mapToDouble(Math::abs)
                        .max()
                        .orElseThrow())
                .isCloseTo(R.get("factors.loading.N1"), within(1e-4));
        assertThat(analysis.uniquenesses().get(analysis.uniquenesses().size() - 1))
                .isCloseTo(R.get("factors.uniqueness.O5"), within(1e-4));
    }

    @Test
    void anItemThatGoesAgainstItsScaleIsNamed() {
        Questionnaire unmarked =
                Questionnaire.read(Bfi.template().replaceAll("\"reversed\":\\s*true", "\"reversed\": false"));
        Answers answers = new Answers(unmarked, Bfi.answers().answers(), "en", 0.95);

        ScaleReliability scale =
                (ScaleReliability) new ReliabilitySection(new Selection(false, List.of("agreeableness")))
                        .find(answers)
                        .get(0);

        assertThat(R.get("negative.rest.A1")).isNegative();
        assertThat(scale.negative()).containsExactly("A1");
    }

    private static void assertIs(String name, double value) {
        assertThat(value).as(name).isCloseTo(R.get(name), within(1e-8));
    }

    private static <F extends Finding> F one(String template, Section section, Class<F> kind) {
        List<Finding> findings = sample(template).find(section);
        assertThat(findings).hasSize(1).hasOnlyElementsOfType(kind);
        return kind.cast(findings.get(0));
    }

    static Sample sample(String template) {
        try {
            return Sample.of(template, Files.readString(FOLDER.resolve(template + ".csv")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, Double> expected() {
        try {
            return Files.readAllLines(FOLDER.resolve("modules.expected")).stream()
                    .map(line -> line.strip().split(" "))
                    .collect(Collectors.toMap(words -> words[0], words -> Double.valueOf(words[1])));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
