package io.earshot.workbook;

import io.earshot.finding.CodebookEntry;
import io.earshot.finding.Results;
import io.earshot.finding.Subject;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;

/** Every column of the data with its wording and its codes, and who was asked: one row per code, so that it filters. */
final class CodebookSheet implements Sheet {
    private static final int WORDING = 38;
    private static final int LABEL = 24;

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
        return new int[] {
            wide(10, 20, entry -> entry.subject().variable()),
            wide(
                    9,
                    20,
                    entry -> entry.source().isQuestionnaires() ? entry.subject().question() : ""),
            WORDING,
            wide(8, 10, this::level),
            ArialText.column(words.of("reversed"), Page.HEAD),
            codes(7, 12, Subject.Code::code),
            codes(10, LABEL, Subject.Code::label),
            8,
            Math.max(11, ArialText.column(words.of("missingShort"), Page.HEAD)),
            wide(6, 9, CodebookEntry::unit),
            wide(14, 30, this::asked)
        };
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

    /** As wide as the longest text needs, within limits: what isn't there takes no room from what is printed. */
    private int wide(int least, int most, Function<CodebookEntry, String> text) {
        return fitting(least, most, results.codebook().stream().map(text));
    }

    private int codes(int least, int most, Function<Subject.Code, String> text) {
        return fitting(
                least,
                most,
                results.codebook().stream()
                        .flatMap(entry -> entry.subject().codes().stream())
                        .map(text));
    }

    private static int fitting(int least, int most, Stream<String> texts) {
        int longest = texts.mapToInt(text -> ArialText.column(text, 10.3)).max().orElse(0);
        return Math.max(least, Math.min(most, longest));
    }

    private void rows(Page page, CodebookEntry entry) {
        List<Subject.Code> codes = entry.subject().codes();
        if (codes.isEmpty()) {
            row(page, entry, new Subject.Code("", ""), true);
        }
        for (int i = 0; i < codes.size(); i++) {
            row(page, entry, codes.get(i), i == 0);
        }
    }

    /** @param first whether the variable's words are told in full; further rows have them for filters, in one line and cut off */
    private void row(Page page, CodebookEntry entry, Subject.Code code, boolean first) {
        Subject subject = entry.subject();
        String wording = columns.wording(entry);
        String asked = asked(entry);
        Line cells = page.line();
        told(cells, first, Look.BODY, subject.variable());
        told(cells, first, Look.MUTED, entry.source().isQuestionnaires() ? subject.question() : "");
        told(cells, first, Look.BODY, wording);
        told(cells, first, Look.BODY, level(entry));
        told(cells, first, Look.BODY, entry.reversed() ? words.of("yes") : "");
        cells.words(Look.BODY, code.code())
                .words(Look.BODY, code.label())
                .count(entry.n())
                .count(entry.missing());
        told(cells, first, Look.BODY, entry.unit());
        told(cells, first, entry.asked().isPresent() ? Look.BODY : Look.MUTED, asked);
    }

    private static void told(Line cells, boolean first, Look look, String text) {
        if (first) {
            cells.words(look, text);
        } else {
            cells.text(Look.REPEATED, text);
        }
    }

    private String level(CodebookEntry entry) {
        return words.of(
                entry.subject().multiple()
                        ? "measure.multiple"
                        : "measure." + entry.subject().measure().word());
    }

    private String asked(CodebookEntry entry) {
        return columns.asked(entry).orElseGet(() -> columns.source(entry));
    }
}
