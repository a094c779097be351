package io.earshot.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final int ROWS = 20_000;

    @Test
    void whateverTextsThereAreTheyAreReadAsTheyWereGiven() {
        List<IntFunction<String>> kinds = List.of(
                row -> row % 3 == 0 ? "fr" : "",
                row -> new UUID(row, row * 31L).toString(),
                row -> row < 9
                        ? new UUID(row, row).toString()
                        : new UUID(row, row).toString().toUpperCase(),
                row -> "Nr. " + row + " – ça 😀".repeat(row % 7),
                row -> row < 5_000 ? "same" : "other " + row,
                row -> "half " + (char) (0xD800 + row % 2048) + " of a character " + row,
                row -> row == 17 ? "x".repeat(3_000_000) : "r" + row);
        for (IntFunction<String> kind : kinds) {
            TextColumn column = column(0, ROWS, kind);
            TextColumn joined = builder()
                    .addAll(column(0, 7, kind))
                    .addAll(column(7, 12_000, kind))
                    .addAll(column(12_000, ROWS, kind))
                    .build();

            for (int row = 0; row < ROWS; row++) {
                assertEquals(kind.apply(row), column.text(row).orElseThrow());
                assertEquals(kind.apply(row), joined.text(row).orElseThrow());
            }
        }
    }

    @Test
    void kindsOfTextsMayFollowEachOther() {
        IntFunction<String> ids = row -> new UUID(row, row).toString();
        IntFunction<String> words = row -> "word " + row % 4;

        TextColumn joined = builder()
                .addAll(column(0, 100, words))
                .addMissing(Missing.NOT_ASKED)
                .addAll(column(0, 100, ids))
                .addAll(column(0, 6_000, row -> "other " + row))
                .build();

        assertEquals("word 3", joined.text(99).orElseThrow());
        assertEquals(Missing.NOT_ASKED, joined.missing(100).orElseThrow());
        assertEquals(ids.apply(5), joined.text(106).orElseThrow());
        assertEquals("other 5999", joined.text(6_200).orElseThrow());
        assertEquals(6_201, joined.rows());
    }

    private static TextColumn column(int from, int to, IntFunction<String> text) {
        TextColumn.Builder builder = builder();
        IntStream.range(from, to).forEach(row -> builder.add(text.apply(row)));
        return builder.build();
    }

    private static TextColumn.Builder builder() {
        return TextColumn.builder(Variable.of("t", "t", Text.of("t"), Measure.TEXT));
    }
}
