package io.earshot.workbook;

import static java.util.Objects.requireNonNull;

import io.earshot.dataset.Extract;
import io.earshot.dataset.Watch;
import io.earshot.finding.CodebookEntry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Responses as files for other programs.
 *
 * @param language        of labels
 * @param defaultLanguage the questionnaire's own, for what has no label in the language
 * @param zone            in which times are told where a format knows no zones
 * @param codebook        of the columns, for files that tell of them
 */
public record DataFiles(
        Extract extract, String language, String defaultLanguage, ZoneId zone, List<CodebookEntry> codebook) {
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    public DataFiles {
        requireNonNull(extract, "extract");
        requireNonNull(language, "language");
        requireNonNull(defaultLanguage, "defaultLanguage");
        requireNonNull(zone, "zone");
        codebook = List.copyOf(codebook);
    }

    /**
     * Writes an SPSS file.
     *
     * @param codesAsTexts codes that are no numbers stay texts; otherwise they become numbers from 1 with labels
     */
    public void sav(String title, Instant madeAt, boolean codesAsTexts, OutputStream out) throws IOException {
        SpssFile.write(
                SpssVariables.of(extract, wording(), zone, codesAsTexts),
                extract.rows(),
                title,
                madeAt,
                out,
                rows -> Watch.look());
    }

    /**
     * Writes a CSV file in UTF-8.
     *
     * @param labels        what codes mean, in place of the codes
     * @param byteOrderMark by which Excel knows UTF-8
     * @param guarded       a text that a spreadsheet would take for a formula gets a {@code '} in front
     */
    public void csv(boolean labels, boolean byteOrderMark, boolean guarded, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (byteOrderMark) {
            writer.write(BYTE_ORDER_MARK);
        }
        CsvFile.write(extract, wording(), labels, guarded, writer);
        writer.flush();
    }

    /** A script that reads the CSV file of codes into R, with factors and labels. */
    public String rScript() {
        return RScript.of(extract, wording());
    }

    /** Writes a codebook of the CSV file of codes: DDI-Codebook 2.5. */
    public void ddi(String title, OutputStream out) throws IOException {
        try {
            DdiFile.write(extract, wording(), codebook, title, language, out);
        } catch (XMLStreamException e) {
            throw new IOException("the codebook can't be written", e);
        }
    }

    private SpssVariables.Wording wording() {
        return new SpssVariables.Wording(language, defaultLanguage);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A text in pieces of so many bytes of UTF-8 at most, never cut within a character; none of an empty one. */
    static List<byte[]> pieces(String text, int bytes) {
        if (text.length() <= bytes / 3) {
            return text.isEmpty() ? List.of() : List.of(utf8(text));
        }
        List<byte[]> pieces = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty()) {
            String piece = SpssNames.cut(rest, bytes);
            pieces.add(utf8(piece));
            rest = rest.substring(piece.length());
        }
        return pieces;
    }
}
