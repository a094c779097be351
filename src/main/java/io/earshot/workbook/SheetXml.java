package io.earshot.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;

/** Writes the rows of one sheet as SpreadsheetML (ECMA-376, 18.3.1.73), cell by cell from left to right; texts stand in their cells. */
final class SheetXml {
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);
    /** Excel takes 1900 for a leap year: days before that February's end are off by one. */
    private static final LocalDate FIRST_SURE_DAY = LocalDate.of(1900, 3, 1);

    private static final double NANOSECONDS_A_DAY = 86_400e9;
    private static final double LARGEST_WHOLE = 1e15;
    /** A text is written in pieces of so many characters, each of which takes six bytes at most. */
    private static final int PIECE = 1 << 12;

    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 16];
    private final byte[][] openings;
    private int used;
    private byte[] rowNumber = {};

    /** @param columns how many there are at most */
    SheetXml(OutputStream out, int columns) {
        this.out = out;
        this.openings = new byte[columns][];
        for (int column = 0; column < columns; column++) {
            openings[column] = ascii("<c r=\"" + CellReference.convertNumToColString(column));
        }
    }

    /** @param row from 0 */
    void openRow(int row) throws IOException {
        rowNumber = ascii(Integer.toString(row + 1));
        room(64);
        put("<row r=\"");
        put(rowNumber);
        put("\">");
    }

    void closeRow() throws IOException {
        room(16);
        put("</row>");
    }

    /** @param style as the cell refers to it */
    void number(int column, Style style, double number) throws IOException {
        room(128);
        open(column, style);
        put("\"><v>");
        if (number == Math.rint(number) && Math.abs(number) < LARGEST_WHOLE) {
            whole((long) number);
        } else {
            put(Double.toString(number));
        }
        put("</v></c>");
    }

    void date(int column, Style style, LocalDate day) throws IOException {
        number(
                column,
                style,
                day.isBefore(FIRST_SURE_DAY) ? DateUtil.getExcelDate(day) : ChronoUnit.DAYS.between(DAY_0, day));
    }

    void time(int column, Style style, LocalDateTime time) throws IOException {
        number(
                column,
                style,
                time.toLocalDate().isBefore(FIRST_SURE_DAY)
                        ? DateUtil.getExcelDate(time)
                        : ChronoUnit.DAYS.between(DAY_0, time.toLocalDate())
                                + time.toLocalTime().toNanoOfDay() / NANOSECONDS_A_DAY);
    }

    /** @param text as {@link CellText#escaped} gives it */
    void text(int column, Style style, String text) throws IOException {
        room(128);
        open(column, style);
        boolean bare = !text.isEmpty() && text.charAt(0) > ' ' && text.charAt(text.length() - 1) > ' ';
        put(bare ? "\" t=\"inlineStr\"><is><t>" : "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + PIECE);
            if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
                end--;
            }
            room(6 * (end - at));
            characters(text, at, end);
            at = end;
        }
        room(32);
        put("</t></is></c>");
    }

    void finish() throws IOException {
        out.write(buffer, 0, used);
        used = 0;
    }

    /** A cell style's number, as text. */
    record Style(String number) {
        Style(int index) {
            this(Integer.toString(index));
        }
    }

    private void open(int column, Style style) {
        put(openings[column]);
        put(rowNumber);
        put("\" s=\"");
        put(style.number());
    }

    private void characters(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> put("&amp;");
                case '<' -> put("&lt;");
                case '>' -> put("&gt;");
                // Parsers read it as a line feed otherwise.
                case '\r' -> put("&#13;");
                default -> {
                    if (c < 0x80) {
                        buffer[used++] = (byte) c;
                    } else {
                        int end = Character.isHighSurrogate(c) ? i + 2 : i + 1;
                        byte[] bytes = text.substring(i, end).getBytes(StandardCharsets.UTF_8);
                        put(bytes);
                        i = end - 1;
                    }
                }
            }
        }
    }

    private void whole(long number) {
        if (number >= 0 && number < 10) {
            buffer[used++] = (byte) ('0' + number);
        } else {
            put(Long.toString(number));
        }
    }

    private void room(int bytes) throws IOException {
        if (buffer.length - used < bytes) {
            out.write(buffer, 0, used);
            used = 0;
        }
    }

    /** What is known to be of ASCII. */
    @SuppressWarnings("deprecation") // the method that copies low bytes is what is wanted here
    private void put(String ascii) {
        ascii.getBytes(0, ascii.length(), buffer, used);
        used += ascii.length();
    }

    private void put(byte[] bytes) {
        System.arraycopy(bytes, 0, buffer, used, bytes.length);
        used += bytes.length;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
