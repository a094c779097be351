package io.earshot.workbook;

import io.earshot.dataset.Extract;
import io.earshot.dataset.TextColumn;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Texts longer than a cell, in full, in numbered parts: put together in order they are the answer. */
final class LongTextsSheet {
    private LongTextsSheet() {}

    static void write(
            SXSSFWorkbook book,
            Styles styles,
            Words words,
            int rowsPerSheet,
            Extract extract,
            List<DataSheet.LongText> texts) {
        record Part(DataSheet.LongText of, int number, String text) {}

        List<Part> parts = new ArrayList<>();
        for (DataSheet.LongText text : texts) {
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
        fields.add(new Field(words.of("part"), 8, (row, cells) -> cells.number()
                .setCellValue(parts.get(row).number())));
        fields.add(new Field(
                words.of("text"), 44, (row, cells) -> cells.text(parts.get(row).text())));
        new DataSheet(book, styles, rowsPerSheet)
                .write(words.of("longTexts"), "long_answers", fields, parts.size(), rows -> {});
    }
}
