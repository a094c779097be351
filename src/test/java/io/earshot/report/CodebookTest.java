package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.dataset.Column;
import io.earshot.dataset.Extract;
import io.earshot.dataset.Missing;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.device.Attribute;
import io.earshot.device.Catalogue;
import io.earshot.finding.CodebookEntry;
import io.earshot.finding.CodebookEntry.Source;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import io.earshot.workbook.DataFiles;
import io.earshot.workbook.ReportWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodebookTest {
    private static final Questionnaire QUESTIONNAIRE = Questionnaire.read(
            """
            {"name":"q","title":"Q","defaultLanguage":"en","pages":[
              {"name":"first","goTo":{"if":[{">":[{"var":"nps"},8]},"last",null]},"elements":[
                {"type":"nps","name":"nps","text":"Recommend?"},
                {"type":"multiple_choice","name":"uses","text":"Uses?","options":[
                  {"code":"a","text":"At home"},{"code":"b","text":"At work","openText":true}]}]},
              {"name":"second","visibleIf":{"<=":[{"var":"nps"},6]},"elements":[
                {"type":"text","name":"why","text":"Why?","visibleIf":{"in":["a",{"var":"uses"}]}},
                {"type":"number","name":"spent","text":"Spent?","unit":"EUR"}]},
              {"name":"last","elements":[{"type":"text","name":"language","text":"Which language?"}]}],
             "hidden":[{"name":"orders","type":"number"}],
             "computed":[{"name":"twice","type":"number","compute":{"*":[{"var":"nps"},2]}}]}""");

    private static final Sample SAMPLE = sample();

    private static Sample sample() {
        Sample answers = Sample.of(
                QUESTIONNAIRE,
                """
                id,nps,uses,why,spent,language,orders,twice
                1,3,a;b,slow,12,Basque,4,6
                2,9,b,,,,,18
                """);
        List<Column> attributes = List.of(
                texts("os.name", "Android", "iOS"),
                number("earshot.device.memory_total", 4e9),
                texts("earshot.device.type", "phone", "tablet"),
                number("geo.location.lat", 48.857));
        Extract extract = answers.extract();
        return new Sample(
                QUESTIONNAIRE, new Extract(extract.identity(), extract.answers(), attributes), answers.circumstances());
    }

    private static Column texts(String name, String... values) {
        TextColumn.Builder builder = TextColumn.builder(Variable.of(name, name, Text.of(name), Measure.TEXT));
        for (String value : values) {
            builder.add(value);
        }
        return builder.build();
    }

    private static Column number(String name, double first) {
        NumberColumn.Builder builder = NumberColumn.builder(Variable.of(name, name, Text.of(name), Measure.SCALE));
        builder.add(first);
        builder.addMissing(Missing.NOT_ASKED);
        return builder.build();
    }

    @Test
    void everyColumnOfTheDataSheetsIsInTheCodebookInItsOrder() throws IOException {
        try (XSSFWorkbook book = book("en")) {
            List<String> heads = new ArrayList<>();
            book.getSheet("Data (codes)").getRow(0).forEach(cell -> heads.add(cell.getStringCellValue()));
            List<String> told =
                    entries().stream().flatMap(CodebookTest::columns).toList();

            assertThat(told).containsExactlyElementsOf(heads).contains("uses.a", "response.language", "os.name");
            assertThat(rows(book, "Codebook").map(row -> row.get(0)).distinct())
                    .containsAll(entries().stream()
                            .map(entry -> entry.subject().variable())
                            .toList());
        }
    }

    @Test
    void metadataAreToldWithTheirWordingUnitAndWordsAndHowTheyAreKept() throws IOException {
        try (XSSFWorkbook book = book("en")) {
            // Variable, wording, level, code, n, missing, unit, asked of.
            assertThat(told(book, "os.name")).containsExactly("Operating system|text||2|0||came with the response");
            assertThat(told(book, "earshot.device.memory_total"))
                    .containsExactly("Memory of the device|number||1|1|By|came with the response");
            assertThat(told(book, "geo.location.lat"))
                    .containsExactly("Latitude; rounded to 3 decimals|number||1|1|deg|came with the response");
            assertThat(told(book, "earshot.device.type"))
                    .hasSize(14)
                    .contains("Kind of device|text|tablet|2|0||came with the response");
            assertThat(told(book, "response.language"))
                    .containsExactly("Language in which it was answered|text||1|1||about the response");
        }
    }

    @Test
    void whoWasAskedIsSaidInWords() throws IOException {
        try (XSSFWorkbook book = book("en")) {
            assertThat(told(book, "nps")).allMatch(row -> row.endsWith("|everybody"));
            assertThat(told(book, "spent"))
                    .containsExactly(
                            "Spent?|number||1|1|EUR|if “Recommend?” ≤ 6, unless a route passes page second over"
                                    + " (from: first)");
            assertThat(told(book, "why"))
                    .containsExactly(
                            "Why?|text||1|1||if “Recommend?” ≤ 6 and “Uses?” is one of: At home, unless a route"
                                    + " passes page second over (from: first)");
            assertThat(told(book, "uses_b")).singleElement().asString().endsWith("|if “Uses?” is one of: At work");
            assertThat(told(book, "language")).allMatch(row -> row.endsWith("|everybody"));
            assertThat(told(book, "orders")).allMatch(row -> row.endsWith("|given along by the app"));
            assertThat(told(book, "twice")).allMatch(row -> row.endsWith("|worked out from answers"));
        }
        try (XSSFWorkbook book = book("fr")) {
            assertThat(rows(book, "Dictionnaire").filter(row -> row.get(0).equals("spent")))
                    .singleElement()
                    .asString()
                    .contains("si « Recommend? » ≤ 6, sauf si un parcours saute la page second (depuis : first)");
        }
    }

    @Test
    void theCodebookForArchivesTellsThemToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new DataFiles(SAMPLE.extract(), "en", "en", ZoneOffset.UTC, entries()).ddi("Q", out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("measUnit=\"By\"><labl>Memory of the device</labl>")
                .contains("<labl>Operating system</labl>")
                .contains("<catgry><catValu>tablet</catValu></catgry>")
                .contains("<labl>Spent?</labl><universe>if “Recommend?” ≤ 6, unless a route passes page second over"
                        + " (from: first)</universe>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void everythingThatMayBeCapturedHasAWording(String language) {
        ResourceBundle words = ResourceBundle.getBundle(
                "io.earshot.workbook.columns",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        assertThat(new Catalogue().attributes())
                .extracting(Attribute::name)
                .allMatch(name -> words.containsKey("column." + name));
        assertThat(words.getString("column.os.name"))
                .isEqualTo(language.equals("fr") ? "Système d’exploitation" : "Operating system");
    }

    private static List<CodebookEntry> entries() {
        return Codebook.of(SAMPLE.answers("en"), SAMPLE.extract(), new Catalogue());
    }

    private static Stream<String> columns(CodebookEntry entry) {
        String name = entry.subject().variable();
        boolean multiple =
                entry.source() == Source.ANSWER && SAMPLE.extract().answers().column(name) instanceof MultipleColumn;
        return multiple ? entry.subject().codes().stream().map(code -> name + "." + code.code()) : Stream.of(name);
    }

    private static XSSFWorkbook book(String language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook().write(SAMPLE.results("topline", language), SAMPLE.extract(), out, rows -> {});
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<String> told(XSSFWorkbook book, String variable) {
        return rows(book, "Codebook")
                .filter(row -> row.get(0).equals(variable))
                .map(row -> Stream.of(2, 3, 5, 7, 8, 9, 10).map(row::get).collect(Collectors.joining("|")))
                .toList();
    }

    /** The texts of each row's eleven cells. */
    private static Stream<List<String>> rows(XSSFWorkbook book, String sheet) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : book.getSheet(sheet)) {
            List<String> texts = new ArrayList<>();
            for (int column = 0; column < 11; column++) {
                var cell = row.getCell(column);
                texts.add(
                        cell == null
                                ? ""
                                : cell.toString().replaceFirst("\\.0$", "").replaceAll("[\u00a0\u202f]", " "));
            }
            rows.add(texts);
        }
        return rows.stream();
    }
}
