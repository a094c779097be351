package io.earshot.workbook;

import io.earshot.finding.Results;
import io.earshot.finding.ScaleReliability;
import io.earshot.statistics.Outcome;
import io.earshot.statistics.scale.Reliability;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** How well each scale's items hang together: all scales first, then the items of each. */
final class ScalesSheet implements Sheet {
    private static final int ALPHA_COLUMN = 4;

    private final Results results;
    private final Words words;
    private @Nullable CellRangeAddress summary;

    ScalesSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    /** The rows of the table of alphas, for a chart to be drawn from; empty until drawn. */
    Optional<CellRangeAddress> summary() {
        return Optional.ofNullable(summary);
    }

    static CellRangeAddress labels(CellRangeAddress summary) {
        return new CellRangeAddress(summary.getFirstRow(), summary.getLastRow(), 0, 0);
    }

    static CellRangeAddress alphas(CellRangeAddress summary) {
        return new CellRangeAddress(summary.getFirstRow(), summary.getLastRow(), ALPHA_COLUMN, ALPHA_COLUMN);
    }

    @Override
    public String name() {
        return words.of("scales");
    }

    @Override
    public String shows() {
        return words.of("scales.shows");
    }

    @Override
    public int[] widths() {
        return new int[] {44, 44, 10, 10, 12, 12, 16};
    }

    @Override
    public void draw(Page page) {
        page.title(name(), words.of("scales.note", results.about().confidence()));
        page.line(30)
                .heads(words.of("scale"), words.of("question"))
                .numberHeads(words.of("items"), words.of("n"), words.of("alpha"), words.of("low"), words.of("high"));
        int first = page.next();
        results.of(ScaleReliability.class).forEach(finding -> overview(page, finding));
        summary = new CellRangeAddress(first, page.next() - 1, 0, widths().length - 1);
        page.gap();
        results.of(ScaleReliability.class).forEach(finding -> finding.reliability()
                .cases(reliability -> items(page, finding, reliability), undefined -> page));
    }

    private void overview(Page page, ScaleReliability finding) {
        int row = page.next();
        Line line = page.line(Page.height(finding.label(), 44))
                .text(Look.BODY, title(finding))
                .text(Look.MUTED, finding.label());
        line.count(finding.items().size());
        finding.reliability()
                .cases(
                        reliability -> line.count(reliability.n())
                                .number(
                                        Look.STRONG,
                                        Format.COEFFICIENT,
                                        reliability.alpha().estimate())
                                .coefficient(reliability.alpha().low())
                                .coefficient(reliability.alpha().high()),
                        undefined -> line.text(Look.MUTED, words.because(undefined)));
        if (finding.reliability().isDefined()) {
            page.define("alpha_" + finding.scale(), new CellRangeAddress(row, row, ALPHA_COLUMN, ALPHA_COLUMN));
        }
    }

    private Page items(Page page, ScaleReliability finding, Reliability reliability) {
        page.keepTogether(reliability.items().size() + 4);
        page.section(title(finding));
        words.low(finding.base()).ifPresent(page::warning);
        page.line(20)
                .heads(Look.SUBHEAD, words.of("item"), words.of("variable"), words.of("reversed"))
                .heads(
                        Look.SUBHEAD_NUMBER,
                        words.of("mean"),
                        words.of("sd"),
                        words.of("itemRest"),
                        words.of("alphaIfDropped"));
        for (Reliability.Item item : reliability.items()) {
            String label = finding.item(item.variable()).label();
            Line line = page.line(Page.height(label, 50))
                    .text(Look.BODY, label)
                    .text(Look.MUTED, item.variable())
                    .text(Look.BODY, item.reversed() ? words.of("yes") : "")
                    .decimal(item.mean())
                    .decimal(item.sd());
            coefficient(line, item.itemRestCorrelation());
            coefficient(line, item.alphaIfDropped());
        }
        if (!finding.negative().isEmpty()) {
            page.warning(words.of("scales.negative", String.join(", ", finding.negative())));
        }
        page.note(words.of("scales.base", reliability.n(), reliability.excluded()));
        words.base(finding.base()).ifPresent(page::note);
        page.gap();
        return page;
    }

    // Several scales are often asked by the same sentence, so it is the name that tells them apart.
    private static String title(ScaleReliability finding) {
        String words = finding.scale().replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static void coefficient(Line line, Outcome<Double> coefficient) {
        coefficient.cases(line::coefficient, undefined -> line.text(Look.MUTED_RIGHT, "–"));
    }
}
