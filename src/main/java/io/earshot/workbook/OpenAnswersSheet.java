package io.earshot.workbook;

import io.earshot.dataset.Column;
import io.earshot.dataset.Extract;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.TimeColumn;
import io.earshot.dataset.Watch;
import io.earshot.finding.Verbatims;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people wrote, question by question, one row for each text. */
final class OpenAnswersSheet {
    private OpenAnswersSheet() {}

    static void write(
            StreamedBook book,
            Styles styles,
            Words words,
            int rowsPerSheet,
            Extract extract,
            ZoneId zone,
            Verbatims verbatims) {
        List<TextColumn> columns = verbatims.questions().stream()
                .map(question -> extract.answers().column(question.subject().variable(), TextColumn.class))
                .toList();
        // Where each text is: the question in the upper half, the response in the lower.
        long[] places = new long
                [(int) verbatims.questions().stream()
                        .mapToLong(Verbatims.Question::n)
                        .sum()];
        int next = 0;
        for (int question = 0; question < columns.size(); question++) {
            for (int row = 0; row < extract.rows(); row++) {
                Watch.look(row);
                if (!columns.get(question).isMissing(row)) {
                    places[next++] = ((long) question << 32) | row;
                }
            }
        }
        List<Field> fields = new ArrayList<>();
        for (Column column : extract.identity()) {
            beside(column, places, zone).ifPresent(fields::add);
        }
        fields.add(new Field(
                words.of("variable"),
                18,
                (at, cells) -> cells.text(verbatims
                        .questions()
                        .get(question(places[at]))
                        .subject()
                        .variable())));
        fields.add(new Field(
                words.of("question"),
                36,
                (at, cells) -> cells.text(verbatims
                        .questions()
                        .get(question(places[at]))
                        .subject()
                        .label())));
        fields.add(new Field(words.of("openAnswers.text"), 44, (at, cells) -> columns.get(question(places[at]))
                .text(row(places[at]))
                .ifPresent(cells::text)));
        List<Optional<MultipleColumn>> codes = verbatims.questions().stream()
                .map(question -> codes(extract, question.subject().variable()))
                .toList();
        if (codes.stream().anyMatch(Optional::isPresent)) {
            fields.add(new Field(words.of("openAnswers.codes"), 24, (at, cells) -> codes.get(question(places[at]))
                    .map(column -> String.join("; ", column.chosen(row(places[at]))))
                    .ifPresent(cells::text)));
        }
        new DataSheet(book, styles, rowsPerSheet)
                .write(words.of("openAnswers"), "open_answers", fields, places.length, rows -> {});
    }

    /** Those that stand beside the answers, if the report codes them. */
    private static Optional<MultipleColumn> codes(Extract extract, String variable) {
        return extract.attributes().stream()
                .filter(MultipleColumn.class::isInstance)
                .map(MultipleColumn.class::cast)
                .filter(column -> column.name().equals(variable + "_codes"))
                .findFirst();
    }

    private static Optional<Field> beside(Column column, long[] places, ZoneId zone) {
        if (column instanceof TextColumn texts && List.of("id", "language").contains(column.name())) {
            return Optional.of(new Field(
                    column.name(), column.name().equals("id") ? 36 : 10, (at, cells) -> texts.text(row(places[at]))
                            .ifPresent(cells::text)));
        }
        if (column instanceof TimeColumn times && column.name().equals("submitted_at")) {
            return Optional.of(new Field(column.name(), 18, (at, cells) -> times.time(row(places[at]))
                    .ifPresent(time -> cells.time(time.atZone(zone).toLocalDateTime()))));
        }
        return Optional.empty();
    }

    private static int question(long place) {
        return (int) (place >>> 32);
    }

    private static int row(long place) {
        return (int) place;
    }
}
