package io.earshot.response;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A workbook (.xlsx, ECMA-376) that is written as its rows come and kept nowhere: no file, no row in memory. What doesn't
 * fit on a sheet goes on on the next one, under the same header. Text stays text, whatever it begins with. Libraries write
 * to a temporary file first, or cost twice the time; charts and the like are theirs, in {@code workbook}.
 */
final class SheetCells implements Cells {
    /** Rows of a sheet, its header included; Excel has no more. */
    static final int MOST_ROWS = 1_048_576;

    static final int MOST_COLUMNS = 16_384;

    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    /** Excel takes 1900 for a leap year: days before that February's end are off by one. */
    private static final LocalDate FIRST_SURE_DAY = LocalDate.of(1900, 3, 1);

    private static final double DAY_OF_EPOCH = ChronoUnit.DAYS.between(DAY_0, LocalDate.EPOCH);
    private static final double MILLISECONDS_A_DAY = 86_400_000;
    private static final int MOST_DIGITS = 15;
    private static final int COMPRESSION = 4;

    private final ZipOutputStream zip;
    private final Writer out;
    private final List<String> header;
    private final String[] letters;
    private final int mostRows;
    private int sheets;
    private int row;
    private int column;
    private boolean rowIsOpen;

    /** @param mostRows of a sheet, its header included; {@link #MOST_ROWS} but for a test */
    SheetCells(OutputStream bytes, List<String> header, int mostRows) throws IOException {
        this.zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
        this.zip.setLevel(COMPRESSION);
        this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        this.header = List.copyOf(header);
        this.letters =
                IntStream.range(0, header.size()).mapToObj(XlsxParts::letters).toArray(String[]::new);
        this.mostRows = mostRows;
        beginSheet();
    }

    @Override
    public void nothing() {
        openRow();
        column++;
    }

    @Override
    public void text(String text) {
        text(text, XlsxParts.looksLikeFormula(text) ? XlsxParts.QUOTED : XlsxParts.PLAIN);
    }

    @Override
    public void number(BigDecimal number) {
        if (number.precision() > MOST_DIGITS) {
            // A spreadsheet would put zeros for the digits that it has no room for.
            text(number.toPlainString());
        } else {
            value(number.toString(), XlsxParts.PLAIN);
        }
    }

    @Override
    public void time(Instant time) {
        if (time.isBefore(FIRST_SURE_DAY.atStartOfDay().toInstant(ZoneOffset.UTC))) {
            text(time.toString());
        } else {
            value(Double.toString(DAY_OF_EPOCH + time.toEpochMilli() / MILLISECONDS_A_DAY), XlsxParts.TIME);
        }
    }

    @Override
    public void date(LocalDate date) {
        if (date.isBefore(FIRST_SURE_DAY)) {
            text(date.toString());
        } else {
            value(Long.toString(ChronoUnit.DAYS.between(DAY_0, date)), XlsxParts.DATE);
        }
    }

    @Override
    public void timeOfDay(LocalTime time) {
        value(Double.toString(time.toSecondOfDay() * 1000L / MILLISECONDS_A_DAY), XlsxParts.TIME_OF_DAY);
    }

    @Override
    public void endRow() {
        openRow();
        write("</row>");
        rowIsOpen = false;
    }

    /** Writes what is known only now. Nothing comes after it. */
    void finish() throws IOException {
        endSheet();
        part("xl/workbook.xml", XlsxParts.workbook(sheets));
        part("xl/_rels/workbook.xml.rels", XlsxParts.workbookRelations(sheets));
        part("xl/styles.xml", XlsxParts.STYLES);
        part("_rels/.rels", XlsxParts.RELATIONS);
        part("[Content_Types].xml", XlsxParts.contentTypes(sheets));
        zip.finish();
    }

    private void beginSheet() {
        try {
            sheets++;
            row = 0;
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets + ".xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(XlsxParts.SHEET_BEGINS);
        header.forEach(name -> text(name, XlsxParts.HEADER));
        endRow();
    }

    private void endSheet() {
        write(XlsxParts.SHEET_ENDS);
        try {
            out.flush();
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void openRow() {
        if (rowIsOpen) {
            return;
        }
        if (row == mostRows) {
            endSheet();
            beginSheet();
        }
        row++;
        column = 0;
        rowIsOpen = true;
        write("<row r=\"" + row + "\">");
    }

    private void value(String digits, int style) {
        openRow();
        beginCell(style);
        write("><v>" + digits + "</v></c>");
    }

    private void text(String text, int style) {
        openRow();
        beginCell(style);
        write(" t=\"inlineStr\"><is><t xml:space=\"preserve\">" + XlsxParts.cellText(text) + "</t></is></c>");
    }

    private void beginCell(int style) {
        write("<c r=\"" + letters[column] + row + "\" s=\"" + style + "\"");
        column++;
    }

    private void part(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        out.write(xml);
        out.flush();
        zip.closeEntry();
    }

    private void write(String xml) {
        try {
            out.write(xml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
