package io.earshot.workbook;

import io.earshot.dataset.Extract;
import io.earshot.finding.BannerTable;
import io.earshot.finding.CodebookEntry;
import io.earshot.finding.CrossTable;
import io.earshot.finding.FrequencyTable;
import io.earshot.finding.NumberSummary;
import io.earshot.finding.OpenAnswers;
import io.earshot.finding.PromoterScore;
import io.earshot.finding.Results;
import io.earshot.finding.ScaleReliability;
import io.earshot.finding.Subject;
import io.earshot.finding.Topline;
import io.earshot.finding.Verbatims;
import io.earshot.finding.Weighting;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A report as an Excel workbook: findings on presentation sheets, responses on data sheets. Computes nothing. */
public final class ReportWorkbook {
    /** Of the time from the first sheet to the last that is XML, what goes by until all have their cells. */
    private static final double DRAWN = 0.6;

    private final int rowsPerSheet;
    private final boolean dataSheets;

    public ReportWorkbook() {
        this(true);
    }

    /** @param dataSheets whether it has the responses themselves, open answers among them */
    public ReportWorkbook(boolean dataSheets) {
        this(SpreadsheetVersion.EXCEL2007.getMaxRows(), dataSheets);
    }

    /** @param rowsPerSheet how many rows a data sheet takes before the data go on on another */
    ReportWorkbook(int rowsPerSheet) {
        this(rowsPerSheet, true);
    }

    private ReportWorkbook(int rowsPerSheet, boolean dataSheets) {
        this.rowsPerSheet = rowsPerSheet;
        this.dataSheets = dataSheets;
    }

    /**
     * Writes the workbook; memory does not grow with the number of responses.
     *
     * Can be ended by whoever watches it ({@link io.earshot.dataset.Watch}).
     *
     * @param progress may throw to stop
     */
    public void write(Results results, Extract extract, OutputStream out, Progress progress) throws IOException {
        Words words = new Words(results.about().language());
        XSSFWorkbook book = new XSSFWorkbook(new WatchedSheets(part -> progress.drawn(DRAWN + (1 - DRAWN) * part)));
        Styles styles = new Styles(book);
        List<LongTextsSheet.LongText> longTexts = dataSheets ? LongTextsSheet.find(extract) : List.of();
        present(results, extract, longTexts, words, book, styles, progress);
        describe(results, book);
        StreamedBook stream = new StreamedBook(book);
        if (dataSheets) {
            data(results, extract, longTexts, words, stream, styles, progress::written);
        }
        stream.write(out);
    }

    /** How far a workbook is: first its sheets of findings are drawn, then its data are written. */
    public interface Progress {
        /** @param rows on data sheets so far, of {@link #rows} */
        void written(long rows);

        /** @param part of the sheets that are drawn, from 0 to 1 */
        default void drawn(double part) {}
    }

    /** The number of rows that {@link #write} tells its progress in. */
    public static long rows(Extract extract) {
        return 2L * extract.rows();
    }

    private void present(
            Results results,
            Extract extract,
            List<LongTextsSheet.LongText> longTexts,
            Words words,
            XSSFWorkbook book,
            Styles styles,
            Progress progress) {
        List<Sheet> sheets = sheets(results, words);
        Map<String, String> data = new LinkedHashMap<>();
        if (dataSheets) {
            data.putAll(parts(words.of("data.labels"), fields(results, extract, true), extract.rows(), words));
            data.putAll(parts(words.of("data.codes"), fields(results, extract, false), extract.rows(), words));
        }
        if (dataSheets && has(results, Verbatims.class)) {
            data.put(words.of("openAnswers"), words.of("data.shows"));
        }
        if (!longTexts.isEmpty()) {
            data.put(words.of("longTexts"), words.of("longTexts.shows", longTexts.size()));
        }
        Optional<Sheet> contents = contents(results, words, sheets);
        List<Sheet> listed = new ArrayList<>(sheets);
        contents.ifPresent(sheet -> listed.add(0, sheet));
        Sheet cover = new CoverSheet(results, listed, data, words);
        List<Sheet> all = new ArrayList<>(sheets);
        all.add(0, cover);
        for (int drawn = 0; drawn < all.size(); drawn++) {
            progress.drawn(DRAWN * drawn / all.size());
            Sheet sheet = all.get(drawn);
            sheet.draw(new Page(book, styles, sheet.name(), sheet.widths()));
        }
        contents.ifPresent(sheet -> {
            sheet.draw(new Page(book, styles, sheet.name(), sheet.widths()));
            book.setSheetOrder(sheet.name(), 1);
        });
        book.setActiveSheet(0);
    }

    /** Second in the book, but to be drawn last: it leads to rows of the others. */
    private static Optional<Sheet> contents(Results results, Words words, List<Sheet> sheets) {
        Map<Sheet, Map<String, Integer>> tables = new LinkedHashMap<>();
        for (Sheet sheet : sheets) {
            if (sheet instanceof ToplineSheet topline) {
                tables.put(sheet, topline.rows());
            } else if (sheet instanceof BannerSheet banner) {
                tables.put(sheet, banner.rows());
            }
        }
        return tables.isEmpty() ? Optional.empty() : Optional.of(new ContentsSheet(results, tables, words));
    }

