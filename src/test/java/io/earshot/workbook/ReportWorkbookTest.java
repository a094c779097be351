package io.earshot.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Column;
import io.earshot.dataset.CsvDataset;
import io.earshot.dataset.Extract;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.finding.About;
import io.earshot.finding.Base;
import io.earshot.finding.CodebookEntry;
import io.earshot.finding.Counting;
import io.earshot.finding.Finding;
import io.earshot.finding.FrequencyTable;
import io.earshot.finding.PromoterScore;
import io.earshot.finding.Results;
import io.earshot.finding.Subject;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import io.earshot.statistics.Frequencies;
import io.earshot.statistics.NetPromoterScore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class ReportWorkbookTest {
    private static final Questionnaire QUESTIONNAIRE = Questionnaire.read(
            """
            {"name":"checkout","title":"Checkout","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"nps","name":"nps","text":"Would you recommend us?","required":false,
               "lowLabel":"Never","highLabel":"Always"},
              {"type":"multiple_choice","name":"reasons","text":"Why?","required":false,"options":[
                {"code":"price","text":"Price"},{"code":"speed","text":"Speed"}]},
              {"type":"text","name":"why","text":"Anything else?","required":false}]}],
             "endings":[{"name":"thanks","text":"Thank you"}]}""");

    @Test
    void whatLooksLikeAFormulaStaysText() throws IOException {
        for (String hostile : List.of("=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://x\")")) {
            XSSFCell cell = why(written(csv(hostile)), 1);

            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).isEqualTo(hostile);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
    }

    @Test
    void charactersThatXmlHasNoPlaceForSurvive() throws IOException {
        String strange = "bell \u0007, escape-like _x0041_, emoji \uD83D\uDE00, \uFFFF";

        assertThat(why(written(csv(strange)), 1).getStringCellValue()).isEqualTo(strange);
    }

    @Test
    void aTextLongerThanACellGoesOnElsewhereInFull() throws IOException {
        String text = new Random(1)
                .ints(30_000)
                .mapToObj(i -> Integer.toString(i, 36) + "\u0007\uD83D\uDE00")
                .collect(Collectors.joining())
                .substring(0, 100_000);

        XSSFWorkbook book = written(csv(text));

        assertThat(why(book, 1).getStringCellValue()).endsWith("[…]").startsWith(text.substring(0, 100));
        XSSFSheet parts = book.getSheet("Long answers");
        StringBuilder joined = new StringBuilder();
        for (int row = 1; row <= parts.getLastRowNum(); row++) {
            XSSFCell part = parts.getRow(row).getCell(3);
            assertThat(part.getStringCellValue().length()).isLessThanOrEqualTo(CellText.CAPACITY);
            joined.append(part.getStringCellValue());
        }
        assertThat(joined.toString()).isEqualTo(text);
        assertThat(ledTo(book, "Long answers")).isEqualTo("One answer that is longer than a cell, in full");
    }

    @Test
    void rowsThatDoNotFitGoOnOnFurtherSheets() throws IOException {
        XSSFWorkbook book = written(csv("a", "b", "c", "d", "e"), 3);

        assertThat(book.getSheet("Data (codes)").getLastRowNum()).isEqualTo(2);
        assertThat(book.getSheet("Data (codes) 2").getLastRowNum()).isEqualTo(2);
        assertThat(book.getSheet("Data (codes) 3").getLastRowNum()).isEqualTo(1);
        assertThat(text(book.getSheet("Data (codes) 3"), 0, "why")).isEqualTo("why");
        assertThat(text(book.getSheet("Data (codes) 3"), 1, "why")).isEqualTo("e");
    }

    @Test
    void theCoverLeadsToEachSheetThatDataGoOnOnAndSaysWhatItHolds() throws IOException {
        Extract narrow = CsvDataset.read(new StringReader(csv("a", "b", "c")), QUESTIONNAIRE);
        List<Column> many = IntStream.range(0, 16_400)
                .mapToObj(i -> ReportWorkbookTest.zeros("more" + i, narrow.rows()))
                .toList();
        Extract wide = new Extract(narrow.identity(), narrow.answers(), many);

        XSSFWorkbook book = written(wide, 3);

        assertThat(ledTo(book, "Data (codes)")).startsWith("Responses 1 to 2, columns id to more");
        assertThat(ledTo(book, "Data (codes) 2")).startsWith("Responses 3 to 3, columns id to more");
        assertThat(ledTo(book, "Data (codes) b"))
                .startsWith("Responses 1 to 2, columns more")
                .endsWith(" to more16399");
        assertThat(ledTo(book, "Data (codes) b 2")).startsWith("Responses 3 to 3, columns more");
        assertThat(book.getSheet("Data (codes) b 2").getRow(0).getCell(0).getStringCellValue())
                .isEqualTo("id");
    }

    /** What the cover says beside its link to a sheet. */
    private static String ledTo(XSSFWorkbook book, String sheet) {
        XSSFSheet cover = book.getSheet("Cover");
        Hyperlink link = cover.getHyperlinkList().stream()
                .filter(to -> to.getAddress().equals("'" + sheet + "'!A1"))
                .findFirst()
                .orElseThrow();
        assertThat(book.getSheet(sheet)).as(sheet).isNotNull();
        return cover.getRow(link.getFirstRow())
                .getCell(link.getFirstColumn() + 1)
                .getStringCellValue();
    }

    private static Column zeros(String name, int rows) {
        NumberColumn.Builder column = NumberColumn.builder(Variable.of(name, name, Text.of(name), Measure.SCALE));
        for (int row = 0; row < rows; row++) {
            column.add(0);
        }
        return column.build();
    }

    @Test
    void aSheetSaysHowFarItsRowsGo() throws IOException {
        XSSFSheet data = written(csv("a", "b", "c")).getSheet("Data (codes)");

        assertThat(data.getCTWorksheet().getDimension().getRef())
                .as("programs that read row by row believe it")
                .matches("A1:[A-Z]+4");
    }

    @Test
    void aMultipleResponseIsAColumnPerOption() throws IOException {
        XSSFSheet data =
                written("nps,reasons,why\n9,price;speed,a\n3,speed,b\n5,,c\n").getSheet("Data (codes)");

        assertThat(cell(data, 1, "reasons.price").getNumericCellValue()).isEqualTo(1);
        assertThat(cell(data, 2, "reasons.price").getNumericCellValue()).isEqualTo(0);
        assertThat(cell(data, 2, "reasons.speed").getNumericCellValue()).isEqualTo(1);
        assertThat(cell(data, 3, "reasons.speed")).isNull();
    }

    @Test
    void chartsAreNativeAndDescribed() throws IOException {
        XSSFWorkbook book = written("nps,reasons,why\n9,price;speed,a\n3,speed,b\n");

        List<XSSFChart> charts = book.getSheet("Charts").getDrawingPatriarch().getCharts();

        assertThat(charts).hasSize(2);
        assertThat(book.getSheet("Charts")
                        .getDrawingPatriarch()
                        .getCTDrawing()
                        .getTwoCellAnchorArray(1)
                        .getGraphicFrame()
                        .getNvGraphicFramePr()
                        .getCNvPr()
                        .getDescr())
                .contains("Why?")
                .contains("Frequencies");
        assertThat(charts.get(1).getCTChart().toString()).contains("Frequencies!$E$");
    }

    @Test
    void theScoreIsShownWithEachOfItsIntervals() throws IOException {
        XSSFWorkbook book = written("nps,reasons,why\n9,,\n10,,\n3,,\n7,,\n");
        XSSFSheet sheet = book.getSheet("NPS");
        var nps = NetPromoterScore.of("nps", 0, 2, 1, 1, 0.95).orElseThrow();

        assertThat(sheet.getRow(5).getCell(1).getNumericCellValue()).isEqualTo(nps.score());
        assertThat(sheet.getRow(5).getCell(2).getNumericCellValue())
                .isEqualTo(nps.scoreInterval().low());
        assertThat(sheet.getRow(6).getCell(2).getNumericCellValue())
                .isEqualTo(nps.wald().low());
        assertThat(sheet.getRow(7).getCell(3).getNumericCellValue())
                .isEqualTo(nps.adjustedWald().high());
    }

    @Test
    void aFilterIsSaidInTheWordsOfItsQuestions() throws IOException {
        Extract extract = CsvDataset.read(new StringReader("nps,reasons,why\n9,price,\n"), QUESTIONNAIRE);
        FilterWords words = new FilterWords(results(extract), new Words("en"));

        assertThat(words.of("{\"or\":[{\">=\":[{\"var\":\"nps\"},9]},{\"in\":[\"price\",{\"var\":\"reasons\"}]}]}"))
                .isEqualTo("“Would you recommend us?” ≥ 9 or “Why?” is one of: Price");
        assertThat(words.of("{\"!=\":[{\"var\":\"why\"},null]}")).isEqualTo("“Anything else?” answered");
        assertThat(words.of("{\"<\":[3,{\"var\":\"nps\"},9]}")).isEqualTo("3 < “Would you recommend us?” < 9");
        assertThat(words.of("{\"==\":[{\"var\":\"context.app\"},\"shop\"]}")).isEqualTo("context.app = shop");
    }

    @Test
    void aValueInPlaceOfAMissingAnswerIsToldByWhetherItLetsThoseInWhoDidNotAnswer() throws IOException {
        Extract extract = CsvDataset.read(new StringReader("nps,reasons,why\n9,price,\n"), QUESTIONNAIRE);
        FilterWords words = new FilterWords(results(extract), new Words("en"));

        assertThat(words.of("{\"<=\":[{\"var\":[\"nps\",10]},8]}")).isEqualTo("“Would you recommend us?” ≤ 8");
        assertThat(words.of("{\"<=\":[{\"var\":[\"nps\",0]},8]}"))
                .isEqualTo("(“Would you recommend us?” ≤ 8 or “Would you recommend us?” not answered)");
    }

    @Test
    void aFilterWithoutPlainWordsIsShownAsItStands() throws IOException {
        Extract extract = CsvDataset.read(new StringReader("nps,reasons,why\n9,price,\n"), QUESTIONNAIRE);
        String logic = "{\"and\":[{\"==\":[{\"%\":[{\"var\":\"nps\"},2]},0]},{\">\":[{\"var\":\"nps\"},3]}]}";

        assertThat(new FilterWords(results(extract), new Words("en")).of(logic)).isEqualTo(logic);
    }

    @Test
    void nobodyAnsweredIsAWorkbookToo() throws IOException {
        XSSFWorkbook book = written("nps,reasons,why\n");

        assertThat(book.getSheet("Data (labels)").getLastRowNum()).isZero();
        assertThat(text(book, "NPS")).contains("nobody answered nps");
    }

    private static String csv(String... whys) {
        StringBuilder csv = new StringBuilder("nps,reasons,why\n");
        for (String why : whys) {
            csv.append("9,price,\"").append(why.replace("\"", "\"\"")).append("\"\n");
        }
        return csv.toString();
    }

    private static XSSFWorkbook written(String csv) throws IOException {
        return written(csv, 1_048_576);
    }

    private static XSSFWorkbook written(String csv, int rowsPerSheet) throws IOException {
        return written(CsvDataset.read(new StringReader(csv), QUESTIONNAIRE), rowsPerSheet);
    }

    private static XSSFWorkbook written(Extract extract, int rowsPerSheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook(rowsPerSheet).write(results(extract), extract, out, rows -> {});
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    private static Results results(Extract extract) {
        List<Subject> subjects = QUESTIONNAIRE.variables().stream()
                .map(variable -> Subject.of(variable, "en", "en"))
                .toList();
        CodedColumn nps = extract.answers().column("nps", CodedColumn.class);
        MultipleColumn reasons = extract.answers().column("reasons", MultipleColumn.class);
        Base base = Base.of(extract.rows(), 0, Counting.ONCE);
        List<Finding> findings = List.of(
                new PromoterScore(subjects.get(0), base, NetPromoterScore.of(nps, 0.95)),
                new FrequencyTable(subjects.get(0), base, extract.rows(), Frequencies.of(nps, 0.95), Optional.empty()),
                new FrequencyTable(
                        subjects.get(1), base, extract.rows(), Frequencies.of(reasons, 0.95), Optional.empty()));
        About about = new About(
                "Checkout",
                "topline",
                "0".repeat(64),
                new UUID(0, 1),
                "checkout",
                1,
                "en",
                ZoneId.of("Europe/Paris"),
                0.95,
                List.of("complete"),
                extract.rows(),
                0,
                0,
                Optional.empty(),
                Optional.empty(),
                Instant.parse("2026-11-20T12:00:00Z"),
                "Earshot");
        List<CodebookEntry> codebook = subjects.stream()
                .map(subject -> new CodebookEntry(subject, false, extract.rows(), 0))
                .toList();
        return new Results(about, codebook, findings);
    }

    private static XSSFCell why(XSSFWorkbook book, int row) {
        return cell(book.getSheet("Data (labels)"), row, "why");
    }

    private static String text(XSSFSheet sheet, int row, String head) {
        return cell(sheet, row, head).getStringCellValue();
    }

    private static String text(XSSFWorkbook book, String sheet) {
        StringBuilder text = new StringBuilder();
        book.getSheet(sheet)
                .forEach(row -> row.forEach(cell -> text.append(cell).append('\n')));
        return text.toString();
    }

    @SuppressWarnings("NullAway") // POI's way to say that there is no cell
    private static XSSFCell cell(XSSFSheet sheet, int row, String head) {
        for (var cell : sheet.getRow(0)) {
            if (cell.getStringCellValue().equals(head)) {
                return sheet.getRow(row).getCell(cell.getColumnIndex());
            }
        }
        throw new AssertionError("no column " + head);
    }
}
