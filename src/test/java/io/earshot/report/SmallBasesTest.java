package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

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
