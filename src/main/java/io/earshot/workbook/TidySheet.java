package io.earshot.workbook;

import io.earshot.finding.BannerTable;
import io.earshot.finding.BannerTable.Cell;
import io.earshot.finding.BannerTable.Column;
import io.earshot.finding.Results;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.poi.ss.util.CellRangeAddress;

/** All banner tables as one long list: one row per question, line and column. */
final class TidySheet implements Sheet {
    /** The columns that tell which figure it is. */
    private static final int REPEATED = 6;

    private final Results results;
    private final Words words;

    TidySheet(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    @Override
    public String name() {
        return words.of("tidy");
    }

    @Override
    public String shows() {
        return words.of("tidy.shows");
    }

    @Override
    public int[] widths() {
        return new int[] {13, 18, 10, 24, 7, 18, 44, 26, 16, 8, 9, 9, 8, 9, 9, 9, 9, 12, 9};
    }

    @Override
    public void draw(Page page) {
        page.title(name(), words.of("tidy.note"), REPEATED);
        int head = page.next();
        page.line(30)
                .heads(
                        words.of("variable"),
                        words.of("tidy.line"),
                        words.of("code"),
                        words.of("label"),
                        words.of("tidy.letter"),
                        words.of("tidy.column"),
                        words.of("question"),
                        words.of("tidy.block"),
                        words.of("tidy.within"))
                .numberHeads(
                        words.of("tidy.base"),
                        words.of("tidy.weightedBase"),
                        words.of("tidy.effectiveBase"),
                        words.of("count"),
                        words.of("tidy.weightedCount"),
                        words.of("tidy.value"),
                        words.of("low"),
                        words.of("high"))
                .heads(words.of("tidy.letters"), words.of("tidy.low"));
        page.freezeHere(1);
        page.across(REPEATED, 9);
        results.of(BannerTable.class).forEach(table -> rows(page, table));
        CellRangeAddress all = new CellRangeAddress(head, Math.max(head, page.next() - 1), 0, widths().length - 1);
        page.sheet().setAutoFilter(all);
        page.define("tidy", all);
    }

    private void rows(Page page, BannerTable table) {
        for (BannerTable.Line line : table.lines()) {
            int place = 0;
            row(
                    page,
                    table,
                    line,
                    line.cells().get(place++),
                    table.total(),
                    words.of("everybody"),
                    "",
                    words.of("everybody"));
            for (BannerTable.Block block : table.blocks()) {
                String title = table.wave() ? words.of("wave") : block.title();
                for (Column column : block.columns()) {
                    row(page, table, line, line.cells().get(place++), column, title, block.within(), column.label());
                }
            }
        }
    }

    private void row(
            Page page,
            BannerTable table,
            BannerTable.Line line,
            Cell cell,
            Column column,
            String block,
            String within,
            String label) {
        Format format = Lines.format(line.kind());
        String title = Lines.title(table.subject());
        String answer = Lines.label(words, line.kind(), line.code(), line.label());
        Line cells = page.line()
                .words(Look.DATA_WORDS, table.subject().variable())
                .words(Look.DATA_WORDS, words.of(kind(line)))
                .words(Look.DATA_WORDS, line.code())
                .words(Look.DATA_WORDS, answer)
                .text(Look.DATA_WORDS, column.letter())
                .words(Look.DATA_WORDS, label)
                .words(Look.DATA_WORDS, title)
                .words(Look.DATA_WORDS, block)
                .words(Look.DATA_WORDS, within)
                .number(Look.DATA, Format.COUNT, column.n())
                .number(Look.DATA, Format.DECIMAL, column.weighted())
                .number(Look.DATA, Format.DECIMAL, column.nEffective());
        if (cell.isHidden()) {
            cells.text(Look.DATA, words.of("hidden")).blank(Look.DATA);
        } else if (cell.isSuppressed()) {
            cells.text(Look.DATA, words.of("suppressed", table.shownFrom())).blank(Look.DATA);
        } else {
            cells.number(Look.DATA, Format.COUNT, cell.count().orElseThrow())
                    .number(Look.DATA, Format.DECIMAL, cell.weighted().orElseThrow());
        }
        cell.value()
                .cases(
                        estimate -> {
                            cells.number(Look.DATA, format, estimate.value());
                            end(cells, format, estimate.low());
                            return end(cells, format, estimate.high());
                        },
                        undefined -> cells.blank(Look.DATA).blank(Look.DATA).blank(Look.DATA));
        cells.words(Look.DATA_WORDS, cell.letters()).text(Look.DATA_WORDS, column.low() ? words.of("yes") : "");
    }

    private static String kind(BannerTable.Line line) {
        return "line." + line.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Line end(Line cells, Format format, OptionalDouble end) {
        return end.isPresent() ? cells.number(Look.DATA, format, end.getAsDouble()) : cells.blank(Look.DATA);
    }
}
