package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.finding.FindingJson;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.workbook.DataFiles;
import io.earshot.workbook.ReportWorkbook;
import io.earshot.workbook.SummaryPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a card draws and fills is read by nobody in a table: labels stand there without Markdown and pipes. */
class PlainLabelsTest {
    private static final String QUESTION = "How satisfied are you with our shop, [traits.name]?";
    private static final String OPTION = "Paid monthly, your plan";
    private static final Questionnaire ASKED = Questionnaire.read(
            """
            {"name": "marked", "title": "Marked", "defaultLanguage": "en", "pages": [{"name": "p", "elements": [
              {"type": "single_choice", "name": "plan",
               "text": "How **satisfied** are you with {{traits.shop|our shop}}, {{traits.name}}?", "options": [
                {"code": "free", "text": "[Free](https://shop.example/free)"},
                {"code": "paid", "text": "Paid *monthly*, {{traits.plan|your plan}}"}]},
              {"type": "likert", "name": "is", "text": "Our *shop* is", "scale": [
                {"code": 1, "text": "**No**"}, {"code": 2, "text": "**Yes**"}], "rows": [
                {"name": "quick", "text": "_quick_"}, {"name": "kind", "text": "**kind**"}]}]}]}""");

    private Sample.Made made;

    @BeforeEach
    void aReportOverMarkedQuestions() throws IOException {
        Definition everything = Definitions.read(
                new ObjectMapper()
                        .readTree(
                                """
                        {"name": "all", "title": "All", "banner": [{"variables": ["plan"]}], "sections": [
                         {"kind": "topline", "variables": "all"}, {"kind": "banner", "variables": "all"},
                         {"kind": "frequencies", "variables": "all"}, {"kind": "reliability", "scales": "all"}]}"""));
        made = Sample.of(ASKED, "plan,quick,kind\n" + "paid,1,2\nfree,2,2\npaid,2,1\n".repeat(10))
                .made(everything, "en");
    }

    @Test
    void aWorkbookItsSummaryAndItsJsonHaveWordsAlone() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook().write(made.results(), made.extract(), out, rows -> {});

        assertThat(WorkbookText.of(out.toByteArray()))
                .contains("= " + QUESTION)
                .contains("= " + OPTION)
                .contains("Our shop is – quick")
                .doesNotContain("{{", "**", "*monthly*", "_quick_", "](http");
        assertThat(SummaryPage.of(made.results())).contains(QUESTION).doesNotContain("{{", "*monthly*", "**");
        assertThat(FindingJson.write(made.results())).contains(QUESTION).doesNotContain("{{", "*monthly*", "**");
    }

    @Test
    void filesForOtherProgramsHaveWordsAlone() throws IOException {
        DataFiles files = new DataFiles(made.extract(), "en", "en", ZoneOffset.UTC, List.of());
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        files.csv(true, false, true, csv);
        ByteArrayOutputStream ddi = new ByteArrayOutputStream();
        files.ddi("Marked", ddi);
        ByteArrayOutputStream sav = new ByteArrayOutputStream();
        files.sav("Marked", Instant.EPOCH, true, sav);

        assertThat(csv.toString(StandardCharsets.UTF_8))
                .contains("\"" + OPTION + "\"")
                .doesNotContain("{{", "*");
        assertThat(ddi.toString(StandardCharsets.UTF_8))
                .contains(QUESTION, OPTION)
                .doesNotContain("{{", "*monthly*");
        assertThat(files.rScript()).contains(QUESTION, OPTION).doesNotContain("{{", "*monthly*");
        assertThat(sav.toString(StandardCharsets.UTF_8)).contains(QUESTION).doesNotContain("{{traits", "*monthly*");
    }
}