    private static List<Sheet> sheets(Results results, Words words) {
        List<Sheet> sheets = new ArrayList<>();
        ToplineSheet topline = new ToplineSheet(results, words);
        add(sheets, has(results, Topline.class), topline);
        new Matrices(results, words).exhibit().ifPresent(exhibit -> sheets.add(new ExhibitSheet(exhibit, words)));
        boolean banner = results.of(BannerTable.class).anyMatch(table -> !table.wave());
        boolean waves = results.of(BannerTable.class).anyMatch(BannerTable::wave);
        add(sheets, banner, new BannerSheet(results, words, false));
        add(sheets, waves, new BannerSheet(results, words, true));
        add(sheets, banner || waves, new AssociationsSheet(results, words));
        add(sheets, banner || waves, new TestsSheet(results, words));
        add(sheets, banner || waves, new TidySheet(results, words));
        add(sheets, has(results, Weighting.class), new WeightingSheet(results, words));
        FrequenciesSheet frequencies = new FrequenciesSheet(results, words);
        ScalesSheet scales = new ScalesSheet(results, words);
        add(sheets, has(results, PromoterScore.class), new NpsSheet(results, words));
        add(sheets, has(results, ScaleReliability.class), scales);
        add(sheets, has(results, CrossTable.class), new CrosstabSheet(results, words));
        add(sheets, has(results, FrequencyTable.class) || has(results, OpenAnswers.class), frequencies);
        add(sheets, has(results, NumberSummary.class), new NumbersSheet(results, words));
        ChartsSheet charts = new ChartsSheet(results, topline, frequencies, scales, words);
        add(sheets, charts.hasCharts(), charts);
        Exhibits.of(results, words).forEach(exhibit -> sheets.add(new ExhibitSheet(exhibit, words)));
        sheets.add(new CodebookSheet(results, words));
        sheets.add(new MethodSheet(results, words));
        return sheets;
    }

    private static boolean has(Results results, Class<? extends io.earshot.finding.Finding> kind) {
        return results.of(kind).findAny().isPresent();
    }

    private static void add(List<Sheet> sheets, boolean wanted, Sheet sheet) {
        if (wanted) {
            sheets.add(sheet);
        }
    }

    /** Each sheet of data with what it holds. */
    private Map<String, String> parts(String name, List<Field> fields, int rows, Words words) {
        Map<String, String> told = new LinkedHashMap<>();
        List<DataSheet.Part> parts = DataSheet.parts(name, fields.size(), rows, rowsPerSheet);
        for (DataSheet.Part part : parts) {
            told.put(
                    part.name(),
                    parts.size() == 1
                            ? words.of("data.shows")
                            : words.of(
                                    "data.shows.part",
                                    part.fromRow() + 1,
                                    part.toRow(),
                                    fields.get(part.fromField()).head(),
                                    fields.get(part.toField() - 1).head()));
        }
        return told;
    }

    private static List<Field> fields(Results results, Extract extract, boolean labels) {
        Map<String, Subject> subjects = results.codebook().stream()
                .filter(entry -> entry.source().isQuestionnaires())
                .map(CodebookEntry::subject)
                .collect(Collectors.toMap(Subject::variable, subject -> subject));
        return Fields.of(extract, labels, results.about().timeZone(), subjects);
    }

    private void data(
            Results results,
            Extract extract,
            List<LongTextsSheet.LongText> longTexts,
            Words words,
            StreamedBook stream,
            Styles styles,
            LongConsumer progress) {
        int rows = extract.rows();
        new DataSheet(stream, styles, rowsPerSheet)
                .write(words.of("data.labels"), "data_labels", fields(results, extract, true), rows, progress);
        new DataSheet(stream, styles, rowsPerSheet)
                .write(
                        words.of("data.codes"),
                        "data_codes",
                        fields(results, extract, false),
                        rows,
                        written -> progress.accept(rows + written));
        results.of(Verbatims.class)
                .findFirst()
                .ifPresent(verbatims -> OpenAnswersSheet.write(
                        stream,
                        styles,
                        words,
                        rowsPerSheet,
                        extract,
                        results.about().timeZone(),
                        verbatims));
        if (!longTexts.isEmpty()) {
            LongTextsSheet.write(stream, styles, words, rowsPerSheet, extract, longTexts);
        }
    }

    private static void describe(Results results, XSSFWorkbook book) {
        POIXMLProperties properties = book.getProperties();
        properties.getCoreProperties().setTitle(results.about().title());
        properties.getCoreProperties().setSubjectProperty(results.about().questionnaire());
        properties.getCoreProperties().setCreator("Earshot");
        properties
                .getCoreProperties()
                .setCreated(Optional.of(Date.from(results.about().madeAt())));
        properties.getExtendedProperties().setApplication("Earshot");
        properties
                .getCustomProperties()
                .addProperty("Definition", results.about().definitionHash());
        properties.getCustomProperties().addProperty("Made by", results.about().software());
    }
}
