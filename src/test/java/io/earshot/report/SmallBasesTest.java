package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.finding.BannerTable;
import io.earshot.finding.Basis;
import io.earshot.finding.Comparisons;
import io.earshot.finding.CrossTable;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.Reason;
import io.earshot.workbook.ReportWorkbook;
import io.earshot.workbook.SummaryPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** By education 223, 290, 1243, 391 and 416 of the respondents answered A1 (src/test/r/banner.R). */
class SmallBasesTest {
    private static final String EDUCATION =
            """
            {"name": "bases", "title": "Bases", "sections": [{"kind": "banner", "variables": ["A1"]}],
             "banner": [{"variables": ["education"]}], "suppressBelow": %d}""";
    private static final Questionnaire SHOP = Questionnaire.read(
            """
            {"name": "shop", "title": "Shop", "defaultLanguage": "en", "hidden": [{"name": "w", "type": "number"}],
             "pages": [{"name": "p", "elements": [
              {"type": "yes_no", "name": "again", "text": "Again?"},
              {"type": "single_choice", "name": "plan", "text": "Plan", "options": [
                {"code": "free", "text": "Free"}, {"code": "paid", "text": "Paid"}, {"code": "none", "text": "None"}]}]}]}""");

    @Test
    void ofAColumnBelowTheLimitTheBaseAloneIsTold() {
        BannerTable table = table(EDUCATION.formatted(224));

        assertThat(table.blocks().get(0).columns())
                .extracting(BannerTable.Column::n)
                .containsExactly(223L, 290L, 1243L, 391L, 416L);
        for (BannerTable.Line line : table.lines()) {
            BannerTable.Cell small = line.cells().get(1);
            assertThat(small.isSuppressed()).isTrue();
            assertThat(small.isHidden()).isFalse();
            assertThat(small.count()).isEmpty();
            assertThat(reason(small)).isEqualTo(Reason.TOO_FEW_ANSWERS);
            assertThat(line.cells().get(2).value().isDefined()).isTrue();
        }
    }

    @Test
    void aColumnAtTheLimitIsShown() {
        assertThat(table(EDUCATION.formatted(223)).suppressesAny()).isFalse();
        assertThat(table(EDUCATION.formatted(0)).suppressesAny()).isFalse();
    }

    @Test
    void aSuppressedColumnHasNoLettersNorIsItInThoseOfOthers() {
        Bfi.Made made = Bfi.made(
                EDUCATION.formatted(291).replace("\"suppressBelow\"", "\"minimumBase\": 291, \"suppressBelow\""));
        BannerTable table = made.results().of(BannerTable.class).findFirst().orElseThrow();

        assertThat(table.lines()).allSatisfy(line -> assertThat(line.cells())
                .allSatisfy(cell -> assertThat(cell.letters()).doesNotContain("A", "B")));
        assertThat(table.lines())
                .anySatisfy(line -> assertThat(line.cells().get(5).letters()).contains("C"));
        assertThat(made.results()
                        .of(Comparisons.class)
                        .findFirst()
                        .orElseThrow()
                        .pairs())
                .noneMatch(pair ->
                        pair.firstLetter().equals("A") || pair.firstLetter().equals("B"));
    }

    @Test
    void theTestIsOfTheColumnsThatAreShown() {
        BannerTable.Association test =
                table(EDUCATION.formatted(224)).blocks().get(0).association().orElseThrow();

        // chisq.test(t[, 2:5], correct = FALSE) of src/test/r/banner.R's t
        assertThat(test.statistic()).isCloseTo(66.5745628551, within(1e-9));
        assertThat(test.df()).isEqualTo(15);
        assertThat(test.p()).isCloseTo(1.80693238594e-08, within(1e-18));
        assertThat(test.cramersV()).isCloseTo(0.0973835507787, within(1e-12));
        assertThat(test.leftOut()).isEqualTo(1);
    }

