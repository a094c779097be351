package io.earshot.workbook;

import io.earshot.finding.BannerTable;
import io.earshot.finding.BannerTable.Block;
import io.earshot.finding.BannerTable.Cell;
import io.earshot.finding.BannerTable.Column;
import io.earshot.finding.Basis;
import io.earshot.finding.LineKind;
import io.earshot.finding.Results;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Every question by the columns of a banner. Each column of the banner has two of the sheet: a number that stays one, and
 * beside it the letters of the columns that it exceeds.
 */
final class BannerSheet implements Sheet {
    private static final int STUB = 42;
    private static final int VALUE = 9;
    private static final int WIDEST_VALUE = 14;
    private static final int LETTERS = 5;
    private static final int MOST_LETTERS = 11;
    private static final int FIXED = 3;
    /** A question is to be read on a screen without scrolling. */
    private static final int WIDEST_LEAD = 9;

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
        widths[1] = value(words.of("everybody"));
        widths[2] = 3;
        for (int column = 1; column < columns; column++) {
            widths[1 + 2 * column] = value(tables().get(0).columns().get(column).label());
            widths[2 + 2 * column] = Math.max(LETTERS, Math.min(MOST_LETTERS, 2 + mostLetters(column)));
        }
        return widths;
    }

    /** How wide a column of values is, in characters: the longest word of its head is not cut. */
    private static int value(String label) {
        int longest = Arrays.stream(label.split(" ", -1))
                .mapToInt(word -> ArialText.columnOfNumbers(word, Page.HEAD))
                .max()
                .orElse(0);
        return Math.max(VALUE, Math.min(WIDEST_VALUE, longest));
    }

    private int mostLetters(int column) {
        return tables().stream()
                .flatMap(table -> table.lines().stream())
                .mapToInt(line -> line.cells().get(column).letters().length())
                .max()
                .orElse(0);
    }

    @Override
    public void draw(Page page) {
        BannerTable first = tables().get(0);
        List<Integer> starts = page.scaled(
                FIXED,
                first.blocks().stream().map(block -> 2 * block.columns().size()).toList(),
                2);
        page.line(30).text(Look.TITLE, name());
        List<String> notes = new ArrayList<>();
        first.secondAlpha().ifPresent(second -> notes.add(words.of("banner.secondLevel", 1 - second)));
        notes.add(words.of("banner.lowBase", first.minimumBase()));
        if (tables().stream().anyMatch(BannerSheet::hasSmall)) {
            notes.add(words.of("banner.smallNote"));
        }
        if (tables().stream().anyMatch(BannerTable::hidesAny)) {
            notes.add(words.of("hidden.note", smallest(results)));
        }
        if (tables().stream().anyMatch(BannerTable::suppressesAny)) {
            notes.add(words.of("suppressed.note", first.shownFrom()));
        }
        if (first.blocks().stream().anyMatch(Block::overlapping)) {
            notes.add(words.of("banner.overlap"));
        }
        // Columns that every page across repeats hold the title alone: a sentence in them would be cut on the second
        // page.
        int from = starts.size() > 1 ? FIXED : 0;
        int to = starts.size() > 1 ? starts.get(1) : widths().length;
        note(
                page,
                Look.NOTE,
                words.of(
                        first.weighted() ? "banner.note.weighted" : "banner.note",
                        results.about().confidence(),
                        correction(words, first)),
                from,
                to);
        notes.forEach(note -> note(page, Look.NOTE, note, from, to));
        page.gap();
        head(page, first, starts);
        int across = starts.size() > 1 ? FIXED : Math.min(widths().length, WIDEST_LEAD);
        tables().forEach(table -> table(page, table, across));
    }

    private static void note(Page page, Look look, String text, int from, int to) {
        int row = page.next();
        page.line(Page.height(text, page.width(from, to)))
                .fill(Look.SUBTITLE, from)
                .text(look, text);
        page.span(row, from, to - 1);
    }

    static int smallest(Results results) {
        return results.of(Basis.class).mapToInt(Basis::smallest).findFirst().orElse(1);
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

    /**
     * Writes a head over the columns of a block, once on every page across that has some of them.
     *
     * @param starts the columns that pages begin with
     */
    private static void group(Page page, Line line, Look look, String text, Block block, List<Integer> starts) {
        int end = line.next() + 2 * block.columns().size();
        while (line.next() < end) {
            int start = line.next();
            int stop = starts.stream()
                    .filter(column -> column > start && column < end)
                    .findFirst()
                    .orElse(end);
            // The last cell, of letters, has no rule: so one block's ends before the next one's begins.
            line.text(look, text).fill(look, stop - 1).fill(Look.HEAD, stop);
            page.span(line.row(), start, stop - 2);
        }
    }

    private void head(Page page, BannerTable table, List<Integer> starts) {
        int from = page.next();
        double height = 18;
        for (Block block : table.blocks()) {
            height = Math.max(height, Page.height(block.title(), block.columns().size() * (VALUE + LETTERS) - LETTERS));
        }
        Line titles =
                page.line(height).text(Look.HEAD, "").text(Look.HEAD_NUMBER, "").text(Look.HEAD, "");
        for (Block block : table.blocks()) {
            group(page, titles, Look.HEAD_GROUP, wave ? words.of("wave") : block.title(), block, starts);
        }
        if (table.blocks().stream().anyMatch(block -> !block.within().isEmpty())) {
            Line within = page.line(16).text(Look.HEAD, "").text(Look.HEAD, "").text(Look.HEAD, "");
            table.blocks().forEach(block -> group(page, within, Look.HEAD, block.within(), block, starts));
        }
        double tallest = table.blocks().stream()
                .flatMap(block -> block.columns().stream())
                .mapToDouble(column -> tall(column.label()))
                .max()
                .orElse(18);
        Line labels = page.line(tallest)
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

    /** What a column's head needs in points. */
    private static double tall(String label) {
        return 6 + 12.0 * ArialText.linesOfNumbers(value(label), label, Page.HEAD);
    }

    /** @param across the number of columns that a question's words stand over */
    private void table(Page page, BannerTable table, int across) {
        rows.put(table.subject().variable(), page.next());
        int lead = page.next();
        Lines.lead(page, table.subject(), across, 1 + 2 * table.columns().size());
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
        Line cells = page.line(Page.height(label, STUB)).text(strong ? Look.STRONG : Look.BODY, label);
        for (int i = 0; i < line.cells().size(); i++) {
            Cell cell = line.cells().get(i);
            boolean low = table.columns().get(i).low();
            Look look = low ? Look.MUTED : strong ? Look.STRONG : Look.BODY;
            if (cell.isHidden()) {
                cells.text(Look.MUTED_RIGHT, words.of("hidden"));
            } else if (cell.isSuppressed()) {
                cells.text(Look.MUTED_RIGHT, words.of("suppressed", table.shownFrom()));
            } else {
                Lines.value(cells, look, Lines.format(line.kind()), cell.value());
            }
            int width = i == 0 ? LETTERS : Math.max(LETTERS, Math.min(MOST_LETTERS, 2 + mostLetters(i)));
            cells.atLeast(4 + 12.0 * ArialText.linesOfNumbers(width, cell.letters(), Page.HEAD))
                    .text(Look.LETTERS, cell.letters());
        }
    }

    private void associations(Page page, BannerTable table) {
        if (table.blocks().stream().noneMatch(block -> block.association().isDefined())) {
            return;
        }
        Line statistic = page.line()
                .text(Look.MUTED, words.of(table.weighted() ? "banner.statistic.weighted" : "banner.statistic"));
        Line p = page.line().text(Look.MUTED, words.of("banner.p"));
        Line v = page.line().text(Look.MUTED, words.of("banner.v"));
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
