package io.earshot.workbook;

import io.earshot.finding.Comparisons;
import io.earshot.finding.Results;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.poi.ss.util.CellRangeAddress;

/** Every comparison behind the letters, the smallest p first. */
final class TestsSheet implements Sheet {
    /** The columns that tell which comparison it is. */
    private static final int REPEATED = 4;

    private final Results results;
    private final Words words;

    TestsSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    @Override
    public String name() {
        return words.of("tests");
    }

    @Override
    public String shows() {
        return words.of("tests.shows");
    }

    @Override
    public int[] widths() {
        return new int[] {13, 28, 20, 20, 26, 46, 8, 8, 10, 8, 8, 20, 9, 11, 8, 13, 14, 8, 10};
    }

    @Override
    public void draw(Page page) {
        List<Comparisons> all = results.of(Comparisons.class).toList();
        page.title(
                name(),
                words.of(
                        "tests.note",
                        all.stream().mapToLong(Comparisons::made).sum(),
                        all.stream().mapToLong(Comparisons::notMade).sum()),
                REPEATED);
        if (all.stream().allMatch(comparisons -> comparisons.pairs().isEmpty())) {
            return;
        }
        int head = page.next();
        page.line(42)
                .heads(
                        words.of("variable"),
                        words.of("tidy.line"),
                        words.of("tests.first"),
                        words.of("tests.second"),
                        words.of("tidy.block"),
                        words.of("question"))
                .numberHeads(
                        words.of("tests.firstValue"),
                        words.of("tests.secondValue"),
                        words.of("tests.difference"),
                        words.of("low"),
                        words.of("high"))
                .heads(words.of("tests.test"))
                .numberHeads(
                        words.of("tests.statistic"),
                        words.of("tests.df"),
                        words.of("tests.p"),
                        words.of("tests.adjusted"),
                        words.of("tests.discovery"),
                        words.of("tests.effect"))
                .heads(words.of("tests.significant"));
        page.freezeHere(1);
        page.across(REPEATED, 11);
        all.forEach(comparisons -> comparisons.pairs().forEach(pair -> row(page, comparisons, pair)));
        CellRangeAddress cells = new CellRangeAddress(head, Math.max(head, page.next() - 1), 0, widths().length - 1);
        page.sheet().setAutoFilter(cells);
        page.define("comparisons", cells);
    }

    private void row(Page page, Comparisons comparisons, Comparisons.Pair pair) {
        Format format = Lines.format(pair.kind());
        List<String> names = List.of(
                Lines.label(words, pair.kind(), pair.code(), pair.label()),
                pair.firstLetter() + " · " + pair.first(),
                pair.secondLetter() + " · " + pair.second(),
                comparisons.wave() ? words.of("wave") : pair.block(),
                pair.question());
        Line cells = page.line().words(Look.DATA_WORDS, pair.variable());
        names.forEach(name -> cells.words(Look.DATA_WORDS, name));
        cells.number(Look.DATA, format, pair.firstValue())
                .number(Look.DATA, format, pair.secondValue())
                .number(Look.DATA, format, pair.difference());
        end(cells, format, pair.low());
        end(cells, format, pair.high());
        cells.words(Look.DATA_WORDS, words.of("test." + pair.test().name().toLowerCase(Locale.ROOT)))
                .number(Look.DATA, Format.DECIMAL, pair.statistic());
        end(cells, Format.DECIMAL, pair.df());
        cells.number(Look.DATA, Format.P_VALUE, pair.p())
                .number(Look.DATA, Format.P_VALUE, pair.adjusted())
                .number(Look.DATA, Format.P_VALUE, pair.discovery());
        end(cells, Format.DECIMAL, pair.effect());
        cells.text(Look.DATA_WORDS, words.of(pair.significant() ? "yes" : "no"));
    }

    private static void end(Line cells, Format format, OptionalDouble end) {
        if (end.isPresent()) {
            cells.number(Look.DATA, format, end.getAsDouble());
        } else {
            cells.blank(Look.DATA);
        }
    }
}
