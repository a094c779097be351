package io.earshot.workbook;

import io.earshot.finding.Results;
import io.earshot.finding.Weighting;
import io.earshot.statistics.weighting.WeightDiagnostics;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;

/** What the weights were made from, what they reach, and what they cost in precision. */
final class WeightingSheet implements Sheet {
    private static final int CHART_ROWS = 18;
    /** Between the numbers and the chart beside them, in EMU. */
    private static final int GAP = 20 * Units.EMU_PER_POINT;

    private final Results results;
    private final Words words;

    WeightingSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    @Override
    public String name() {
        return words.of("weighting");
    }

    @Override
    public String shows() {
        return words.of("weighting.shows");
    }

    @Override
    public int[] widths() {
        return new int[] {44, 30, 12, 12, 12, 12, 14};
    }

    @Override
    public void draw(Page page) {
        results.of(Weighting.class).forEach(finding -> draw(page, finding));
    }

    private void draw(Page page, Weighting finding) {
        String from =
                finding.method().equals("raking") && !finding.source().isEmpty() ? "rakingFrom" : finding.method();
        page.title(name(), words.of("weighting.method." + from, finding.source()));
        summary(page, finding);
        page.gap();
        if (!finding.targets().isEmpty()) {
            targets(page, finding);
            page.gap();
        }
        distribution(page, finding);
    }

    private void summary(Page page, Weighting finding) {
        WeightDiagnostics of = finding.diagnostics();
        page.section(words.of("weighting.summary"));
        fact(page, "n", Format.COUNT, of.n());
        if (finding.withoutWeight() > 0) {
            fact(page, "without", Format.COUNT, finding.withoutWeight());
        }
        int row = page.next();
        fact(page, "deff", Format.COEFFICIENT, of.deff());
        page.define("design_effect", new CellRangeAddress(row, row, 1, 1));
        fact(page, "effective", Format.COUNT, of.nEffective());
        page.define("effective_base", new CellRangeAddress(row + 1, row + 1, 1, 1));
        fact(page, "efficiency", Format.SHARE, of.efficiency());
        fact(page, "mean", Format.COEFFICIENT, of.mean());
        fact(page, "min", Format.COEFFICIENT, of.min());
        fact(page, "max", Format.COEFFICIENT, of.max());
        of.variation().toOptional().ifPresent(variation -> fact(page, "cv", Format.COEFFICIENT, variation));
        finding.cap().ifPresent(cap -> fact(page, "cap", Format.DECIMAL, cap));
        if (finding.iterations() > 0) {
            fact(page, "iterations", Format.COUNT, finding.iterations());
        }
        finding.largestMiss().ifPresent(miss -> fact(page, "miss", Format.SHARE, miss));
    }

    private void fact(Page page, String key, Format format, double value) {
        page.line().text(Look.BODY, words.of("weighting." + key)).number(Look.BODY_LEFT, format, value);
    }

    private void targets(Page page, Weighting finding) {
        page.section(words.of("weighting.targets"));
        page.line(30)
                .heads(Look.SUBHEAD, words.of("question"), words.of("answer"))
                .heads(
                        Look.SUBHEAD_NUMBER,
                        words.of("n"),
                        words.of("weighting.unweighted"),
                        words.of("weighting.target"),
                        words.of("weighting.weighted"),
                        words.of("weighting.off"));
        for (Weighting.Target target : finding.targets()) {
            page.line(Page.height(target.question(), 42))
                    .text(Look.BODY, target.question())
                    .text(Look.BODY, target.label())
                    .count(target.n())
                    .share(target.unweighted())
                    .share(target.target())
                    .share(target.weighted())
                    .share(target.weighted() - target.target());
        }
    }

    private void distribution(Page page, Weighting finding) {
        page.keepTogether(finding.quantiles().size() + 3);
        page.section(words.of("weighting.distribution"));
        page.line(20)
                .heads(Look.SUBHEAD, words.of("weighting.quantile"))
                .heads(Look.SUBHEAD_NUMBER, words.of("weighting.weight"));
        for (Weighting.Quantile quantile : finding.quantiles()) {
            page.line()
                    .number(Look.BODY_LEFT, Format.PERCENT, quantile.p())
                    .number(Look.BODY, Format.COEFFICIENT, quantile.weight());
        }
        page.gap();
        page.keepTogether(CHART_ROWS + 2);
        page.section(words.of("weighting.histogram"));
        page.line(20)
                .heads(Look.SUBHEAD, words.of("weighting.from"))
                .heads(Look.SUBHEAD_NUMBER, words.of("weighting.count"));
        int first = page.next();
        double most = 1;
        for (Weighting.Bin bin : finding.histogram()) {
            String label = bin.to().isPresent()
                    ? words.number(bin.from(), 2) + " – "
                            + words.number(bin.to().getAsDouble(), 2)
                    : "≥ " + words.number(bin.from(), 2);
            page.line().text(Look.BODY, label).count(bin.count());
            most = Math.max(most, bin.count());
        }
        int last = page.next() - 1;
        new BarChart(
                        words.of("weighting.histogram"),
                        words.of("weighting.shows"),
                        page.sheet(),
                        new CellRangeAddress(first, last, 0, 0),
                        new CellRangeAddress(first, last, 1, 1),
                        Format.COUNT,
                        most * 1.15)
                .draw(page.sheet(), new XSSFClientAnchor(GAP, 0, 0, 0, 2, first - 1, 7, first - 1 + CHART_ROWS));
    }
}
