package io.earshot.workbook;

import io.earshot.dataset.Column;
import io.earshot.dataset.Extract;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.Watch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Texts longer than a cell, in full, in numbered parts: put together in order they are the answer. */
final class LongTextsSheet {
    private LongTextsSheet() {}

    /** A text that its cell can't hold. */
    record LongText(int row, String field, String text) {}

    /** All of them, row by row. */
    static List<LongText> find(Extract extract) {
        List<LongText> found = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        extract.answers().columns().forEach(column -> taken.add(column.name()));
        Stream.of(extract.identity(), extract.attributes())
                .flatMap(List::stream)
                .forEach(column -> find(
                        column, taken.contains(column.name()) ? "response." + column.name() : column.name(), found));
        extract.answers().columns().forEach(column -> find(column, column.name(), found));
        found.sort(Comparator.comparingInt(LongText::row));
        return found;
    }

    private static void find(Column column, String field, List<LongText> found) {
        if (column instanceof TextColumn texts) {
            for (int row = 0; row < texts.rows(); row++) {
                Watch.look(row);
                int at = row;
                texts.text(row)
                        .filter(text -> !CellText.fits(text))
                        .ifPresent(text -> found.add(new LongText(at, field, text)));
            }
        }
    }

    static void write(
            StreamedBook book, Styles styles, Words words, int rowsPerSheet, Extract extract, List<LongText> texts) {
        record Part(LongText of, int number, String text) {}

        List<Part> parts = new ArrayList<>();
        for (LongText text : texts) {
            List<String> pieces = CellText.pieces(text.text(), CellText.CAPACITY);
            for (int i = 0; i < pieces.size(); i++) {
                parts.add(new Part(text, i + 1, pieces.get(i)));
            }
        }
        List<Field> fields = new ArrayList<>();
        extract.identity().stream()
                .filter(column -> column instanceof TextColumn)
                .map(column -> (TextColumn) column)
                .findFirst()
                .ifPresent(id -> fields.add(new Field(id.name(), 38, (row, cells) -> id.text(
                                parts.get(row).of().row())
                        .ifPresent(cells::text))));
        fields.add(new Field(
                words.of("variable"),
                20,
                (row, cells) -> cells.text(parts.get(row).of().field())));
        fields.add(new Field(
                words.of("part"), 8, (row, cells) -> cells.number(parts.get(row).number())));
        fields.add(new Field(
                words.of("text"), 44, (row, cells) -> cells.text(parts.get(row).text())));
        new DataSheet(book, styles, rowsPerSheet)
                .write(words.of("longTexts"), "long_answers", fields, parts.size(), rows -> {});
    }
}
