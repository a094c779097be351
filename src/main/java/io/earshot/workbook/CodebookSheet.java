package io.earshot.workbook;

import io.earshot.finding.CodebookEntry;
import io.earshot.finding.Results;
import io.earshot.finding.Subject;
import org.apache.poi.ss.util.CellRangeAddress;

/** Every column of the data with its wording and its codes, and who was asked: one row per code, so that it filters. */
final class CodebookSheet implements Sheet {
    private final Results results;
    private final Words words;
    private final ColumnWords columns;

    CodebookSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
        this.columns = new ColumnWords(new FilterWords(results, words), words);
    }

    @Override
    public String name() {
        return words.of("codebook");
    }

    @Override
    public String shows() {
        return words.of("codebook.shows");
    }

    @Override
    public int[] widths() {
        return new int[] {20, 14, 50, 10, 9, 12, 24, 9, 11, 7, 40};
    }

    @Override
    public void draw(Page page) {
        page.title(name(), words.of("codebook.note"));
        int head = page.next();
        page.line(30)
                .heads(
                        words.of("variable"),
                        words.of("question"),
                        words.of("wording"),
                        words.of("level"),
                        words.of("reversed"),
                        words.of("code"),
                        words.of("label"))
                .numberHeads(words.of("n"), words.of("missingShort"))
                .heads(words.of("unit"), words.of("asked.of"));
        page.freezeHere(1);
        results.codebook().forEach(entry -> rows(page, entry));
        page.sheet().setAutoFilter(new CellRangeAddress(head, Math.max(head, page.next() - 1), 0, widths().length - 1));
    }

    private void rows(Page page, CodebookEntry entry) {
        if (entry.subject().codes().isEmpty()) {
            row(page, entry, new Subject.Code("", ""));
        }
        entry.subject().codes().forEach(code -> row(page, entry, code));
    }

    private void row(Page page, CodebookEntry entry, Subject.Code code) {
        Subject subject = entry.subject();
        String wording = columns.wording(entry);
        String asked = columns.asked(entry).orElseGet(() -> columns.source(entry));
        double height = Math.max(page.height(wording, 48), page.height(code.label(), 23));
        page.line(Math.max(height, page.height(asked, 38)))
                .text(Look.BODY, subject.variable())
                .text(Look.MUTED, entry.source().isQuestionnaires() ? subject.question() : "")
                .text(Look.BODY, wording)
                .text(
                        Look.BODY,
                        words.of(
                                subject.multiple()
                                        ? "measure.multiple"
                                        : "measure." + subject.measure().word()))
                .text(Look.BODY, entry.reversed() ? words.of("yes") : "")
                .text(Look.BODY, code.code())
                .text(Look.BODY, code.label())
                .count(entry.n())
                .count(entry.missing())
                .text(Look.BODY, entry.unit())
                .text(entry.asked().isPresent() ? Look.BODY : Look.MUTED, asked);
    }
}
