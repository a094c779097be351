package io.earshot.workbook;

import io.earshot.finding.Counting;
import io.earshot.finding.PromoterScore;
import io.earshot.finding.Results;
import io.earshot.statistics.Interval;
import io.earshot.statistics.NetPromoterScore;
import org.apache.poi.ss.util.CellRangeAddress;

/** The Net Promoter Score with both of its intervals. */
final class NpsSheet implements Sheet {
    private final Results results;
    private final Words words;

    NpsSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    @Override
    public String name() {
        return words.of("nps");
    }

    @Override
    public String shows() {
        return words.of("nps.shows");
    }

    @Override
    public int[] widths() {
        return new int[] {56, 14, 14, 14, 14};
    }

    @Override
    public void draw(Page page) {
        page.title(name(), words.of("nps.note", results.about().confidence()));
        page.line(30)
                .heads(words.of("measure"))
                .numberHeads(words.of("value"), words.of("low"), words.of("high"), words.of("count"));
        page.freezeHere(1);
        results.of(PromoterScore.class).forEach(finding -> block(page, finding));
        page.note(words.of("nps.intervals"));
        results.of(PromoterScore.class)
                .findFirst()
                .filter(finding -> finding.base().counting() == Counting.BY_WEIGHT)
                .ifPresent(finding -> page.note(words.of("base.by-weight.short")));
    }

    private void block(Page page, PromoterScore finding) {
        Lines.lead(page, finding.subject(), widths().length, widths().length);
        words.low(finding.base()).ifPresent(page::warning);
        finding.score().cases(score -> lines(page, finding, score), undefined -> {
            page.warning(words.lacking(undefined));
            return page;
        });
        page.gap();
    }

    private Page lines(Page page, PromoterScore finding, NetPromoterScore nps) {
        int row = page.next();
        score(page, words.of("nps.score"), nps.score(), nps.scoreInterval());
        page.define("nps_" + nps.variable(), new CellRangeAddress(row, row, 1, 1));
        score(page, words.of("nps.wald"), nps.score(), nps.wald());
        score(page, words.of("nps.adjusted"), nps.adjustedWald().estimate(), nps.adjustedWald());
        page.line().text(Look.BODY, words.of("nps.error")).number(Look.BODY, Format.DECIMAL, nps.standardError());
        share(page, words.of("nps.promoters"), finding.promoterShare().orElse(0), nps.promoters());
        share(page, words.of("nps.passives"), finding.passiveShare().orElse(0), nps.passives());
        share(page, words.of("nps.detractors"), finding.detractorShare().orElse(0), nps.detractors());
        page.line().text(Look.TOTAL, words.of("base")).fill(Look.TOTAL, 4).number(Look.TOTAL, Format.COUNT, nps.n());
        if (finding.base().counting() == Counting.BY_WEIGHT) {
            base(page, "base.weighted", finding.base().weighted());
            base(page, "base.effective", finding.base().nEffective());
        }
        page.line()
                .text(Look.MUTED, words.of("missing"))
                .fill(Look.MUTED, 4)
                .number(Look.MUTED, Format.COUNT, nps.missing());
        return page;
    }

    private void base(Page page, String key, double value) {
        page.line().text(Look.MUTED, words.of(key)).fill(Look.MUTED, 4).number(Look.MUTED, Format.DECIMAL, value);
    }

    private static void score(Page page, String label, double score, Interval interval) {
        page.line()
                .text(Look.BODY, label)
                .number(Look.STRONG, Format.SCORE, score)
                .number(Look.BODY, Format.SCORE, interval.low())
                .number(Look.BODY, Format.SCORE, interval.high());
    }

    private static void share(Page page, String label, double share, long count) {
        page.line().text(Look.BODY, label).share(share).fill(Look.BODY, 4).count(count);
    }
}
