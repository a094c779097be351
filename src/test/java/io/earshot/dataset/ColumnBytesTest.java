package io.earshot.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColumnBytesTest {
    private static final Missing[] KINDS = Missing.values();
    private static final int ROWS = 9_000;

    @Test
    void fewTextsComeBackAsTheyWere() {
        assertComesBack(ROWS, row -> row % 5 == 0 ? "" : "word " + row % 7);
    }

    @Test
    void moreTextsThanAByteTellsApartComeBackAsTheyWere() {
        assertComesBack(ROWS, row -> "word " + row % 256);
        assertComesBack(ROWS, row -> "word " + row % 257);
        assertComesBack(ROWS, row -> "word " + row % 300 + " ça 😀");
    }

    @Test
    void textsOfWhichEachIsAnotherComeBackAsTheyWere() {
        assertComesBack(ROWS, row -> "word " + row);
        assertComesBack(ROWS, row -> row == 5 ? "x".repeat(1_000_000) : "word " + row);
    }

    @Test
    void aColumnWithoutRowsComesBackWithout() {
        assertComesBack(0, row -> "none");
    }

    @Test
    void aNumberOfNoTextIsRefused() {
        ByteBuffer written = written(column(10, row -> "word"));
        written.put(written.limit() - 1, (byte) 9);

        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> ColumnBytes.read(column(0, row -> ""), written, 10));

        assertEquals("there is no text 9", refused.getMessage());
    }

    @Test
    void aColumnThatEndsTooSoonIsRefused() {
        ByteBuffer written = written(column(10, row -> "word"));
        written.limit(written.limit() - 1);

        assertThrows(BufferUnderflowException.class, () -> ColumnBytes.read(column(0, row -> ""), written, 10));
    }

    private static void assertComesBack(int rows, IntFunction<String> text) {
        TextColumn column = column(rows, text);
        ByteBuffer written = written(column);

        TextColumn read = (TextColumn) ColumnBytes.read(column(0, text), written, rows);

        assertEquals(rows, read.rows());
        for (int row = 0; row < rows; row++) {
            assertEquals(column.text(row), read.text(row));
            assertEquals(column.missing(row), read.missing(row));
        }
        assertTrue(rows == 0 || read.text(1).equals(Optional.of(text.apply(1))));
        assertEquals(0, written.remaining());
    }

    /** Every eleventh row is missing, for one reason after the other. */
    private static TextColumn column(int rows, IntFunction<String> text) {
        TextColumn.Builder builder = TextColumn.builder(Variable.of("t", "t", Text.of("t"), Measure.TEXT));
        IntStream.range(0, rows).forEach(row -> {
            if (row % 11 == 0) {
                builder.addMissing(KINDS[row / 11 % KINDS.length]);
            } else {
                builder.add(text.apply(row));
            }
        });
        return builder.build();
    }

    private static ByteBuffer written(Column column) {
        GrowingBytes bytes = new GrowingBytes();
        ColumnBytes.write(column, bytes);
        int size = bytes.all().stream().mapToInt(ByteBuffer::remaining).sum();
        ByteBuffer whole = ByteBuffer.allocate(size);
        bytes.all().forEach(whole::put);
        return whole.flip();
    }
}
