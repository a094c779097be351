package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.finding.BannerTable;
import io.earshot.finding.Basis;
import io.earshot.finding.Comparisons;
import io.earshot.finding.CrossTable;
import io.earshot.finding.DataQuality;
import io.earshot.finding.FindingJson;
import io.earshot.finding.LineKind;
import io.earshot.finding.Results;
import io.earshot.problem.Problem;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.workbook.ReportWorkbook;
import io.earshot.workbook.SummaryPage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** By education 223, 290, 1243, 391 and 416 of the respondents answered A1 (src/test/r/banner.R). */
class SmallGroupsTest {
    private static final String EDUCATION =
            """
            {"name": "groups", "title": "Groups", "sections": [{"kind": "banner", "variables": ["A1"]}],
             "banner": [{"variables": ["education"]}, {"variables": ["education", "gender"]}]}""";

    @Test
    void groupsOfEnoughPeopleAreAllShown() {
        assertThat(new SmallGroups(5).hidden(new long[] {5, 80, 7})).isEqualTo(places());
    }

    @Test
    void oneHiddenGroupTakesTheNextSmallestWithItSoThatNobodySubtracts() {
        assertThat(new SmallGroups(5).hidden(new long[] {3, 80, 7})).isEqualTo(places(0, 2));
    }

    @Test
    void hiddenGroupsThatAreEnoughTogetherNeedNoOther() {
        assertThat(new SmallGroups(5).hidden(new long[] {3, 80, 2})).isEqualTo(places(0, 2));
        assertThat(new SmallGroups(5).hidden(new long[] {1, 80, 2, 90})).isEqualTo(places(0, 1, 2));
    }

    @Test
    void aGroupOfNobodyTellsNothingAndHidesNothing() {
        assertThat(new SmallGroups(5).hidden(new long[] {0, 80, 7})).isEqualTo(places());
        assertThat(new SmallGroups(5).hidden(new long[] {0, 80, 4})).isEqualTo(places(1, 2));
    }

    @Test
    void ofHiddenColumnsNothingIsToldButTheirSize() {
        BannerTable table = table(EDUCATION, 224);
        BannerTable open = table(EDUCATION, 1);

        BannerTable.Block education = table.blocks().get(0);
        assertThat(education.columns())
                .extracting(BannerTable.Column::hidden)
                .containsExactly(true, true, false, false, false);
        assertThat(education.columns())
                .extracting(BannerTable.Column::n)
                .containsExactly(223L, 290L, 1243L, 391L, 416L);
        BannerTable.Association test = education.association().orElseThrow();
        // chisq.test(t[, 3:5], correct = FALSE) of src/test/r/banner.R's t
        assertThat(test.statistic()).isCloseTo(36.7734701131, within(1e-9));
        assertThat(test.p()).isCloseTo(6.1933338515e-05, within(1e-15));
        assertThat(test.leftOut()).isEqualTo(2);
        for (BannerTable.Line line : table.lines()) {
            BannerTable.Cell cell = line.cells().get(1);
            assertThat(cell.count()).isEmpty();
            assertThat(cell.weighted()).isEmpty();
            assertThat(cell.value().isDefined()).isFalse();
        }
        assertThat(table.lines().get(0).cells().get(0))
                .as("everybody")
                .isEqualTo(open.lines().get(0).cells().get(0));
        assertThat(table.lines().get(0).cells().get(3).count())
                .isEqualTo(open.lines().get(0).cells().get(3).count());
    }

    @Test
    void whatIsWithinAHiddenColumnIsHiddenToo() {
        BannerTable table = table(EDUCATION, 224);

        BannerTable.Block within = table.blocks().get(1);
        assertThat(within.within())
                .isEqualTo(table.blocks().get(0).columns().get(0).label());
        assertThat(within.columns()).allMatch(BannerTable.Column::hidden);
    }

    @Test
    void noLetterAndNoComparisonNamesAHiddenColumn() {
        Bfi.Made made = Bfi.made(EDUCATION, 224);
        BannerTable table = made.results().of(BannerTable.class).findFirst().orElseThrow();

        assertThat(table.lines()).flatExtracting(BannerTable.Line::cells).allSatisfy(cell -> assertThat(cell.letters())
                .doesNotContain("A", "B", "a", "b"));
        assertThat(made.results()
                        .of(Comparisons.class)
                        .findFirst()
                        .orElseThrow()
                        .pairs())
                .isNotEmpty()
                .noneMatch(pair -> pair.firstLetter().matches("[AB]")
                        || pair.secondLetter().matches("[AB]"));
    }

