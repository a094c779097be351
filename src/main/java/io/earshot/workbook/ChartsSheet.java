package io.earshot.workbook;

import io.earshot.finding.FrequencyTable;
import io.earshot.finding.LineKind;
import io.earshot.finding.Results;
import io.earshot.finding.ScaleReliability;
import io.earshot.finding.Topline;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Native charts, drawn from the cells of the other sheets: change a number there and the chart follows. */
final class ChartsSheet implements Sheet {
    private static final int ROWS_OF_CHART = 17;
    private static final int CHARTS_ON_PAGE = 4;

    private final Results results;
    private final ToplineSheet topline;
    private final FrequenciesSheet frequencies;
    private final ScalesSheet scales;
    private final Words words;
    private final Matrices matrices;

    /** The three sheets must be drawn before this one. */
    ChartsSheet(Results results, ToplineSheet topline, FrequenciesSheet frequencies, ScalesSheet scales, Words words) {
        this.results = results;
        this.topline = topline;
        this.frequencies = frequencies;
        this.scales = scales;
        this.words = words;
        this.matrices = new Matrices(results, words);
    }

    @Override
    public String name() {
        return words.of("charts");
    }

    @Override
    public String shows() {
        return words.of("charts.shows");
    }

    @Override
    public int[] widths() {
        // The last one is there so that the border of a chart is not cut where the printed page ends.
        return new int[] {84, 3, 83, 1};
    }

    @Override
    public void draw(Page page) {
        page.title(name(), words.of("charts.note"));
        int first = page.next();
        List<BarChart> charts = charts(page.sheet());
        for (int i = 0; i < charts.size(); i++) {
            int top = first + i / 2 * (ROWS_OF_CHART + 1);
            int column = i % 2 == 0 ? 0 : 2;
            charts.get(i)
                    .draw(page.sheet(), new XSSFClientAnchor(0, 0, 0, 0, column, top, column + 1, top + ROWS_OF_CHART));
            if (i > 0 && i % CHARTS_ON_PAGE == 0) {
                page.sheet().setRowBreak(top - 2);
            }
        }
        XSSFWorkbook book = page.sheet().getWorkbook();
        int last = first + (charts.size() + 1) / 2 * (ROWS_OF_CHART + 1);
        book.setPrintArea(book.getSheetIndex(page.sheet()), 0, widths().length - 1, 0, last);
    }

    /** Whether there is anything to draw; told before the other sheets are. */
    boolean hasCharts() {
        return results.of(Topline.class).anyMatch(this::isCharted)
                || results.of(FrequencyTable.class)
                        .anyMatch(table -> table.frequencies().n() > 0)
                || results.of(ScaleReliability.class).count() > 1;
    }

    /** A matrix has its chart with its table, and what nobody answered has none. */
    private boolean isCharted(Topline finding) {
        return finding.n() > 0
                && !matrices.hold(finding)
                && finding.lines().stream().anyMatch(line -> line.kind() == LineKind.ANSWER);
    }

    private List<BarChart> charts(XSSFSheet sheet) {
        List<BarChart> charts = new ArrayList<>();
        for (ToplineSheet.Block block : topline.blocks()) {
            if (!isCharted(block.finding())) {
                continue;
            }
            String title = Lines.title(block.finding().subject());
            charts.add(new BarChart(
                    title,
                    words.of("charts.share.alt", title, block.finding().n(), topline.name()),
                    sheet.getWorkbook().getSheet(topline.name()),
                    block.labels(),
                    block.shares(),
                    Format.SHARE,
                    1));
        }
        for (FrequenciesSheet.Block block : frequencies.blocks()) {
            if (block.finding().frequencies().n() == 0) {
                continue;
            }
            charts.add(new BarChart(
                    block.finding().subject().full(),
                    words.of(
                            "charts.share.alt",
                            block.finding().subject().full(),
                            block.finding().frequencies().n(),
                            frequencies.name()),
                    sheet.getWorkbook().getSheet(frequencies.name()),
                    block.labels(),
                    block.shares(),
                    Format.SHARE,
                    1));
        }
        scales.summary()
                .filter(rows -> results.of(ScaleReliability.class).count() > 1)
                .ifPresent(rows -> charts.add(new BarChart(
                        words.of("charts.alpha"),
                        words.of("charts.alpha.alt", scales.name()),
                        sheet.getWorkbook().getSheet(scales.name()),
                        ScalesSheet.labels(rows),
                        ScalesSheet.alphas(rows),
                        Format.COEFFICIENT,
                        1)));
        return charts;
    }
}
