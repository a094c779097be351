package io.earshot.response;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * CSV (RFC 4180) in UTF-8. A text that a spreadsheet would take for a formula gets a {@code '} in front unless that is
 * switched off; numbers and times are never changed.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
final class CsvCells implements Cells {
    private static final String STARTS_OF_FORMULAS = "=+-@\t\r";
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Writer out;
    private final CsvWriter csv;
    private final boolean guarded;
    private CsvWriter.CsvWriterRecord record;

    CsvCells(OutputStream bytes, boolean byteOrderMark, boolean guarded) throws IOException {
        this.out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8);
        this.guarded = guarded;
        if (byteOrderMark) {
            out.write(BYTE_ORDER_MARK);
        }
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
        this.record = csv.writeRecord();
    }

    void header(List<String> names) {
        names.forEach(this::text);
        endRow();
    }

    @Override
    public void nothing() {
        record.writeField("");
    }

    @Override
    public void text(String text) {
        boolean dangerous = guarded && !text.isEmpty() && STARTS_OF_FORMULAS.indexOf(text.charAt(0)) >= 0;
        record.writeField(dangerous ? "'" + text : text);
    }

    @Override
    public void number(BigDecimal number) {
        record.writeField(number.toPlainString());
    }

    @Override
    public void time(Instant time) {
        record.writeField(time.toString());
    }

    @Override
    public void date(LocalDate date) {
        record.writeField(date.toString());
    }

    @Override
    public void timeOfDay(LocalTime time) {
        record.writeField(time.toString());
    }

    @Override
    public void endRow() {
        record.endRecord();
        record = csv.writeRecord();
    }

    void finish() throws IOException {
        csv.flush();
        out.flush();
    }
}