    @Test
    void withOneColumnShownThereIsNoTestAndItSaysWhy() {
        assertThat(table(EDUCATION.formatted(417)).blocks().get(0).association())
                .isEqualTo(Outcome.undefined(Reason.TOO_FEW_ANSWERS, "fewer than two columns have a base of %d", 417L));
        assertThat(crosstab("again,plan\n" + "yes,free\n".repeat(9) + "no,paid\n".repeat(10))
                        .crosstab()
                        .test())
                .isEqualTo(Outcome.undefined(Reason.TOO_FEW_ANSWERS, "fewer than two columns have a base of %d", 10L));
    }

    @Test
    void aCrosstabsTestIsOfTheColumnsWithShares() {
        CrossTable table = Bfi.made(
                        """
                        {"name": "c", "title": "C", "suppressBelow": 224,
                         "sections": [{"kind": "crosstab", "rows": "A1", "columns": "education"}]}""")
                .results()
                .of(CrossTable.class)
                .findFirst()
                .orElseThrow();

        assertThat(table.crosstab().test().orElseThrow().chiSquare()).isCloseTo(66.5745628551, within(1e-9));
        assertThat(table.crosstab().n()).as("everybody").isEqualTo(223 + 290 + 1243 + 391 + 416);
    }

    @Test
    void withoutAWordItIsTenAndNeverAboveWhatIsCompared() {
        assertThat(shownFrom("")).isEqualTo(10);
        assertThat(shownFrom(", \"minimumBase\": 5")).isEqualTo(5);
        assertThat(shownFrom(", \"minimumBase\": 50")).isEqualTo(10);
    }

    @Test
    void workbookAndSummarySayWhyInTheReadersLanguage() throws IOException {
        Bfi.Made made = Bfi.made(
                EDUCATION.formatted(224).replace("\"title\": \"Bases\"", "\"title\": \"Bases\", \"language\": \"fr\""));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook().write(made.results(), made.extract(), out, rows -> {});

        assertThat(WorkbookText.of(out.toByteArray()))
                .contains("= n < 224")
                .contains("= sans une colonne qui a trop peu de réponses")
                .contains("n < 224 : si peu de réponses")
                .contains("au-dessous de 224 elles ne sont pas montrées");
        assertThat(SummaryPage.of(made.results())).contains("n &lt; 224 : si peu de réponses");
    }

    @Test
    void aCrosstabsColumnBelowTheLimitHasCountsAndNoShares() {
        CrossTable table = crosstab("again,plan\n" + "yes,free\n".repeat(9) + "no,paid\n".repeat(10));

        assertThat(table.columnTotals()).containsExactly(9L, 10L, 0L);
        assertThat(table.suppressed(0)).isTrue();
        assertThat(table.suppressed(1)).isFalse();
        assertThat(table.suppressed(2)).as("a column of nobody").isFalse();
        assertThat(table.columnShares().get(0).get(0)).isEmpty();
        assertThat(table.columnShares().get(0).get(1)).hasValue(0);
        assertThat(table.columnShares().get(1).get(1)).hasValue(1);
    }

    private static long shownFrom(String more) {
        return Bfi.made(
                        """
                {"name": "bases", "title": "Bases", "sections": [{"kind": "topline", "variables": ["A1"]}]%s}"""
                                .formatted(more))
                .results()
                .of(Basis.class)
                .findFirst()
                .orElseThrow()
                .shownFrom();
    }

    private static CrossTable crosstab(String csv) {
        try {
            Definition asked = Definitions.read(
                    new ObjectMapper()
                            .readTree(
                                    """
                            {"name": "c", "title": "C", "sections": [{"kind": "crosstab", "rows": "again", "columns": "plan"}]}"""));
            return Sample.of(SHOP, csv)
                    .made(asked, "en")
                    .results()
                    .of(CrossTable.class)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static BannerTable table(String definition) {
        return Bfi.made(definition).results().of(BannerTable.class).findFirst().orElseThrow();
    }

    private static Reason reason(BannerTable.Cell cell) {
        return ((Outcome.Undefined<?>) cell.value()).reason();
    }
}
