package io.earshot.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.LongConsumer;

/**
 * An SPSS system file (.sav) in UTF-8, compressed by byte codes, written as its rows come. No kept Java library writes it.
 *
 * @see <a href="https://www.gnu.org/software/pspp/pspp-dev/html_node/System-File-Format.html">the layout, as PSPP's
 *     developers found it</a>
 */
final class SpssFile {
    /** Bytes of a text that SPSS holds. */
    static final int LONGEST_TEXT = 32_767;

    private static final int LONGEST_LABEL = 255;
    private static final int LONGEST_VALUE_LABEL = 120;
    private static final int REPORT_EVERY = 1_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd MMM yy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private final OutputStream out;
    private final List<SpssVariable> variables;
    private final List<List<String>> shortNames = new ArrayList<>();

    private SpssFile(OutputStream out, List<SpssVariable> variables) {
        this.out = out;
        this.variables = variables;
        int number = 0;
        for (SpssVariable variable : variables) {
            List<String> names = new ArrayList<>();
            for (int segment = 0; segment < variable.segments(); segment++) {
                // With a sign in front that no name of ours begins with, so that none is taken for another's long name.
                names.add(String.format(Locale.ROOT, "@%07d", ++number));
            }
            shortNames.add(names);
        }
    }

    /**
     * Writes the whole file.
     *
     * @param variables one or more
     * @param title     of the file; SPSS shows 64 bytes of it
     * @param progress  told the number of rows written so far; may throw to stop
     */
    static void write(
            List<SpssVariable> variables,
            int rows,
            String title,
            Instant madeAt,
            OutputStream out,
            LongConsumer progress)
            throws IOException {
        if (variables.isEmpty()) {
            throw new IllegalArgumentException("an SPSS file has one variable or more");
        }
        SpssFile file = new SpssFile(out, variables);
        file.head(rows, title, madeAt);
        file.dictionary();
        file.extensions(rows);
        file.put(ints(999, 0));
        SpssCases cases = new SpssCases(out, variables.get(0));
        for (int row = 0; row < rows; row++) {
            for (SpssVariable variable : variables) {
                cases.write(row, variable);
            }
            if ((row + 1) % REPORT_EVERY == 0) {
                progress.accept(row + 1);
            }
        }
        cases.finish();
        progress.accept(rows);
    }

    private void head(int rows, String title, Instant madeAt) throws IOException {
        int elements = 0;
        for (SpssVariable variable : variables) {
            for (int segment = 0; segment < variable.segments(); segment++) {
                elements += Math.max(1, (variable.segmentWidth(segment) + 7) / 8);
            }
        }
        text("$FL2", 4);
        text("@(#) SPSS DATA FILE Earshot", 60);
        put(ints(2, elements, 1, 0, rows));
        put(doubles(SpssCases.BIAS));
        text(DAY.format(madeAt.atZone(ZoneOffset.UTC)), 9);
        text(TIME.format(madeAt.atZone(ZoneOffset.UTC)), 8);
        text(SpssNames.shortened(title, 64), 64);
        put(new byte[3]);
    }

    private void dictionary() throws IOException {
        int index = 0;
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        for (int i = 0; i < variables.size(); i++) {
            SpssVariable variable = variables.get(i);
            if (!variable.labels().isEmpty() && variable.width() <= 8) {
                labels.write(valueLabels(variable, index + 1));
            }
            for (int segment = 0; segment < variable.segments(); segment++) {
                index += variable(variable, segment, shortNames.get(i).get(segment));
            }
        }
        put(labels.toByteArray());
    }

    /** @return the number of records, which is that of eight-byte elements in a row */
    private int variable(SpssVariable variable, int segment, String shortName) throws IOException {
        int width = variable.segmentWidth(segment);
        byte[] label = segment == 0 ? bytes(SpssNames.shortened(variable.label(), LONGEST_LABEL)) : new byte[0];
        int format = variable.isText()
                ? SpssVariable.Format.text(width).packed()
                : variable.format().packed();
        put(ints(2, width, label.length > 0 ? 1 : 0, variable.missing().length, format, format));
        text(shortName, 8);
        if (label.length > 0) {
            put(ints(label.length));
            put(label);
            put(new byte[(4 - label.length % 4) % 4]);
        }
        put(doubles(variable.missing()));
        int elements = Math.max(1, (width + 7) / 8);
        for (int continued = 1; continued < elements; continued++) {
            put(ints(2, -1, 0, 0, 0, 0));
            text("", 8);
        }
        return elements;
    }