    @Test
    void whatIsHiddenWithinOneGroupIsNotWorkedOutFromTheOthers() {
        // 3 men of the north, of whom the column of all men less that of the south would tell.
        List<BannerTable.Block> blocks = List.of(
                block("", List.of("region"), 23, 80),
                block("", List.of("sex"), 43, 60),
                block("North", List.of("region", "sex"), 3, 20),
                block("South", List.of("region", "sex"), 40, 40));

        assertThat(HiddenColumns.of(blocks, new SmallGroups(5))).isEqualTo(places(4, 5, 6, 7));
        assertThat(HiddenColumns.of(blocks.subList(2, 4), new SmallGroups(5)))
                .as("nobody knows how many men there are")
                .isEqualTo(places(0, 1));
    }

    @Test
    void ofHiddenAnswersNoComparisonTellsAndTheTestTakesThemTogether() {
        Questionnaire shop = Questionnaire.read(
                """
                {"name": "shop", "title": "Shop", "defaultLanguage": "en",
                 "pages": [{"name": "p", "elements": [
                  {"type": "yes_no", "name": "again", "text": "Again?"},
                  {"type": "single_choice", "name": "plan", "text": "Plan", "options": [
                    {"code": "free", "text": "Free"}, {"code": "trial", "text": "Trial"},
                    {"code": "gift", "text": "Gift"}, {"code": "paid", "text": "Paid"}]}]}]}""");
        String csv = "again,plan\n" + "yes,free\n".repeat(40) + "no,free\n".repeat(20) + "yes,trial\n"
                + "no,trial\n".repeat(2) + "yes,gift\n".repeat(3) + "no,gift\n" + "yes,paid\n".repeat(30)
                + "no,paid\n".repeat(50);
        String asked =
                """
                {"name": "rows", "title": "Rows", "sections": [{"kind": "banner", "variables": ["plan"]}],
                 "banner": [{"variables": ["again"]}]}""";

        Results results = made(shop, csv, asked);

        BannerTable table = results.of(BannerTable.class).findFirst().orElseThrow();
        assertThat(table.lines())
                .extracting(line -> line.cells().get(1).isHidden())
                .containsExactly(false, true, true, false);
        BannerTable.Association test = table.blocks().get(0).association().orElseThrow();
        // chisq.test(rbind(c(40, 20), c(30, 50), c(4, 3)), correct = FALSE)
        assertThat(test.statistic()).isCloseTo(11.8032673084, within(1e-9));
        assertThat(test.df()).isEqualTo(2);
        assertThat(results.of(Comparisons.class).findFirst().orElseThrow().pairs())
                .extracting(Comparisons.Pair::code)
                .containsExactlyInAnyOrder("free", "paid");
    }

    @Test
    void aCrosstabPutsItsSmallGroupsTogether() {
        CrossTable table = Bfi.made(
                        """
                        {"name": "groups", "title": "Groups",
                         "sections": [{"kind": "crosstab", "rows": "A1", "columns": "education"}]}""",
                        224)
                .results()
                .of(CrossTable.class)
                .findFirst()
                .orElseThrow();

        assertThat(table.columnTotals()).containsExactly(1243L, 391L, 416L, 223L + 290L);
        assertThat(table.columns().label(table.crosstab().columnCodes().get(3)))
                .isEqualTo("Groups of fewer than 224, taken together");
        assertThat(table.crosstab().test().orElseThrow().degreesOfFreedom()).isEqualTo(5 * 3);
    }

