package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.earshot.finding.BannerTable;
import io.earshot.finding.Basis;
import io.earshot.finding.Comparisons;
import io.earshot.finding.CrossTable;
import io.earshot.finding.FindingJson;
import io.earshot.finding.LineKind;
import io.earshot.problem.Problem;
import io.earshot.workbook.ReportWorkbook;
import io.earshot.workbook.SummaryPage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
        assertThat(education.association().isDefined()).isFalse();
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

    private static java.util.BitSet places(int... hidden) {
        java.util.BitSet places = new java.util.BitSet();
        for (int place : hidden) {
            places.set(place);
        }
        return places;
    }
}
