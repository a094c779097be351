package io.earshot.workbook;

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
    private static final int SHARE_COLUMN = 4;

    private final Results results;
    private final Words words;
    private final List<Block> blocks = new ArrayList<>();

    FrequenciesSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    /** Where a question's rows stand, for charts to be drawn from. */
    record Block(FrequencyTable finding, int firstRow, int lastRow) {
        CellRangeAddress labels() {
            return new CellRangeAddress(firstRow, lastRow, 0, 0);
        }

        CellRangeAddress shares() {
            return new CellRangeAddress(firstRow, lastRow, SHARE_COLUMN, SHARE_COLUMN);
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
        return new int[] {52, 10, 11, 12, 16, 11, 11};
    }

    @Override
    public void draw(Page page) {
        page.title(name(), words.of("frequencies.note", results.about().confidence()));
        page.line(30)
                .heads(words.of("answer"), words.of("code"))
                .numberHeads(
                        words.of("count"),
                        words.of("percentAll"),
                        words.of("percentValid"),
                        words.of("low"),
                        words.of("high"));
        page.freezeHere(1);
        results.of(FrequencyTable.class).forEach(finding -> block(page, finding));
        results.of(OpenAnswers.class).forEach(finding -> open(page, finding));
        List<CellRangeAddress> shares = blocks.stream().map(Block::shares).toList();
        DataBars.over(page.sheet(), shares);
    }

    private void block(Page page, FrequencyTable finding) {
        Frequencies frequencies = finding.frequencies();
        lead(page, finding.subject().label(), finding.subject().variable());
        int first = page.next();
        for (int i = 0; i < frequencies.rows().size(); i++) {
            Frequencies.Row row = frequencies.rows().get(i);
            String label = finding.subject().label(row.code());
            Line line = page.line(page.height(label, 52)).text(Look.BODY, label).text(Look.MUTED, row.code());
            line.count(row.count());
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
            blocks.add(new Block(finding, first, page.next() - 1));
        }
        base(page, frequencies.n(), frequencies.missing());
        if (finding.subject().multiple()) {
            page.line(15).text(Look.NOTE, words.of("frequencies.multiple"));
        }
        finding.scores().ifPresent(scores -> scores(page, scores));
        page.gap();
    }

    private void scores(Page page, Descriptives scores) {
        Line line = page.line()
                .text(Look.MUTED, words.of("meanOfCodes"))
                .blank(Look.MUTED)
                .blank(Look.MUTED);
        line.blank(Look.MUTED).decimal(scores.mean());
        scores.meanInterval().cases(mean -> line.decimal(mean.low()).decimal(mean.high()), undefined -> line.text(
                        Look.MUTED_RIGHT, "–")
                .text(Look.MUTED_RIGHT, "–"));
        Line spread = page.line().text(Look.MUTED, words.of("sdOfCodes")).fill(Look.MUTED, SHARE_COLUMN);
        scores.sd().cases(spread::decimal, undefined -> spread.text(Look.NOTE, undefined.sentence()));
    }

    private void open(Page page, OpenAnswers finding) {
        lead(page, finding.subject().label(), finding.subject().variable());
        base(page, finding.n(), finding.missing());
        page.line(15).text(Look.NOTE, words.of("frequencies.open"));
        page.gap();
    }

    private void lead(Page page, String label, String variable) {
        Line line = page.line(page.height(label, 50)).text(Look.LEAD, label).text(Look.LEAD, variable);
        line.fill(Look.LEAD, widths().length);
    }

    private void base(Page page, long n, long missing) {
        page.line()
                .text(Look.TOTAL, words.of("base"))
                .blank(Look.TOTAL)
                .number(Look.TOTAL, Format.COUNT, n)
                .fill(Look.TOTAL, widths().length);
        page.line().text(Look.MUTED, words.of("missing")).blank(Look.MUTED).number(Look.MUTED, Format.COUNT, missing);
    }
}
