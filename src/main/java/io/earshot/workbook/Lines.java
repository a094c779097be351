package io.earshot.workbook;

import io.earshot.finding.Estimate;
import io.earshot.finding.LineKind;
import io.earshot.finding.Subject;
import io.earshot.statistics.Outcome;
import java.util.Locale;
import java.util.OptionalDouble;

/** The lines of tables in words and formats, the same on every sheet. */
final class Lines {
    private Lines() {}

    static String label(Words words, LineKind kind, String code, String label) {
        return switch (kind) {
            case ANSWER -> label.isEmpty() ? code : label;
            case NET -> words.of("net." + code, label);
            case MEAN, DEVIATION, MEDIAN, SCORE ->
                words.of("line." + kind.name().toLowerCase(Locale.ROOT));
        };
    }

    static boolean isShare(LineKind kind) {
        return kind == LineKind.ANSWER || kind == LineKind.NET;
    }

    static Format format(LineKind kind) {
        return switch (kind) {
            case ANSWER, NET -> Format.SHARE;
            case MEAN, DEVIATION, MEDIAN -> Format.DECIMAL;
            case SCORE -> Format.SCORE;
        };
    }

    /** A question's whole wording. */
    static String title(Subject subject) {
        return subject.full();
    }

    /**
     * What a block of a sheet is about, under the question that it is a part of, with the variable's name.
     *
     * @param across  the number of columns that the words stand over
     * @param columns the number of the sheet's columns
     */
    static void lead(Page page, Subject subject, int across, int columns) {
        if (!subject.stem().isEmpty()) {
            lead(page, Look.STEM, subject.stem(), across, columns);
        }
        String own = subject.label().isEmpty() ? subject.variable() : subject.label();
        lead(page, Look.LEAD, own + "  [" + subject.variable() + "]", across, columns);
    }

    private static void lead(Page page, Look look, String text, int across, int columns) {
        int row = page.next();
        page.line(Math.max(18, Page.height(text, page.width(0, across))))
                .text(look, text)
                .fill(look, columns);
        page.span(row, 0, across - 1);
    }

    static void value(Line line, Look look, Format format, Outcome<Estimate> value) {
        value.cases(
                estimate -> line.number(look, format, estimate.value()), undefined -> line.text(Look.MUTED_RIGHT, "–"));
    }

    static void ends(Line line, Format format, Outcome<Estimate> value) {
        value.cases(
                estimate -> {
                    end(line, format, estimate.low());
                    return end(line, format, estimate.high());
                },
                undefined -> line.text(Look.MUTED_RIGHT, "–").text(Look.MUTED_RIGHT, "–"));
    }

    static Line end(Line line, Format format, OptionalDouble end) {
        return end.isPresent() ? line.number(Look.BODY, format, end.getAsDouble()) : line.text(Look.MUTED_RIGHT, "–");
    }
}
