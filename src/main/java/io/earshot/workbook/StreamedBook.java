package io.earshot.workbook;

import io.earshot.dataset.Watch;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * A workbook whose large sheets get their rows only while it is written. POI makes everything else, heads, styles, filters and
 * print set-up of those sheets included; its own streaming takes more than twice the time for the rows, and a temporary file
 * of all their XML.
 */
final class StreamedBook {
    /** Half as many seconds as the usual level takes, for a tenth more bytes. */
    private static final int COMPRESSION = 4;

    private static final Pattern DIMENSION = Pattern.compile("<dimension ref=\"[A-Z0-9:]*\"/>");
    private static final String END_OF_ROWS = "</sheetData>";

    private final XSSFWorkbook book;
    private final Map<String, Later> parts = new HashMap<>();

    StreamedBook(XSSFWorkbook book) {
        this.book = book;
    }

    /** Writes rows of a sheet as SpreadsheetML. */
    interface Rows {
        void write(OutputStream xml) throws IOException;
    }

    private record Later(String range, Rows rows) {}

    XSSFWorkbook book() {
        return book;
    }

    /**
     * Leaves rows, which come after those that the sheet has already, to be written with the workbook.
     *
     * @param range of the whole sheet, such as {@code A1:Y1000}: programs that read row by row believe what a sheet says of it
     */
    void add(XSSFSheet sheet, String range, Rows rows) {
        parts.put(sheet.getPackagePart().getPartName().getName().substring(1), new Later(range, rows));
    }

    void write(OutputStream out) throws IOException {
        // Packed it is small beside the book that it is of; in a file it would outlive a process that is killed.
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        try {
            book.write(new WatchedOutput(frame));
        } catch (OpenXML4JRuntimeException e) {
            // POI wraps what ended it.
            Watch.look();
            throw e;
        }
        ParallelZip whole = new ParallelZip(new WatchedOutput(out), COMPRESSION);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(frame.toByteArray()))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                whole.putNextEntry(new ZipEntry(part.getName()));
                Later later = parts.get(part.getName());
                if (later == null) {
                    zip.transferTo(whole);
                } else {
                    insert(later, new String(zip.readAllBytes(), StandardCharsets.UTF_8), whole);
                }
                whole.closeEntry();
            }
            whole.finish();
        } finally {
            whole.release();
        }
    }

    private static void insert(Later later, String made, OutputStream out) throws IOException {
        String sheet = DIMENSION.matcher(made).replaceFirst("<dimension ref=\"" + later.range() + "\"/>");
        int end = sheet.indexOf(END_OF_ROWS);
        if (end < 0) {
            throw new IllegalStateException("a sheet whose rows come later must have its head already");
        }
        out.write(sheet.substring(0, end).getBytes(StandardCharsets.UTF_8));
        later.rows().write(out);
        out.write(sheet.substring(end).getBytes(StandardCharsets.UTF_8));
    }
}
