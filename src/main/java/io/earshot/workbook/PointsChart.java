package io.earshot.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.LayoutMode;
import org.apache.poi.xddf.usermodel.chart.LayoutTarget;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFManualLayout;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTScatterSer;
import org.openxmlformats.schemas.drawingml.x2006.chart.STDLblPos;
import org.openxmlformats.schemas.drawingml.x2006.main.STTextWrappingType;

/**
 * A native, editable chart of a point for each row of a table, in a series of its own, whose name is the label. Where labels
 * stand is worked out from where the chart's frame and its axes make the points lie.
 *
 * @param first the table's first row of data
 * @param last  its last
 */
record PointsChart(Plot plot, Grid grid, XSSFSheet sheet, int first, int last) {
    /** What the axes enclose, as parts of the chart's width and height: around it stand title, marks and what they are. */
    private static final PointLabels.Box PLOTTED = new PointLabels.Box(0.08, 0.11, 0.95, 0.83);
    /** Of labels, in hundredths of a point. */
    private static final int TEXT = 800;
    /** Of a letter of that size, in points, with what Excel leaves around a label. */
    private static final double CHARACTER = 4.5;

    private static final double LINE = 12;
    /** How wide the numbers at the ordinate are. */
    private static final double MARK = 24;

    private static final int MARKER = 7;
    /** Of more points each takes less room. */
    private static final int MANY = 12;

    private static final int MARKER_OF_MANY = 5;
    private static final double POINTS_OF_PIXEL = 0.75;

    void draw(XSSFChart chart, XSSFClientAnchor anchor) {
        Span wide = plot.wide(values(across()));
        Span high = plot.high(values(up()));
        XDDFScatterChartData data = axes(chart, wide, high);
        plotted(chart);
        List<Integer> drawn = IntStream.rangeClosed(first, last)
                .filter(row -> row(row).cell(across()) != null && row(row).cell(up()) != null)
                .boxed()
                .toList();
        List<PointLabels.Label> labels = labels(drawn, wide, high, anchor);
        for (int i = 0; i < drawn.size(); i++) {
            series(data, drawn.get(i), labels.get(i), marker(drawn));
        }
        chart.plot(data);
        for (int i = 0; i < drawn.size(); i++) {
            CTScatterSer series =
                    chart.getCTChart().getPlotArea().getScatterChartArray(0).getSerArray(i);
            series.getMarker().addNewSpPr().addNewSolidFill().addNewSrgbClr().setVal(Palette.bytes(Palette.ACCENT));
            if (labels.get(i).shown()) {
                label(series.addNewDLbls(), labels.get(i).side());
            }
        }
    }

    private XDDFScatterChartData axes(XSSFChart chart, Span wide, Span high) {
        XDDFValueAxis across = chart.createValueAxis(AxisPosition.BOTTOM);
        XDDFValueAxis up = chart.createValueAxis(AxisPosition.LEFT);
        axis(across, plot.across(), across(), wide);
        axis(up, plot.up(), up(), high);
        XDDFScatterChartData data = (XDDFScatterChartData) chart.createData(ChartTypes.SCATTER, across, up);
        data.setStyle(ScatterStyle.MARKER);
        data.setVaryColors(false);
        return data;
    }

    private void axis(XDDFValueAxis axis, String title, int column, Span span) {
        PlotChart.title(axis, title);
        axis.setTickLabelPosition(AxisTickLabelPosition.LOW);
        PlotChart.plain(axis);
        axis.setNumberFormat(PlotChart.axisFormat(grid, column));
        axis.setMinimum(span.low());
        axis.setMaximum(span.high());
        axis.setMajorUnit(span.step());
        if (plot.shape() == Plot.Shape.QUARTERS) {
            PlotChart.ruled(axis);
        }
    }

    private static void plotted(XSSFChart chart) {
        XDDFManualLayout layout = new XDDFManualLayout(chart.getCTChart().getPlotArea());
        layout.setTarget(LayoutTarget.INNER);
        layout.setXMode(LayoutMode.EDGE);
        layout.setYMode(LayoutMode.EDGE);
        layout.setX(PLOTTED.left());
        layout.setY(PLOTTED.top());
        layout.setWidthRatio(PLOTTED.right() - PLOTTED.left());
        layout.setHeightRatio(PLOTTED.bottom() - PLOTTED.top());
    }

