package io.earshot.workbook;

import io.earshot.finding.BannerTable;
import io.earshot.finding.BannerTable.Block;
import io.earshot.finding.BannerTable.Cell;
import io.earshot.finding.BannerTable.Column;
import io.earshot.finding.LineKind;
import io.earshot.finding.Results;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Every question by the columns of a banner. Each column of the banner has two of the sheet: a number that stays one, and
 * beside it the letters of the columns that it exceeds.
 */
final class BannerSheet implements Sheet {
    private static final int STUB = 42;
    private static final int VALUE = 9;
    private static final int LETTERS = 6;

    private final Results results;
    private final Words words;
    private final boolean wave;
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    /** @param wave whether the columns are waves */
    BannerSheet(Results results, Words words, boolean wave) {
        this.results = results;
        this.words = words;
        this.wave = wave;
    }

    /** The row that each question begins in; empty until drawn. */
    Map<String, Integer> rows() {
        return rows;
    }

    private List<BannerTable> tables() {
        return results.of(BannerTable.class)
                .filter(table -> table.wave() == wave)
                .toList();
    }

    @Override
    public String name() {
        return words.of(wave ? "waves" : "banner");
    }

    @Override
    public String shows() {
        return words.of(wave ? "waves.shows" : "banner.shows");
    }

    @Override
    public int[] widths() {
        int columns = tables().get(0).columns().size();
        int[] widths = new int[1 + 2 * columns];
        Arrays.fill(widths, VALUE);
        widths[0] = STUB;
        for (int column = 2; column < widths.length; column += 2) {
            widths[column] = LETTERS;
        }
        return widths;
    }

    @Override
    public void draw(Page page) {
        BannerTable first = tables().get(0);
        page.line(30).text(Look.TITLE, name());
        page.line(18)
                .text(
                        Look.SUBTITLE,
                        words.of(
                                first.weighted() ? "banner.note.weighted" : "banner.note",
                                results.about().confidence(),
                                correction(words, first)));
        first.secondAlpha()
                .ifPresent(second -> page.line(14).text(Look.NOTE, words.of("banner.secondLevel", 1 - second)));
        page.line(14).text(Look.NOTE, words.of("banner.lowBase", first.minimumBase()));
        if (tables().stream().anyMatch(BannerSheet::hasSmall)) {
            page.line(14).text(Look.NOTE, words.of("banner.smallNote"));
        }
        if (first.blocks().stream().anyMatch(Block::overlapping)) {
            page.line(14).text(Look.NOTE, words.of("banner.overlap"));
        }
        page.gap();
        head(page, first);
        page.scaled();
        tables().forEach(table -> table(page, table));
    }

    static String correction(Words words, BannerTable table) {
        return words.of("correction." + table.adjustment().name().toLowerCase(Locale.ROOT));
    }

    private static boolean hasSmall(BannerTable table) {
        return table.blocks().stream().anyMatch(block -> block.association()
                .map(BannerTable.Association::small)
                .toOptional()
                .orElse(false));
    }

    private void head(Page page, BannerTable table) {
        int from = page.next();
        Line titles = page.line(page.height(longest(table, true), 2 * (VALUE + LETTERS)))
                .text(Look.HEAD, "")
                .text(Look.HEAD_NUMBER, "")
                .text(Look.HEAD, "");
        for (Block block : table.blocks()) {
            int row = titles.row();
            int start = titles.next();
            titles.text(Look.HEAD, wave ? words.of("wave") : block.title())
                    .fill(Look.HEAD, start + 2 * block.columns().size());
            page.span(row, start, start + 2 * block.columns().size() - 1);
        }
        if (table.blocks().stream().anyMatch(block -> !block.within().isEmpty())) {
            Line within = page.line(16).text(Look.HEAD, "").text(Look.HEAD, "").text(Look.HEAD, "");
            for (Block block : table.blocks()) {
                int start = within.next();
                within.text(Look.HEAD, block.within())
                        .fill(Look.HEAD, start + 2 * block.columns().size());
                page.span(within.row(), start, start + 2 * block.columns().size() - 1);
            }
        }
        Line labels = page.line(page.height(longest(table, false), VALUE - 3))
                .text(Look.HEAD, words.of("answer"))
                .text(Look.HEAD_NUMBER, words.of("everybody"))
                .text(Look.HEAD, "");
        for (Block block : table.blocks()) {
            block.columns().forEach(column -> labels.text(Look.HEAD_NUMBER, column.label())
                    .text(Look.HEAD, column.letter()));
        }
        page.sheet().createFreezePane(3, page.next());
        page.sheet().setRepeatingRows(CellRangeAddress.valueOf((from + 1) + ":" + page.next()));
        page.sheet().setRepeatingColumns(CellRangeAddress.valueOf("A:C"));
    }

