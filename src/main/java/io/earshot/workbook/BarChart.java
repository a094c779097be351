package io.earshot.workbook;

import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFLineProperties;
import org.apache.poi.xddf.usermodel.XDDFNoFillProperties;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickMark;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTDLbls;

/**
 * A native, editable bar chart drawn from cells: horizontal bars from the top down in the questionnaire's order, each with
 * its value written beside it.
 *
 * @param title       what the reader is told
 * @param description the alternative text for those who don't see it
 * @param labels      one column of cells
 * @param values      one column of cells, as many
 * @param format      of the values
 * @param maximum     the end of the value axis, which begins at 0
 */
record BarChart(
        String title,
        String description,
        XSSFSheet source,
        CellRangeAddress labels,
        CellRangeAddress values,
        Format format,
        double maximum) {

    void draw(XSSFSheet sheet, XSSFClientAnchor anchor) {
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(anchor);
        describe(chart);
        heading(chart);
        XDDFCategoryAxis categories = chart.createCategoryAxis(AxisPosition.LEFT);
        categories.setOrientation(AxisOrientation.MAX_MIN);
        categories.setMajorTickMark(AxisTickMark.NONE);
        line(categories.getOrAddShapeProperties());
        categories.getOrAddTextProperties().setFontSize(8d);
        categories.getOrAddTextProperties().setFillProperties(fill(Palette.INK));
        XDDFValueAxis axis = chart.createValueAxis(AxisPosition.BOTTOM);
        axis.setMinimum(0);
        axis.setMaximum(maximum);
        axis.setNumberFormat(format == Format.SHARE ? Format.PERCENT.code() : "0.0");
        axis.setCrosses(AxisCrosses.MAX);
        axis.setVisible(false);
        bars(chart, categories, axis);
        frame(chart);
    }

    private void describe(XSSFChart chart) {
        var properties = chart.getGraphicFrame()
                .getCTGraphicalObjectFrame()
                .getNvGraphicFramePr()
                .getCNvPr();
        properties.setDescr(description);
        properties.setName(title);
    }

    private void heading(XSSFChart chart) {
        chart.setTitleText(title);
        chart.setTitleOverlay(false);
        chart.getFormattedTitle().getParagraph(0).getTextRuns().forEach(run -> {
            run.setFontSize(10d);
            run.setBold(true);
            run.setFontColor(XDDFColor.from(Palette.bytes(Palette.INK)));
        });
    }

    private void bars(XSSFChart chart, XDDFCategoryAxis categories, XDDFValueAxis axis) {
        XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, categories, axis);
        data.setBarDirection(BarDirection.BAR);
        data.setGapWidth(45);
        data.setVaryColors(false);
        XDDFChartData.Series series = data.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(source, labels),
                XDDFDataSourcesFactory.fromNumericCellRange(source, values));
        series.setTitle(title, null);
        XDDFShapeProperties look = new XDDFShapeProperties();
        // Without an explicit fill and line LibreOffice draws the bars invisible.
        look.setFillProperties(fill(Palette.ACCENT));
        look.setLineProperties(new XDDFLineProperties(fill(Palette.ACCENT)));
        series.setShapeProperties(look);
        chart.plot(data);
        CTDLbls labelled = chart.getCTChart()
                .getPlotArea()
                .getBarChartArray(0)
                .getSerArray(0)
                .addNewDLbls();
        labelled.addNewNumFmt().setFormatCode(format == Format.SHARE ? Format.PERCENT.code() : format.code());
        labelled.getNumFmt().setSourceLinked(false);
        PlotChart.shown(labelled, false);
    }

    private static void frame(XSSFChart chart) {
        XDDFShapeProperties plot = chart.getOrAddShapeProperties();
        plot.setFillProperties(fill("FFFFFF"));
        plot.setLineProperties(new XDDFLineProperties(new XDDFNoFillProperties()));
        chart.getCTChartSpace().addNewRoundedCorners().setVal(false);
    }

    private static void line(XDDFShapeProperties shape) {
        shape.setLineProperties(new XDDFLineProperties(fill(Palette.RULE)));
    }

    private static XDDFSolidFillProperties fill(String rgb) {
        return new XDDFSolidFillProperties(XDDFColor.from(Palette.bytes(rgb)));
    }
}
