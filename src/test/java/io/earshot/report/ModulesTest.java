package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.finding.DataQuality;
import io.earshot.finding.FindingJson;
import io.earshot.finding.LeftOut;
import io.earshot.finding.NpsTrend;
import io.earshot.finding.Period;
import io.earshot.finding.RankedOptions;
import io.earshot.finding.ResponseFunnel;
import io.earshot.finding.ResponseFunnel.Counts;
import io.earshot.finding.ResponseFunnel.Day;
import io.earshot.problem.Fault;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.statistics.NetPromoterScore;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModulesTest {
    private static final Selection ALL = new Selection(true, List.of());
    private static final String NPS = "id,started_at,submitted_at,nps\n";

    @Test
    void anAnswerOfSundayNightInLondonIsOfMondayInParis() {
        NpsTrend trend = trend(NPS + "1,,2026-03-01T23:30:00Z,10\n", Period.WEEK);

        assertThat(trend.points()).extracting(NpsTrend.Point::from).containsExactly(LocalDate.of(2026, 3, 2));
    }

    @Test
    void aWeekWithoutAnswersIsShownWithoutAScore() {
        NpsTrend trend = trend(NPS + "1,,2026-03-02T10:00:00Z,10\n2,,2026-03-17T10:00:00Z,0\n", Period.WEEK);

        assertThat(trend.points())
                .extracting(NpsTrend.Point::n, point -> point.score().isDefined())
                .containsExactly(tuple(1L, true), tuple(0L, false), tuple(1L, true));
        assertThat(trend.chart().orElseThrow().centre()).isZero();
    }

    @Test
    void anAnswerWithoutATimeIsInNoPeriodAndSaid() {
        NpsTrend trend = trend(NPS + "1,,,10\n2,,2026-03-17T10:00:00Z,0\n", Period.DAY);

        assertThat(trend.undated()).isEqualTo(1);
        assertThat(trend.points()).hasSize(1);
    }

    @Test
    void aPeriodOfFewAnswersIsFlagged() {
        NpsTrend trend = trend(NPS + "1,,2026-03-17T10:00:00Z,0\n", Period.MONTH);

        assertThat(trend.points().get(0).smallBase()).isTrue();
        assertThat(trend.points().get(0).from()).isEqualTo("2026-03-01");
        assertThat(trend.points().get(0).score().map(NetPromoterScore::score).orElseThrow())
                .isEqualTo(-100);
    }

    @Test
    void aRankingTellsMeanRanksAndFirstChoices() throws IOException {
        Questionnaire questionnaire = Questionnaire.read(
                """
                {"name": "r", "title": "R", "defaultLanguage": "en", "pages": [{"name": "p", "elements": [
                  {"type": "ranking", "name": "order", "text": "Order?", "options": [
                    {"code": "a", "text": "A"}, {"code": "b", "text": "B"}, {"code": "c", "text": "C"}]}]}]}""");
        var extract = io.earshot.dataset.CsvDataset.read(
                new java.io.StringReader("order\na;b;c\na;c;b\nb;a;c\n"), questionnaire);

        RankedOptions ranked = (RankedOptions) new RankingSection(ALL, false)
                .find(new Answers(questionnaire, extract.answers(), "en", 0.95))
                .get(0);

        assertThat(ranked.base().n()).isEqualTo(3);
        assertThat(ranked.options())
                .extracting(RankedOptions.Option::code, RankedOptions.Option::first, option -> option.ranks()
                        .orElseThrow()
                        .mean())
                .containsExactly(tuple("a", 2L, 4 / 3.0), tuple("b", 1L, 2.0), tuple("c", 0L, 8 / 3.0));
        // Rank sums 4, 6 and 8: 12 / (3 · 3 · 4) · (16 + 36 + 64) - 3 · 3 · 4 = 8/3.
        assertThat(ranked.friedman().orElseThrow().chiSquare()).isCloseTo(8 / 3.0, within(1e-12));
    }

    @Test
    void theFunnelAddsUpItsDaysAndNamesItsRates() {
        Sample sample = Sample.of("nps", NPS)
                .in(new Circumstances(
                        List.of(),
                        ZoneId.of("UTC"),
                        List.of(
                                new Day(LocalDate.of(2026, 3, 2), new Counts(100, 40, 30, 10, 15, 5, 10)),
                                new Day(LocalDate.of(2026, 3, 3), new Counts(60, 20, 20, 5, 5, 0, 5))),
                        7));

        ResponseFunnel funnel =
                (ResponseFunnel) sample.find(new ResponseRatesSection(false)).get(0);

        assertThat(funnel.total()).isEqualTo(new Counts(160, 60, 50, 15, 20, 5, 15));
        assertThat(funnel.steps())
                .extracting(
                        ResponseFunnel.Step::name,
                        step -> step.share().orElseThrow().estimate())
                .containsExactly(
                        tuple("granted", 60 / 160.0),
                        tuple("seen", 50 / 60.0),
                        tuple("started", 20 / 50.0),
                        tuple("complete", 15 / 20.0));
        // I 15, P 5, R 30, NC 10.
        assertThat(funnel.rates().response().number(5).orElseThrow()).isCloseTo(15 / 60.0, within(1e-15));
        assertThat(funnel.rates().response().number(6).orElseThrow()).isCloseTo(20 / 60.0, within(1e-15));
        assertThat(funnel.rates().cooperation().number(1).orElseThrow()).isCloseTo(15 / 50.0, within(1e-15));
        assertThat(funnel.unprompted()).isEqualTo(7);
    }

    @Test
    void whoIsTooFastOrAnswersInAStraightLineIsFlaggedAndLeftOutOfTheSecondResult() {
        String head = "id,started_at,submitted_at,sus_1,sus_2,sus_3,sus_4,sus_5,sus_6,sus_7,sus_8,sus_9,sus_10\n";
        String start = "2026-03-02T10:00:00Z,2026-03-02T10:";
        Sample sample = Sample.of(
                "sus",
                head + "1," + start + "01:00Z,5,1,5,1,5,1,5,1,5,1\n"
                        + "2," + start + "01:00Z,3,3,3,3,3,3,3,3,3,3\n"
                        + "3," + start + "00:10Z,4,2,4,2,4,2,4,2,4,2\n"
                        + "4," + start + "01:10Z,4,1,5,1,5,1,5,1,5,\n"
                        + "5," + start + "01:20Z,4,2,4,2,4,2,4,2,4,2\n");

        DataQuality quality =
                (DataQuality) sample.find(new DataQualitySection(false)).get(0);

        assertThat(quality.flagged()).isEqualTo(2);
        assertThat(quality.speed().orElseThrow().median()).isEqualTo(60);
        assertThat(quality.speed().orElseThrow().belowThird()).isEqualTo(1);
        assertThat(quality.scales())
                .extracting(
                        DataQuality.ScaleSigns::n,
                        DataQuality.ScaleSigns::complete,
                        DataQuality.ScaleSigns::straight,
                        DataQuality.ScaleSigns::duplicates)
                .containsExactly(tuple(5L, 4L, 1L, 1L));
        assertThat(quality.items())
                .filteredOn(item -> item.missing() > 0)
                .extracting(item -> item.subject().variable(), DataQuality.ItemMissing::asked)
                .containsExactly(tuple("sus_10", 5L));
        // Scores 100, 50, 75 and 75; without the flagged 100 and 75.
        assertThat(quality.robustness())
                .extracting(
                        result -> result.all().orElseThrow().estimate(),
                        result -> result.without().orElseThrow().estimate())
                .containsExactly(tuple(75.0, 87.5));
    }

    @Test
    void aSectionThatTheQuestionnaireHasNothingForIsAFaultUnlessItIsOptional() {
        Sample sample = Sample.of("nps", NPS);

        assertThat(new KanoSection(ALL, false).check(sample.questionnaire()))
                .extracting(Fault::code)
                .containsExactly("section-without-questions");
        assertThat(new KanoSection(ALL, true).check(sample.questionnaire())).isEmpty();
        assertThat(sample.find(new KanoSection(ALL, true)))
                .singleElement()
                .isInstanceOfSatisfying(
                        LeftOut.class, left -> assertThat(left.because()).contains("kano_X_functional"));
    }

    @Test
    void aFeatureThatThereIsNotIsAFaultWithItsPlace() {
        Sample sample = Sample.of("kano", "id,kano_offline_functional\n");

        assertThat(new KanoSection(new Selection(false, List.of("offline", "flying")), true)
                        .check(sample.questionnaire()))
                .extracting(Fault::pointer, Fault::code)
                .containsExactly(tuple("/features/1", "unknown-kano-feature"));
    }

    @Test
    void everyReadyMadeDefinitionIsAsTheSchemaSays() throws IOException {
        ObjectMapper json = new ObjectMapper();
        for (String name : Definitions.readyMadeNames()) {
            Definition definition = Definitions.readyMade(name).orElseThrow();
            JsonNode written = json.readTree(Definitions.write(definition));

            assertThat(definition.name()).isEqualTo(name);
            assertThat(Definitions.read(written)).isEqualTo(definition);
        }
    }

    @Test
    void aFindingNamesItsKindInJson() throws IOException {
        Sample sample = Sample.of("nps", NPS + "1,,2026-03-17T10:00:00Z,9\n");

        JsonNode results = new ObjectMapper().readTree(FindingJson.write(sample.results("everything", "en")));

        assertThat(results.path("findings").findValuesAsText("kind"))
                .contains("nps-trend", "data-quality", "response-rates", "left-out");
        JsonNode trend = results.path("findings").findParents("points").get(0);
        assertThat(trend.path("points").get(0).path("from").asText()).isEqualTo("2026-03-16");
        assertThat(trend.path("chart").path("undefined").asText()).isEqualTo("TOO_FEW_ANSWERS");
    }

    private static NpsTrend trend(String csv, Period by) {
        return (NpsTrend)
                Sample.of("nps", csv).find(new NpsTrendSection(ALL, by, false)).get(0);
    }
}
