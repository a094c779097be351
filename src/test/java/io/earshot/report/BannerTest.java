package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.finding.BannerTable;
import io.earshot.finding.Basis;
import io.earshot.finding.Comparisons;
import io.earshot.finding.Estimate;
import io.earshot.finding.LineKind;
import io.earshot.finding.Topline;
import io.earshot.finding.Weighting;
import io.earshot.problem.Fault;
import io.earshot.problem.Problem;
import io.earshot.workbook.ReportWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** One banner over real answers: every number from src/test/r/banner.R. */
class BannerTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final String PLAIN =
            """
            {"name": "plain", "title": "Plain", "correction": "holm",
             "sections": [{"kind": "topline", "variables": ["A1"]}, {"kind": "banner", "variables": ["A1", "education"]}],
             "banner": [{"variables": ["education"]}, {"variables": ["gender", "education"]}]}""";
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @Test
    void sharesBasesAndLettersOfUnweightedColumnsAreThoseOfR() {
        BannerTable table = table(PLAIN, "A1");

        BannerTable.Block education = table.blocks().get(0);
        assertThat(education.columns())
                .extracting(BannerTable.Column::n)
                .containsExactly(223L, 290L, 1243L, 391L, 416L);
        assertThat(estimate(table, "6", 1).value()).isCloseTo(0.0493273542601, EXACT);
        assertThat(estimate(table, "6", 1).low().getAsDouble()).isCloseTo(0.0277637761739, EXACT);
        assertThat(estimate(table, "6", 1).high().getAsDouble()).isCloseTo(0.0861548124079, EXACT);
        // Columns A to E; of R's Holm p-values those below .05 are A-D, A-E, B-C, B-D, B-E and C-E, the later being
        // larger.
        assertThat(letters(table, "1")).containsExactly("", "", "B", "AB", "ABC");
    }

    @Test
    void comparisonsHaveTheStatisticsIntervalsAndEffectsOfR() {
        List<Comparisons.Pair> pairs = Bfi.made(PLAIN)
                .results()
                .of(Comparisons.class)
                .findFirst()
                .orElseThrow()
                .pairs();

        Comparisons.Pair shares = pair(pairs, LineKind.ANSWER, "1", "A", "D");
        assertThat(shares.statistic()).isCloseTo(-2.62716274144, EXACT);
        assertThat(shares.p()).isCloseTo(8.61001447539e-03, EXACT);
        assertThat(shares.adjusted()).isCloseTo(4.30500723769e-02, EXACT);
        assertThat(shares.low().getAsDouble()).isCloseTo(-0.1787959227060, EXACT);
        Comparisons.Pair means = pair(pairs, LineKind.MEAN, "", "A", "E");
        assertThat(means.statistic()).isCloseTo(4.91243680609, EXACT);
        assertThat(means.df().getAsDouble()).isCloseTo(400.073664962, within(1e-6));
        assertThat(means.p()).isCloseTo(1.31366270112e-06, within(1e-15));
        assertThat(means.low().getAsDouble()).isCloseTo(0.336966027545, EXACT);
        assertThat(means.high().getAsDouble()).isCloseTo(0.786611068005, EXACT);
        assertThat(means.effect().getAsDouble()).isCloseTo(0.42633014149, EXACT);
        assertThat(pairs).extracting(Comparisons.Pair::p).isSorted();
    }

    @Test
    void theBlockHasItsChiSquareAndNestedColumnsTheirMeans() {
        BannerTable table = table(PLAIN, "A1");

        BannerTable.Association association =
                table.blocks().get(0).association().orElseThrow();
        assertThat(association.statistic()).isCloseTo(76.2834489078, EXACT);
        assertThat(association.df()).isEqualTo(20);
        assertThat(association.p()).isCloseTo(1.66250427245e-08, within(1e-17));
        assertThat(association.cramersV()).isCloseTo(0.0862602795492, EXACT);
        BannerTable.Block women = table.blocks().get(2);
        assertThat(women.within()).isEqualTo("Female");
        assertThat(women.columns()).extracting(BannerTable.Column::n).containsExactly(130L, 188L, 887L, 257L, 264L);
        assertThat(line(table, LineKind.MEAN, "")
                        .cells()
                        .get(11)
                        .value()
                        .orElseThrow()
                        .value())
                .isCloseTo(2.36153846154, EXACT);
    }

    @Test
    void theToplineOfEverybodyIsThatOfR() {
        Topline topline =
                Bfi.made(PLAIN).results().of(Topline.class).findFirst().orElseThrow();

        assertThat(topline.n()).isEqualTo(2784);
        assertThat(topline.asked()).isEqualTo(2800);
        Estimate mean = topline.measures().get(0).value().orElseThrow();
        assertThat(mean.value()).isCloseTo(2.41343390805, EXACT);
        assertThat(mean.low().getAsDouble()).isCloseTo(2.36111918052, EXACT);
        assertThat(topline.measures().get(1).value().orElseThrow().value()).isCloseTo(1.40773715052, EXACT);
        Estimate top = topline.lines().stream()
                .filter(line -> line.code().equals("top2"))
                .findFirst()
                .orElseThrow()
                .share()
                .orElseThrow();
        assertThat(top.value()).isCloseTo(0.1095545977011, EXACT);
        assertThat(top.high().getAsDouble()).isCloseTo(0.1216990737395, EXACT);
    }

    @Test
    void rakedWeightsAndTheirCostAreThoseOfR() throws IOException {
        Bfi.Made made = Bfi.made(Files.readString(GOLDEN.resolve("banner.json")));

        Weighting weighting = made.results().of(Weighting.class).findFirst().orElseThrow();
        assertThat(weighting.diagnostics().n()).isEqualTo(2518);
        assertThat(weighting.diagnostics().deff()).isCloseTo(1.47844834926, within(1e-8));
        assertThat(weighting.diagnostics().max()).isCloseTo(3.091927916662, within(1e-8));
        assertThat(weighting.targets())
                .allSatisfy(target -> assertThat(target.weighted()).isCloseTo(target.target(), within(1e-8)));
        assertThat(made.results().of(Basis.class).findFirst().orElseThrow().filteredOut())
                .isEqualTo(2800 - 2518);
    }

    @Test
    void weightedColumnsHaveTheSharesTestsAndMeansOfRsSurvey() throws IOException {
        String json = Files.readString(GOLDEN.resolve("banner.json"));
        BannerTable table = table(json, "A1");
        List<Comparisons.Pair> pairs = Bfi.made(json)
                .results()
                .of(Comparisons.class)
                .findFirst()
                .orElseThrow()
                .pairs();

        // The block of education is the second: columns C to G.
        assertThat(table.blocks().get(1).columns().get(0).nEffective()).isCloseTo(169.537970731, within(1e-6));
        assertThat(estimate(table, "1", 3).value()).isCloseTo(0.233303404926, within(1e-8));
        assertThat(estimate(table, "1", 3).low().getAsDouble()).isCloseTo(0.175981970948, within(1e-8));
        assertThat(estimate(table, "1", 3).high().getAsDouble()).isCloseTo(0.302442895870, within(1e-8));
        Comparisons.Pair shares = pair(pairs, LineKind.ANSWER, "1", "C", "F");
        assertThat(shares.statistic()).isCloseTo(-2.517128589973, within(1e-7));
        assertThat(pair(pairs, LineKind.ANSWER, "1", "C", "G").adjusted()).isCloseTo(1.57155433726e-04, within(1e-10));
        Comparisons.Pair means = pair(pairs, LineKind.MEAN, "", "C", "G");
        assertThat(means.statistic()).isCloseTo(4.24089757058, within(1e-6));
        assertThat(means.df().getAsDouble()).isEqualTo(599);
        BannerTable.Association association =
                table.blocks().get(1).association().orElseThrow();
        assertThat(association.statistic()).isCloseTo(2.83281728777, within(1e-6));
        assertThat(association.p()).isCloseTo(8.50424659636e-05, within(1e-8));
        // Holm's p below .05: C-G, D-G, E-G of the shares, larger last; C-F and D-F (.072 both) below .1.
        assertThat(letters(table, "1").subList(2, 7)).containsExactly("", "", "", "cd", "CDE");
    }

    @Test
    void aQuestionIsNotComparedByItsOwnAnswers() {
        BannerTable table = table(PLAIN, "education");

        assertThat(table.blocks().get(0).association().isDefined()).isFalse();
        assertThat(table.lines().get(0).cells())
                .extracting(BannerTable.Cell::letters)
                .containsOnly("");
    }

    @Test
    void aColumnBelowTheMinimumBaseIsFlaggedAndNotCompared() {
        BannerTable table = table(PLAIN.replace("\"correction\"", "\"minimumBase\": 250, \"correction\""), "A1");

        assertThat(table.blocks().get(0).columns())
                .extracting(BannerTable.Column::low)
                .containsExactly(true, false, false, false, false);
        assertThat(letters(table, "1")).noneMatch(letters -> letters.contains("A"));
    }

    @Test
    void aDifferenceAtTheSecondLevelAloneHasASmallLetter() {
        String json = PLAIN.replace("\"holm\"", "\"none\", \"secondLevel\": 0.9");

        BannerTable table = table(json, "A1");

        // R's p of the first answer: A-C .037, D-E .053, B-C .004 and smaller ones to D and E; A-B and C-D are above
        // .1.
        assertThat(letters(table, "1")).containsExactly("", "", "AB", "AB", "ABCd");
        assertThat(table.secondAlpha()).hasValue(0.1);
    }

    @Test
    void aSecondLevelThatIsNotBelowTheFirstIsAFault() throws IOException {
        Definition asked = Definitions.read(
                new ObjectMapper().readTree(PLAIN.replace("\"correction\"", "\"secondLevel\": 0.99, \"correction\"")));

        assertThat(asked.check(Bfi.questionnaire())).extracting(Fault::pointer).containsExactly("/secondLevel");
    }

    @Test
    void aQuestionOfFewAnswersIsFlagged() {
        String json = PLAIN.replace("\"correction\"", "\"minimumBase\": 2785, \"correction\"");

        // 2,784 answered A1.
        assertThat(Bfi.made(json)
                        .results()
                        .of(Topline.class)
                        .findFirst()
                        .orElseThrow()
                        .low())
                .isTrue();
    }

    @Test
    void respondentsWithoutTheDesignWeightAskedForAreARefusal() {
        String json = PLAIN.replace("\"correction\"", "\"weights\": {\"kind\": \"design\"}, \"correction\"");

        assertThatThrownBy(() -> Bfi.made(json))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("earshot.prompt.inclusion_probability");
    }

    @Test
    void aDefinitionIsToldWhatTheQuestionnaireLacks() throws IOException {
        Definition asked = Definitions.read(
                new ObjectMapper()
                        .readTree(
                                """
                {"name": "lacking", "title": "Lacking",
                 "sections": [{"kind": "waves", "variables": "all"}, {"kind": "banner", "variables": ["shoe"]}],
                 "filter": {"==": [{"var": "height"}, 1]},
                 "weights": {"kind": "raking", "margins": [{"variable": "gender", "targets": {"3": 1}}]},
                 "banner": [{"variables": ["age"]}]}"""));

        assertThat(asked.check(Bfi.questionnaire()))
                .extracting(Fault::pointer)
                .contains(
                        "/filter",
                        "/weights/margins/0/targets/3",
                        "/banner/0/variables/0",
                        "/sections/0",
                        "/sections/1/variables/0");
    }

    @Test
    void theWeightedWorkbookInFrenchReadsAsExpected() throws IOException {
        Bfi.Made made = Bfi.made(Files.readString(GOLDEN.resolve("banner.json")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook().write(made.results(), made.extract(), out, rows -> {});

        String text = WorkbookText.of(out.toByteArray());

        Path golden = GOLDEN.resolve("banner.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    private static BannerTable table(String json, String variable) {
        return Bfi.made(json)
                .results()
                .of(BannerTable.class)
                .filter(table -> table.subject().variable().equals(variable))
                .findFirst()
                .orElseThrow();
    }

    private static BannerTable.Line line(BannerTable table, LineKind kind, String code) {
        return table.lines().stream()
                .filter(line -> line.kind() == kind && line.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static Estimate estimate(BannerTable table, String code, int column) {
        return line(table, LineKind.ANSWER, code).cells().get(column).value().orElseThrow();
    }

    /** Of the first seven columns after the total at most: those of the blocks that don't nest. */
    private static List<String> letters(BannerTable table, String code) {
        int columns = table.blocks().stream()
                .filter(block -> block.within().isEmpty())
                .mapToInt(block -> block.columns().size())
                .sum();
        return line(table, LineKind.ANSWER, code).cells().subList(1, 1 + columns).stream()
                .map(BannerTable.Cell::letters)
                .toList();
    }

    private static Comparisons.Pair pair(
            List<Comparisons.Pair> pairs, LineKind kind, String code, String first, String second) {
        return pairs.stream()
                .filter(pair -> pair.variable().equals("A1"))
                .filter(pair -> pair.kind() == kind && pair.code().equals(code))
                .filter(pair ->
                        pair.firstLetter().equals(first) && pair.secondLetter().equals(second))
                .findFirst()
                .orElseThrow();
    }
}
