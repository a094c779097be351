package io.earshot.workbook;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFPresetLineDash;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.DisplayBlanks;
import org.apache.poi.xddf.usermodel.chart.LegendPosition;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFLineChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;

/**
 * A native, editable chart of a table's cells. Series differ in dashes or marks as well as in colour.
 *
 * @param first the table's first row of data
 * @param last  its last
 */
record PlotChart(Plot plot, Grid grid, XSSFSheet sheet, int first, int last) {
    private static final List<PresetLineDash> DASHES = List.of(
            PresetLineDash.SOLID, PresetLineDash.DASH, PresetLineDash.SYSTEM_DOT, PresetLineDash.LARGE_DASH_DOT);
    private static final List<MarkerStyle> MARKS =
            List.of(MarkerStyle.CIRCLE, MarkerStyle.SQUARE, MarkerStyle.DIAMOND, MarkerStyle.TRIANGLE, MarkerStyle.X);

    void draw(XSSFClientAnchor anchor) {
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor);
        var properties = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        properties.setDescr(plot.description());
        properties.setName(plot.title());
        chart.setTitleText(plot.title());
        chart.setTitleOverlay(false);
        chart.getFormattedTitle().getParagraph(0).getTextRuns().forEach(run -> {
            run.setFontSize(10d);
            run.setBold(true);
            run.setFontColor(XDDFColor.from(Palette.bytes(Palette.INK)));
        });
        switch (plot.shape()) {
            case BARS -> bars(chart, false);
            case STACKED -> bars(chart, true);
            case TREND -> trend(chart);
            case CURVES -> curves(chart);
            case POINTS, QUARTERS -> new PointsChart(plot, grid, sheet, first, last).draw(chart, anchor);
        }
        XDDFShapeProperties frame = chart.getOrAddShapeProperties();
        frame.setFillProperties(fill("FFFFFF"));
        frame.setLineProperties(new XDDFLineProperties(fill(Palette.RULE)));
        chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
        chart.displayBlanksAs(DisplayBlanks.GAP);
    }

    private void bars(XSSFChart chart, boolean stacked) {
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
        categories.setOrientation(AxisOrientation.MAX_MIN);
        categories.setTickLabelPosition(AxisTickLabelPosition.LOW);
        plain(categories);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.BOTTOM);
        values.setCrosses(AxisCrosses.MAX);
        values.setNumberFormat(axisFormat());
        plain(values);
        if (stacked) {
            values.setMinimum(0);
            values.setMaximum(1);
        } else if (plot.format() != Format.COEFFICIENT) {
            values.setMinimum(0);
        }
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, values);
        data.setBarDirection(BarDirection.BAR);
        data.setGapWidth(45);
        data.setVaryColors(false);
        if (stacked) {
            data.setBarGrouping(BarGrouping.PERCENT_STACKED);
            data.setOverlap((byte) 100);
            legend(chart);
        }
        List<Integer> series = plot.series();
        for (int i = 0; i < series.size(); i++) {
            XDDFChartData.Series bar = add(data, labels(), series.get(i));
            String color = stacked ? Shade.of(i, series.size()) : Palette.ACCENT;
            XDDFShapeProperties look = new XDDFShapeProperties();
            look.setFillProperties(fill(color));
            // Without an explicit line LibreOffice draws the bars invisible.
            look.setLineProperties(new XDDFLineProperties(fill(stacked ? "FFFFFF" : color)));
            bar.setShapeProperties(look);
        }
        chart.plot(data);
        if (stacked) {
            for (int i = 0; i < series.size(); i++) {
                CTDLbls labels = chart.getCTChart()
                        .getPlotArea()
                        .getBarChartArray(0)
                        .getSerArray(i)
                        .addNewDLbls();
                // A narrow part has no room for its number, which stands in the table.
                labels.addNewNumFmt().setFormatCode("[<0.05]\"\";0%");
                labels.getNumFmt().setSourceLinked(false);
                ink(labels, Shade.isDark(Shade.of(i, series.size())) ? "FFFFFF" : Palette.INK);
                shown(labels, false);
            }
        } else {
            valueLabels(chart.getCTChart()
                    .getPlotArea()
                    .getBarChartArray(0)
                    .getSerArray(0)
                    .addNewDLbls());
        }
    }

    private void trend(XSSFChart chart) {
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.BOTTOM);
        categories.setTickLabelPosition(AxisTickLabelPosition.LOW);
        plain(categories);
        XDDFValueAxis values = chart.createValueAxis(AxisPosition.LEFT);
        values.setNumberFormat(axisFormat());
        values.setCrossBetween(AxisCrossBetween.BETWEEN);
        title(values, plot.up());
        plain(values);
        XDDFLineChartData data = (XDDFLineChartData) chart.createData(ChartTypes.LINE, categories, values);
        data.setVaryColors(false);
        for (int i = 0; i < plot.series().size(); i++) {
            XDDFLineChartData.Series line =
                    (XDDFLineChartData.Series) add(data, labels(), plot.series().get(i));
            line.setSmooth(false);
            line.setMarkerStyle(i == 0 ? MarkerStyle.CIRCLE : MarkerStyle.NONE);
            line.setMarkerSize((short) 5);
            line.setLineProperties(stroke(i));
        }
        legend(chart);
        chart.plot(data);
    }

    private void curves(XSSFChart chart) {
        XDDFScatterChartData data = scatter(chart);
        for (int i = 0; i < plot.series().size(); i++) {
            XDDFScatterChartData.Series line = (XDDFScatterChartData.Series)
                    add(data, numbers(plot.labels()), plot.series().get(i));
            line.setSmooth(false);
            line.setMarkerStyle(MarkerStyle.NONE);
            line.setLineProperties(stroke(i));
        }
        legend(chart);
        chart.plot(data);
    }

    private XDDFScatterChartData scatter(XSSFChart chart) {
        XDDFValueAxis across = chart.createValueAxis(AxisPosition.BOTTOM);
        XDDFValueAxis up = chart.createValueAxis(AxisPosition.LEFT);
        title(across, plot.across());
        title(up, plot.up());
        across.setTickLabelPosition(AxisTickLabelPosition.LOW);
        up.setTickLabelPosition(AxisTickLabelPosition.LOW);
        plain(across);
        plain(up);
        across.setNumberFormat(axisFormat(grid, plot.labels()));
        up.setNumberFormat(axisFormat(grid, plot.series().get(0)));
        if (plot.format() == Format.SHARE) {
            up.setMinimum(0);
            up.setMaximum(1);
        }
        XDDFScatterChartData data = (XDDFScatterChartData) chart.createData(ChartTypes.SCATTER, across, up);
        data.setStyle(ScatterStyle.LINE);
        data.setVaryColors(false);
        return data;
    }

    private XDDFChartData.Series add(XDDFChartData data, XDDFDataSource<?> labels, int column) {
        XDDFChartData.Series series = data.addSeries(labels, numbers(column));
        series.setTitle(
                grid.heads().get(column).text(),
                new CellReference(sheet.getSheetName(), first - 1, column, true, true));
        return series;
    }

    private XDDFDataSource<String> labels() {
        return XDDFDataSourcesFactory.fromStringCellRange(
                sheet, new CellRangeAddress(first, last, plot.labels(), plot.labels()));
    }

    private XDDFNumericalDataSource<Double> numbers(int column) {
        return numbers(column, first, last);
    }

    private XDDFNumericalDataSource<Double> numbers(int column, int from, int to) {
        return XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(from, to, column, column));
    }

    private void valueLabels(CTDLbls labels) {
        labels.addNewNumFmt().setFormatCode(plot.format().code());
        labels.getNumFmt().setSourceLinked(false);
        shown(labels, false);
    }

    private static void ink(CTDLbls labels, String rgb) {
        var text = labels.addNewTxPr();
        text.addNewBodyPr();
        var run = text.addNewP().addNewPPr().addNewDefRPr();
        run.setSz(800);
        run.addNewSolidFill().addNewSrgbClr().setVal(Palette.bytes(rgb));
    }

    /** Of points either their value or, of a series of one, its name. */
    static void shown(CTDLbls labels, boolean names) {
        labels.addNewShowLegendKey().setVal(false);
        labels.addNewShowVal().setVal(!names);
        labels.addNewShowCatName().setVal(false);
        labels.addNewShowSerName().setVal(names);
        labels.addNewShowPercent().setVal(false);
        labels.addNewShowBubbleSize().setVal(false);
    }

    private static void legend(XSSFChart chart) {
        chart.getOrAddLegend().setPosition(LegendPosition.BOTTOM);
    }

    static void title(XDDFValueAxis axis, String text) {
        if (!text.isEmpty()) {
            axis.setTitle(text);
        }
    }

    private String axisFormat() {
        return plot.format() == Format.SHARE ? Format.PERCENT.code() : "General";
    }

    static String axisFormat(Grid grid, int column) {
        return grid.heads().get(column).format() == Format.SHARE ? Format.PERCENT.code() : "General";
    }

    static void plain(XDDFChartAxis axis) {
        axis.getOrAddTextProperties().setFontSize(8d);
        axis.getOrAddShapeProperties().setLineProperties(new XDDFLineProperties(fill(Palette.RULE)));
    }

    /** With lines across the chart at its marks. */
    static void ruled(XDDFChartAxis axis) {
        axis.getOrAddMajorGridProperties().setLineProperties(new XDDFLineProperties(fill(Palette.RULE)));
    }

    private static XDDFLineProperties stroke(int series) {
        XDDFLineProperties line = new XDDFLineProperties(fill(Shade.LINES.get(series % Shade.LINES.size())));
        line.setWidth(series == 0 ? 2.25 : 1.5);
        line.setPresetDash(new XDDFPresetLineDash(DASHES.get(series % DASHES.size())));
        return line;
    }

    private static XDDFSolidFillProperties fill(String rgb) {
        return new XDDFSolidFillProperties(XDDFColor.from(Palette.bytes(rgb)));
    }
}