    private List<PointLabels.Label> labels(List<Integer> drawn, Span wide, Span high, XSSFClientAnchor anchor) {
        double width = POINTS_OF_PIXEL
                * IntStream.range(anchor.getCol1(), anchor.getCol2())
                        .mapToDouble(sheet::getColumnWidthInPixels)
                        .sum();
        double height = IntStream.range(anchor.getRow1(), anchor.getRow2())
                .mapToDouble(this::height)
                .sum();
        double left = PLOTTED.left() * width;
        double top = PLOTTED.top() * height;
        double right = PLOTTED.right() * width;
        double bottom = PLOTTED.bottom() * height;
        List<PointLabels.Point> points = new ArrayList<>();
        for (int row : drawn) {
            Grid.Row cells = row(row);
            points.add(new PointLabels.Point(
                    left + wide.place(number(cells, across())) * (right - left),
                    bottom - high.place(number(cells, up())) * (bottom - top),
                    String.valueOf(cells.cell(0)),
                    plot.number(cells)));
        }
        List<PointLabels.Box> marks = Span.ticks(high.low(), high.high()).stream()
                .map(tick -> bottom - high.place(tick) * (bottom - top))
                .map(y -> new PointLabels.Box(left - MARK, y - LINE / 2, left, y + LINE / 2))
                .toList();
        return new PointLabels(
                        new PointLabels.Box(left - MARK, top, width, bottom),
                        marks,
                        CHARACTER,
                        LINE,
                        marker(drawn) / 2.0)
                .of(points);
    }

    private void series(XDDFScatterChartData data, int row, PointLabels.Label label, int marker) {
        var point = (XDDFScatterChartData.Series) data.addSeries(cell(row, across()), cell(row, up()));
        String name = String.valueOf(row(row).cell(0));
        // Who points at what has no label is told its name.
        String title = label.shown() ? label.text() : name;
        boolean number = label.shown() && !label.named();
        // What is shortened stands in no cell.
        boolean inCell = number || title.equals(name);
        int column = number ? plot.labels() : 0;
        point.setTitle(title, inCell ? new CellReference(sheet.getSheetName(), row, column, true, true) : null);
        point.setMarkerStyle(MarkerStyle.CIRCLE);
        point.setMarkerSize((short) marker);
        XDDFShapeProperties none = new XDDFShapeProperties();
        none.setLineProperties(new XDDFLineProperties(new XDDFNoFillProperties()));
        point.setShapeProperties(none);
    }

    private static void label(CTDLbls labels, PointLabels.Side side) {
        var text = labels.addNewTxPr();
        // In one line, as room for it was sought.
        text.addNewBodyPr().setWrap(STTextWrappingType.NONE);
        var run = text.addNewP().addNewPPr().addNewDefRPr();
        run.setSz(TEXT);
        run.addNewSolidFill().addNewSrgbClr().setVal(Palette.bytes(Palette.INK));
        labels.addNewDLblPos()
                .setVal(
                        switch (side) {
                            case RIGHT -> STDLblPos.R;
                            case LEFT -> STDLblPos.L;
                            case ABOVE -> STDLblPos.T;
                            case BELOW -> STDLblPos.B;
                        });
        PlotChart.shown(labels, true);
    }

    private static int marker(List<Integer> drawn) {
        return drawn.size() > MANY ? MARKER_OF_MANY : MARKER;
    }

    private int across() {
        return plot.series().get(0);
    }

    private int up() {
        return plot.series().get(1);
    }

    private Grid.Row row(int row) {
        return grid.rows().get(row - first);
    }

    private double height(int row) {
        XSSFRow drawn = sheet.getRow(row);
        return drawn == null ? sheet.getDefaultRowHeightInPoints() : drawn.getHeightInPoints();
    }

    private DoubleStream values(int column) {
        return IntStream.rangeClosed(first, last).mapToDouble(row -> number(row(row), column));
    }

    private static double number(Grid.Row row, int column) {
        return row.cell(column) instanceof Double number ? number : Double.NaN;
    }

    private XDDFNumericalDataSource<Double> cell(int row, int column) {
        return XDDFDataSourcesFactory.fromNumericCellRange(sheet, new CellRangeAddress(row, row, column, column));
    }
}
