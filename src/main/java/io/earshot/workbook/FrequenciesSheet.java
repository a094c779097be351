package io.earshot.workbook;

import io.earshot.finding.Base;
import io.earshot.finding.Counting;
import io.earshot.finding.FrequencyTable;
import io.earshot.finding.OpenAnswers;
import io.earshot.finding.Results;
import io.earshot.statistics.Descriptives;
import io.earshot.statistics.Frequencies;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/** Every closed question, one block each under one head, so that a column means the same from top to bottom. */
final class FrequenciesSheet implements Sheet {
    private final Results results;
    private final Words words;
    private final boolean weighted;
    private final List<Block> blocks = new ArrayList<>();

    FrequenciesSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
        this.weighted = results.of(FrequencyTable.class)
                .anyMatch(finding -> finding.base().counting() == Counting.BY_WEIGHT);
    }

    /** Where a question's rows stand, for charts to be drawn from. */
    record Block(FrequencyTable finding, int firstRow, int lastRow, int shareColumn) {
        CellRangeAddress labels() {
            return new CellRangeAddress(firstRow, lastRow, 0, 0);
        }

        CellRangeAddress shares() {
            return new CellRangeAddress(firstRow, lastRow, shareColumn, shareColumn);
        }
    }

    /** The blocks drawn so far. */
    List<Block> blocks() {
        return blocks;
    }

    @Override
    public String name() {
        return words.of("frequencies");
    }

    @Override
    public String shows() {
        return words.of("frequencies.shows");
    }

    @Override
    public int[] widths() {
        return weighted ? new int[] {52, 10, 11, 12, 12, 16, 11, 11} : new int[] {52, 10, 11, 12, 16, 11, 11};
    }

    @Override
    public void draw(Page page) {
        page.title(name(), words.of("frequencies.note", results.about().confidence()));
        if (weighted) {
            page.note(words.of("base.by-weight.short"));
        }
        Line head = page.line(30).heads(words.of("answer"), words.of("code")).numberHeads(words.of("count"));
        if (weighted) {
            head.numberHeads(words.of("base.weightedCount"));
        }
        head.numberHeads(words.of("percentAll"), words.of("percentValid"), words.of("low"), words.of("high"));
        page.freezeHere(1);
        results.of(FrequencyTable.class).forEach(finding -> block(page, finding));
        results.of(OpenAnswers.class).forEach(finding -> open(page, finding));
        List<CellRangeAddress> shares = blocks.stream().map(Block::shares).toList();
        DataBars.over(page.sheet(), shares);
    }

    private void block(Page page, FrequencyTable finding) {
        Frequencies frequencies = finding.frequencies();
        lead(page, finding.subject().full(), finding.subject().variable());
        words.low(finding.base()).ifPresent(page::warning);
        int first = page.next();
        for (int i = 0; i < frequencies.rows().size(); i++) {
            Frequencies.Row row = frequencies.rows().get(i);
            String label = finding.subject().label(row.code());
            Line line = page.line(Page.height(label, 52)).text(Look.BODY, label).text(Look.MUTED, row.code());
            line.count(row.count());
            if (weighted) {
                line.decimal(row.weighted());
            }
            if (finding.sharesOfAll().isEmpty()) {
                line.text(Look.MUTED_RIGHT, "–");
            } else {
                line.share(finding.sharesOfAll().get(i));
            }
            row.share()
                    .cases(
                            share -> line.share(share.estimate())
                                    .share(share.low())
                                    .share(share.high()),
                            undefined -> line.text(Look.MUTED_RIGHT, "–"));
        }
        if (page.next() > first) {
            blocks.add(new Block(finding, first, page.next() - 1, shareColumn()));
        }
        base(page, finding.base(), frequencies.missing());
        if (finding.subject().multiple()) {
            page.note(words.of("frequencies.multiple"));
        }
        finding.scores().ifPresent(scores -> scores(page, scores));
        page.gap();
    }

    private void scores(Page page, Descriptives scores) {
        Line line = page.line().text(Look.MUTED, words.of("meanOfCodes")).blank(Look.MUTED);
        line.fill(Look.MUTED, shareColumn()).decimal(scores.mean());
        scores.meanInterval().cases(mean -> line.decimal(mean.low()).decimal(mean.high()), undefined -> line.text(
                        Look.MUTED_RIGHT, "–")
                .text(Look.MUTED_RIGHT, "–"));
        Line spread = page.line().text(Look.MUTED, words.of("sdOfCodes")).fill(Look.MUTED, shareColumn());
        scores.sd().cases(spread::decimal, undefined -> spread.text(Look.NOTE, words.because(undefined)));
    }

    private void open(Page page, OpenAnswers finding) {
        lead(page, finding.subject().full(), finding.subject().variable());
        base(page, Base.of(finding.n(), 0, Counting.ONCE), finding.missing());
        page.note(words.of("frequencies.open"));
        page.gap();
    }

    private void lead(Page page, String label, String variable) {
        int[] widths = widths();
        Line line = page.line(Page.height(label, widths[0] - 2))
                .text(Look.LEAD, label)
                .words(Look.LEAD, variable);
        line.fill(Look.LEAD, widths.length);
    }

    private int shareColumn() {
        return weighted ? 5 : 4;
    }

    private void base(Page page, Base base, long missing) {
        page.line()
                .text(Look.TOTAL, words.of("base"))
                .blank(Look.TOTAL)
                .number(Look.TOTAL, Format.COUNT, base.n())
                .fill(Look.TOTAL, widths().length);
        if (base.counting() == Counting.BY_WEIGHT) {
            page.line()
                    .text(Look.MUTED, words.of("base.weighted"))
                    .blank(Look.MUTED)
                    .number(Look.MUTED, Format.DECIMAL, base.weighted());
            page.line()
                    .text(Look.MUTED, words.of("base.effective"))
                    .blank(Look.MUTED)
                    .number(Look.MUTED, Format.DECIMAL, base.nEffective());
        }
        page.line().text(Look.MUTED, words.of("missing")).blank(Look.MUTED).number(Look.MUTED, Format.COUNT, missing);
    }
}