    @Test
    void aResultWithoutAFewIsNotToldSinceItWouldTellTheirs() {
        Questionnaire items = Questionnaire.read(
                """
                {"name": "items", "title": "Items", "defaultLanguage": "en",
                 "pages": [{"name": "p", "elements": [
                  {"type": "rating", "name": "stars", "text": "Stars?", "points": 5},
                  {"type": "likert", "name": "agree", "text": "Agree?",
                   "scale": [{"code": 1, "text": "No"}, {"code": 2, "text": "So so"}, {"code": 3, "text": "Yes"}],
                   "rows": [{"name": "a", "text": "A"}, {"name": "b", "text": "B"}, {"name": "c", "text": "C"},
                    {"name": "d", "text": "D"}, {"name": "e", "text": "E"}]}]}]}""");
        String careful = "stars,a,b,c,d,e\n" + "4,1,2,3,1,2\n2,3,2,3,1,2\n".repeat(20);
        String asked = """
                {"name": "q", "title": "Q", "sections": [{"kind": "data-quality"}]}""";

        DataQuality ofFour = quality(items, careful + "1,3,3,3,3,3\n".repeat(4), asked);
        DataQuality ofFive = quality(items, careful + "1,3,3,3,3,3\n".repeat(5), asked);

        assertThat(ofFour.flagged()).isEqualTo(4);
        assertThat(ofFour.robustness().get(0).all().isDefined()).isTrue();
        assertThat(ofFour.robustness().get(0).without().isDefined()).isFalse();
        assertThat(ofFive.robustness().get(0).without().orElseThrow().estimate())
                .as("(4 + 2) / 2")
                .isEqualTo(3);
    }

    private static DataQuality quality(Questionnaire questionnaire, String csv, String asked) {
        return made(questionnaire, csv, asked).of(DataQuality.class).findFirst().orElseThrow();
    }

    @Test
    void aFilterThatLeavesTooFewIsRefused() {
        String few =
                """
                {"name": "few", "title": "Few", "sections": [{"kind": "topline", "variables": ["A1"]}],
                 "filter": {"and": [{"==": [{"var": "education"}, 1]}, {"==": [{"var": "A1"}, 6]}]}}""";

        assertThat(Bfi.made(few, 11).results().about().n())
                .as("of 223 those 4.93 %")
                .isEqualTo(11);
        assertThatThrownBy(() -> Bfi.made(few, 12)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.slug()).isEqualTo("too-few-people");
            assertThat(problem.errors().get(0).pointer()).isEqualTo("/filter");
        });
    }

    @Test
    void everySheetAndPageSaysWhatIsHiddenInWords() throws IOException {
        Bfi.Made made = Bfi.made(EDUCATION, 224);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new ReportWorkbook().write(made.results(), made.extract(), file, rows -> {});

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file.toByteArray()))) {
            assertThat(texts(book.getSheet("Banner"))).contains("hidden").contains("Hidden: fewer than 224 people");
            assertThat(texts(book.getSheet("Tidy"))).contains("hidden");
            assertThat(texts(book.getSheet("Cover"))).contains("a group of fewer than 224 people");
        }
        assertThat(SummaryPage.of(made.results())).contains("hidden").contains("Hidden: fewer than 224 people");
        assertThat(FindingJson.write(made.results())).contains("TOO_FEW_PEOPLE").contains("\"hidden\":true");
        assertThat(made.results().of(Basis.class).findFirst().orElseThrow().smallest())
                .isEqualTo(224);
    }

    private static String texts(Sheet sheet) {
        StringBuilder all = new StringBuilder();
        sheet.forEach(row -> StreamSupport.stream(row.spliterator(), false)
                .forEach(cell -> all.append(cell).append('\n')));
        return all.toString();
    }

    private static BannerTable table(String definition, int smallest) {
        BannerTable table = Bfi.made(definition, smallest)
                .results()
                .of(BannerTable.class)
                .findFirst()
                .orElseThrow();
        assertThat(table.lines()).extracting(BannerTable.Line::kind).contains(LineKind.ANSWER, LineKind.MEAN);
        return table;
    }

    private static Results made(Questionnaire questionnaire, String csv, String asked) {
        try {
            return Sample.of(questionnaire, csv)
                    .made(Definitions.read(new ObjectMapper().readTree(asked)), "en", 5)
                    .results();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BannerTable.Block block(String within, List<String> variables, long men, long women) {
        return new BannerTable.Block(
                "Sex",
                within,
                variables,
                false,
                variables.equals(List.of("region"))
                        ? List.of(column("North", men), column("South", women))
                        : List.of(column("Men", men), column("Women", women)),
                Outcome.undefined(Reason.NO_ANSWERS, "not asked"));
    }

    private static BannerTable.Column column(String label, long n) {
        return new BannerTable.Column("", label, label, n, n, n, false);
    }

    private static java.util.BitSet places(int... hidden) {
        java.util.BitSet places = new java.util.BitSet();
        for (int place : hidden) {
            places.set(place);
        }
        return places;
    }
}