    private static byte[] valueLabels(SpssVariable variable, int index) throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(ints(3, variable.labels().size()));
        for (Map.Entry<Object, String> value : variable.labels().entrySet()) {
            record.write(
                    value.getKey() instanceof Double number
                            ? doubles(number)
                            : padded(bytes(value.getKey().toString()), 8));
            byte[] label = bytes(SpssNames.shortened(value.getValue(), LONGEST_VALUE_LABEL));
            record.write(label.length);
            record.write(label);
            record.write(new byte[7 - label.length % 8]);
        }
        record.write(ints(4, 1, index));
        return record.toByteArray();
    }

    private void extensions(int rows) throws IOException {
        // Version, machine -1 for unknown, IEEE 754, compressed, little-endian, UTF-8.
        extension(3, 4, ints(1, 0, 0, -1, 1, 1, 2, 65_001));
        extension(4, 8, doubles(-Double.MAX_VALUE, Double.MAX_VALUE, Math.nextUp(-Double.MAX_VALUE)));
        byte[] sets = bytes(sets());
        if (sets.length > 0) {
            extension(7, 1, sets);
        }
        extension(11, 4, display());
        StringJoiner names = new StringJoiner("\t");
        StringBuilder widths = new StringBuilder();
        for (int i = 0; i < variables.size(); i++) {
            SpssVariable variable = variables.get(i);
            String shortName = shortNames.get(i).get(0);
            names.add(shortName + "=" + variable.name());
            if (variable.segments() > 1) {
                widths.append(String.format(Locale.ROOT, "%s=%05d\0\t", shortName, variable.width()));
            }
        }
        extension(13, 1, bytes(names.toString()));
        if (!widths.isEmpty()) {
            extension(14, 1, bytes(widths.toString()));
        }
        extension(16, 8, longs(1, rows));
        extension(20, 1, bytes("UTF-8"));
        byte[] longTexts = labelsOfLongTexts();
        if (longTexts.length > 0) {
            extension(21, 1, longTexts);
        }
    }

    /** Level, width on the screen and alignment of each variable, those of segments included. */
    private byte[] display() throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        for (SpssVariable variable : variables) {
            int shown = Math.max(8, Math.min(32, variable.format().width()));
            for (int segment = 0; segment < variable.segments(); segment++) {
                record.write(ints(variable.level().number, shown, variable.isText() ? 0 : 1));
            }
        }
        return record.toByteArray();
    }

    /** Multiple responses as sets of variables that count their ones. */
    private String sets() {
        Map<SpssVariable.OptionSet, StringBuilder> members = new LinkedHashMap<>();
        for (int i = 0; i < variables.size(); i++) {
            SpssVariable.OptionSet set = variables.get(i).set();
            if (set != null) {
                members.computeIfAbsent(set, unused -> new StringBuilder())
                        .append(' ')
                        .append(shortNames.get(i).get(0).toLowerCase(Locale.ROOT));
            }
        }
        SpssNames unique = new SpssNames();
        StringBuilder sets = new StringBuilder();
        members.forEach((set, names) -> {
            String label = SpssNames.shortened(set.label(), LONGEST_LABEL);
            sets.append('$').append(SpssNames.cut(unique.of(set.name()), 63));
            sets.append("=D1 1 ").append(bytes(label).length).append(' ').append(label);
            sets.append(names).append('\n');
        });
        return sets.toString();
    }

    private byte[] labelsOfLongTexts() throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        for (SpssVariable variable : variables) {
            if (variable.width() <= 8 || variable.labels().isEmpty()) {
                continue;
            }
            counted(record, bytes(variable.name()));
            record.write(ints(variable.width(), variable.labels().size()));
            for (Map.Entry<Object, String> value : variable.labels().entrySet()) {
                counted(record, padded(bytes(value.getKey().toString()), variable.width()));
                counted(record, bytes(SpssNames.shortened(value.getValue(), LONGEST_VALUE_LABEL)));
            }
        }
        return record.toByteArray();
    }

    private static void counted(ByteArrayOutputStream record, byte[] bytes) throws IOException {
        record.write(ints(bytes.length));
        record.write(bytes);
    }

    private void extension(int subtype, int size, byte[] content) throws IOException {
        put(ints(7, subtype, size, content.length / size));
        put(content);
    }

    private void text(String text, int length) throws IOException {
        put(padded(bytes(text), length));
    }

    private void put(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] padded(byte[] bytes, int length) {
        byte[] padded = new byte[length];
        Arrays.fill(padded, (byte) ' ');
        System.arraycopy(bytes, 0, padded, 0, bytes.length);
        return padded;
    }

    private static byte[] ints(int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            buffer.putInt(value);
        }
        return buffer.array();
    }

    private static byte[] longs(long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            buffer.putLong(value);
        }
        return buffer.array();
    }

    private static byte[] doubles(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }
}
