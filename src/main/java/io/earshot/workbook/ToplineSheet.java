package io.earshot.workbook;

import io.earshot.finding.Basis;
import io.earshot.finding.LineKind;
import io.earshot.finding.Results;
import io.earshot.finding.Topline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.poi.ss.util.CellRangeAddress;

/** Every question as everybody answered it, one block each under one head. */
final class ToplineSheet implements Sheet {
    private final Results results;
    private final Words words;
    private final boolean weighted;
    private final Map<String, Integer> rows = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();

    ToplineSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
        this.weighted = results.of(Topline.class).anyMatch(Topline::weighted);
    }

    /** Where a question's answers stand, for charts to be drawn from. */
    record Block(Topline finding, CellRangeAddress labels, CellRangeAddress shares) {}

    /** The row that each question begins in; empty until drawn. */
    Map<String, Integer> rows() {
        return rows;
    }

    List<Block> blocks() {
        return blocks;
    }

    @Override
    public String name() {
        return words.of("topline");
    }

    @Override
    public String shows() {
        return words.of("topline.shows");
    }

    @Override
    public int[] widths() {
        return weighted ? new int[] {54, 14, 11, 13, 15, 13, 11, 12} : new int[] {54, 14, 11, 12, 13, 11, 12};
    }

    @Override
    public void draw(Page page) {
        page.title(
                name(),
                words.of(
                        weighted ? "topline.note.weighted" : "topline.note",
                        results.about().confidence()));
        Line head = page.line(30).heads(words.of("answer"), words.of("code")).numberHeads(words.of("count"));
        if (weighted) {
            head.numberHeads(words.of("topline.weightedCount"));
        }
        head.numberHeads(
                words.of(weighted ? "topline.percentAsked.unweighted" : "topline.percentAsked"),
                words.of("percentValid"),
                words.of("low"),
                words.of("high"));
        page.freezeHere(1);
        page.scaled();
        results.of(Topline.class).forEach(finding -> block(page, finding));
        DataBars.over(page.sheet(), blocks.stream().map(Block::shares).toList());
    }

    private void block(Page page, Topline finding) {
        int from = page.next();
        rows.put(finding.subject().variable(), page.next());
        Lines.lead(page, finding.subject(), widths().length, widths().length);
        if (finding.low()) {
            page.warning(words.of("base.low", minimumBase()));
        }
        int first = page.next();
        int answers = 0;
        for (Topline.Line line : finding.lines()) {
            share(page, line);
            answers += line.kind() == LineKind.ANSWER ? 1 : 0;
        }
        if (answers > 0) {
            int last = first + answers - 1;
            int column = weighted ? 5 : 4;
            blocks.add(new Block(
                    finding,
                    new CellRangeAddress(first, last, 0, 0),
                    new CellRangeAddress(first, last, column, column)));
        }
        finding.measures().forEach(measured -> measure(page, measured));
        bases(page, finding);
        if (finding.subject().multiple()) {
            page.note(words.of("frequencies.multiple"));
        }
        page.keepFrom(from);
        page.gap();
    }

    private long minimumBase() {
        return results.of(Basis.class).mapToLong(Basis::minimumBase).findFirst().orElse(0);
    }

    private void share(Page page, Topline.Line line) {
        Look look = line.kind() == LineKind.NET ? Look.STRONG : Look.BODY;
        String label = Lines.label(words, line.kind(), line.code(), line.label());
        Line cells = page.line(Page.height(label, 52))
                .text(look == Look.STRONG ? Look.BODY : look, label)
                .text(Look.MUTED, line.kind() == LineKind.NET ? "" : line.code())
                .number(look, Format.COUNT, line.count());
        if (weighted) {
            cells.number(look, Format.COUNT, line.weighted());
        }
        ofAsked(cells, line.ofAsked());
        Lines.value(cells, look, Format.SHARE, line.share());
        Lines.ends(cells, Format.SHARE, line.share());
    }

    private static void ofAsked(Line cells, OptionalDouble share) {
        if (share.isPresent()) {
            cells.share(share.getAsDouble());
        } else {
            cells.text(Look.MUTED_RIGHT, "–");
        }
    }

    private void measure(Page page, Topline.Measured measured) {
        Format format = Lines.format(measured.kind());
        Line cells = page.line()
                .text(Look.BODY, Lines.label(words, measured.kind(), "", ""))
                .fill(Look.BODY, weighted ? 5 : 4);
        Lines.value(cells, Look.STRONG, format, measured.value());
        if (measured.kind() != LineKind.DEVIATION) {
            Lines.ends(cells, format, measured.value());
        }
    }

    private void bases(Page page, Topline finding) {
        page.line()
                .text(Look.TOTAL, words.of("topline.answered"))
                .blank(Look.TOTAL)
                .number(Look.TOTAL, Format.COUNT, finding.n())
                .fill(Look.TOTAL, widths().length);
        if (weighted) {
            base(page, "topline.weightedBase", Format.COUNT, finding.sum());
            base(page, "topline.effectiveBase", Format.COUNT, finding.nEffective());
        }
        base(page, "topline.asked", Format.COUNT, finding.asked());
        finding.missing().forEach(absence -> base(page, "absence." + absence.kind(), Format.COUNT, absence.count()));
    }

    private void base(Page page, String key, Format format, double value) {
        page.line().text(Look.MUTED, words.of(key)).blank(Look.MUTED).number(Look.MUTED, format, value);
    }
}
