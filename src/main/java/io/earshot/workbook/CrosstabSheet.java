package io.earshot.workbook;

import io.earshot.finding.CrossTable;
import io.earshot.finding.Results;
import io.earshot.statistics.Crosstab;
import io.earshot.statistics.Independence;
import io.earshot.statistics.survey.WeightedCrosstab;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;

/** Questions against each other: column percentages, counts, bases and the test of their relation. */
final class CrosstabSheet implements Sheet {
    private final Results results;
    private final Words words;

    CrosstabSheet(Results results, Words words) {
        this.results = results;
        this.words = words;
    }

    @Override
    public String name() {
        return words.of("crosstab");
    }

    @Override
    public String shows() {
        return words.of("crosstab.shows");
    }

    @Override
    public int[] widths() {
        int most = results.of(CrossTable.class)
                .mapToInt(table -> table.crosstab().columnCodes().size())
                .max()
                .orElse(0);
        int[] widths = new int[most + 2];
        Arrays.fill(widths, 15);
        widths[0] = 46;
        return widths;
    }

    @Override
    public void draw(Page page) {
        page.title(name(), words.of("crosstab.note"));
        results.of(CrossTable.class).forEach(finding -> block(page, finding));
    }

    private void block(Page page, CrossTable finding) {
        Crosstab table = finding.crosstab();
        page.section(
                words.of("crosstab.by", finding.rows().full(), finding.columns().full()));
        words.low(finding.base()).ifPresent(page::warning);
        Line head =
                page.line(32).text(Look.HEAD, words.of("crosstab.head", table.rowVariable(), table.columnVariable()));
        head.text(Look.HEAD_NUMBER, words.of("total"));
        table.columnCodes()
                .forEach(code -> head.text(Look.HEAD_NUMBER, finding.columns().label(code)));
        shares(page, finding, table);
        counts(page, finding, table);
        page.gap();
        if (finding.weighted().isPresent()) {
            test(page, table, finding.weighted().orElseThrow());
        } else {
            table.test().cases(test -> test(page, table, test), undefined -> untested(page, words.because(undefined)));
        }
        page.note(words.of("crosstab.excluded", table.excluded()));
        if (IntStream.range(0, table.columnCodes().size()).anyMatch(finding::suppressed)) {
            page.note(words.of("suppressed.shares", finding.shownFrom()));
        }
        words.base(finding.base()).ifPresent(page::note);
        page.gap();
    }

    private void shares(Page page, CrossTable finding, Crosstab table) {
        lead(page, words.of("columnPercent"), table);
        for (int i = 0; i < table.rowCodes().size(); i++) {
            Line line = page.line()
                    .text(Look.BODY, finding.rows().label(table.rowCodes().get(i)));
            share(line, finding.totalShares().get(i));
            for (int column = 0; column < table.columnCodes().size(); column++) {
                if (finding.suppressed(column)) {
                    line.text(Look.MUTED_RIGHT, words.of("suppressed", finding.shownFrom()));
                } else {
                    share(line, finding.columnShares().get(i).get(column));
                }
            }
        }
        Line base = page.line().text(Look.TOTAL, words.of("base")).number(Look.TOTAL, Format.COUNT, table.n());
        finding.columnTotals().forEach(total -> base.number(Look.TOTAL, Format.COUNT, total));
        if (finding.weighted().isPresent()) {
            base(page, "base.weighted", finding.base().weighted(), finding.columnWeights());
            WeightedCrosstab weighted = finding.weighted().orElseThrow();
            base(page, "base.effective", weighted.nEffective(), weighted.effective());
        }
    }

    private Page untested(Page page, String because) {
        page.warning(words.of("crosstab.untested", because));
        return page;
    }

    private void test(Page page, Crosstab table, WeightedCrosstab weighted) {
        String pair = table.rowVariable() + "_" + table.columnVariable();
        weighted.test()
                .cases(
                        test -> {
                            value(page, "rao_scott_" + pair, words.of("crosstab.f"), Format.DECIMAL, test.f());
                            double numerator = test.numeratorDf();
                            value(page, "df1_" + pair, words.of("crosstab.numerator"), Format.DECIMAL, numerator);
                            double denominator = test.denominatorDf();
                            value(page, "df2_" + pair, words.of("crosstab.denominator"), Format.DECIMAL, denominator);
                            value(page, "p_" + pair, words.of("p"), Format.P_VALUE, test.p());
                            page.note(words.of("crosstab.raoScott"));
                            return page;
                        },
                        undefined -> untested(page, words.because(undefined)));
    }

    private void counts(Page page, CrossTable finding, Crosstab table) {
        lead(page, words.of("counts"), table);
        for (int i = 0; i < table.rowCodes().size(); i++) {
            Line line = page.line()
                    .text(Look.BODY, finding.rows().label(table.rowCodes().get(i)));
            line.count(finding.rowTotals().get(i));
            table.counts().get(i).forEach(line::count);
        }
    }

    private void base(Page page, String key, double all, List<Double> columns) {
        Line line = page.line().text(Look.MUTED, words.of(key)).number(Look.MUTED, Format.DECIMAL, all);
        columns.forEach(column -> line.number(Look.MUTED, Format.DECIMAL, column));
    }

    private void lead(Page page, String label, Crosstab table) {
        page.line().text(Look.LEAD, label).fill(Look.LEAD, table.columnCodes().size() + 2);
    }

    private static void share(Line line, OptionalDouble share) {
        if (share.isPresent()) {
            line.share(share.getAsDouble());
        } else {
            line.text(Look.MUTED_RIGHT, "–");
        }
    }

    private Page test(Page page, Crosstab table, Independence test) {
        String pair = table.rowVariable() + "_" + table.columnVariable();
        value(page, "chi_square_" + pair, words.of("chiSquare"), Format.DECIMAL, test.chiSquare());
        value(page, "df_" + pair, words.of("df"), Format.COUNT, test.degreesOfFreedom());
        value(page, "p_" + pair, words.of("p"), Format.P_VALUE, test.p());
        value(page, "cramers_v_" + pair, words.of("cramersV"), Format.COEFFICIENT, test.cramersV());
        value(
                page,
                "cramers_v_corrected_" + pair,
                words.of("cramersVCorrected"),
                Format.COEFFICIENT,
                test.cramersVCorrected());
        value(page, "smallest_expected_" + pair, words.of("smallestExpected"), Format.DECIMAL, test.smallestExpected());
        if (test.expectedTooSmall()) {
            page.warning(words.of("crosstab.small", test.cellsBelowFive(), test.cells()));
        }
        return page;
    }

    private static void value(Page page, String name, String label, Format format, double value) {
        int row = page.next();
        page.line().text(Look.BODY, label).number(Look.BODY, format, value);
        page.define(name, new CellRangeAddress(row, row, 1, 1));
    }
}