    /** The longest word over a block, or over a column. */
    private static String longest(BannerTable table, boolean titles) {
        return table.blocks().stream()
                .flatMap(block -> titles
                        ? Stream.of(block.title())
                        : block.columns().stream().map(Column::label))
                .reduce("", (a, b) -> b.length() > a.length() ? b : a);
    }

    private void table(Page page, BannerTable table) {
        rows.put(table.subject().variable(), page.next());
        String title = Lines.title(table.subject());
        int columns = 1 + 2 * table.columns().size();
        int lead = page.next();
        page.line(page.height(title, STUB + 4 * (VALUE + LETTERS)))
                .text(Look.LEAD, title + "  [" + table.subject().variable() + "]")
                .fill(Look.LEAD, columns);
        page.span(lead, 0, Math.min(columns - 1, 8));
        bases(page, table);
        for (BannerTable.Line line : table.lines()) {
            line(page, table, line);
        }
        associations(page, table);
        page.keepFrom(lead);
        page.gap();
    }

    private void bases(Page page, BannerTable table) {
        Line n = page.line().text(Look.MUTED, words.of("banner.base"));
        for (Column column : table.columns()) {
            n.number(Look.MUTED, Format.COUNT, column.n())
                    .text(Look.WARNING, !table.weighted() && column.low() ? "*" : "");
        }
        if (table.weighted()) {
            base(page, table, "banner.weighted", Column::weighted);
            Line effective = page.line().text(Look.MUTED, words.of("banner.effective"));
            for (Column column : table.columns()) {
                effective
                        .number(Look.MUTED, Format.COUNT, column.nEffective())
                        .text(Look.WARNING, column.low() ? "*" : "");
            }
        }
    }

    private void base(Page page, BannerTable table, String key, ToDoubleFunction<Column> value) {
        Line line = page.line().text(Look.MUTED, words.of(key));
        table.columns().forEach(column -> line.number(Look.MUTED, Format.COUNT, value.applyAsDouble(column))
                .blank(Look.MUTED));
    }

    private void line(Page page, BannerTable table, BannerTable.Line line) {
        boolean strong = line.kind() != LineKind.ANSWER && line.kind() != LineKind.DEVIATION;
        String label = Lines.label(words, line.kind(), line.code(), line.label());
        Line cells = page.line(page.height(label, STUB - 2)).text(strong ? Look.TERM : Look.BODY, label);
        for (int i = 0; i < line.cells().size(); i++) {
            Cell cell = line.cells().get(i);
            boolean low = table.columns().get(i).low();
            Look look = low ? Look.MUTED : strong ? Look.STRONG : Look.BODY;
            Lines.value(cells, look, Lines.format(line.kind()), cell.value());
            cells.text(Look.LETTERS, cell.letters());
        }
    }

    private void associations(Page page, BannerTable table) {
        if (table.blocks().stream().noneMatch(block -> block.association().isDefined())) {
            return;
        }
        Line statistic = page.line()
                .text(Look.NOTE, words.of(table.weighted() ? "banner.statistic.weighted" : "banner.statistic"));
        Line p = page.line().text(Look.NOTE, words.of("banner.p"));
        Line v = page.line().text(Look.NOTE, words.of("banner.v"));
        for (Line line : List.of(statistic, p, v)) {
            line.fill(Look.MUTED, 3);
        }
        for (Block block : table.blocks()) {
            int end = statistic.next() + 2 * block.columns().size();
            block.association()
                    .cases(
                            test -> {
                                statistic.number(Look.MUTED, Format.DECIMAL, test.statistic());
                                p.number(Look.MUTED, Format.P_VALUE, test.p());
                                p.text(Look.WARNING, test.small() ? words.of("banner.small") : "");
                                return v.number(Look.MUTED, Format.COEFFICIENT, test.cramersV());
                            },
                            undefined -> statistic.text(Look.MUTED_RIGHT, "–"));
            for (Line line : List.of(statistic, p, v)) {
                line.fill(Look.MUTED, end);
            }
        }
    }
}
