package io.earshot.workbook;

import io.earshot.finding.Results;
import io.earshot.finding.Results.CodebookEntry;
import io.earshot.finding.Subject;
import org.apache.poi.ss.util.CellRangeAddress;

/** Every variable with its wording and its codes: one row per code, so that it filters. */
final class CodebookSheet implements Sheet {
    private final Results results;
    private final Words words;

    CodebookSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
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
        return new int[] {16, 18, 64, 11, 11, 9, 28, 9, 12};
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
                .numberHeads(words.of("n"), words.of("missingShort"));
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
        page.line(Math.max(page.height(subject.full(), 62), page.height(code.label(), 28)))
                .text(Look.BODY, subject.variable())
                .text(Look.MUTED, subject.question())
                .text(Look.BODY, subject.label().isEmpty() ? "" : subject.full())
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
                .count(entry.missing());
    }
}
