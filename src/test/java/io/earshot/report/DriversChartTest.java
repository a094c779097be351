package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.workbook.ReportWorkbook;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTPlotArea;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTScatterSer;

/** The scatter of importance and performance over 24 personality items, most of which matter little and alike. */
class DriversChartTest {
    private static final String ITEMS = Stream.of("A", "C", "E", "N", "O")
            .flatMap(scale -> Stream.of(1, 2, 3, 4, 5).map(item -> scale + item))
            .filter(item -> !item.equals("N3"))
            .map(item -> '"' + item + '"')
            .collect(Collectors.joining(", "));

    @Test
    void itsAxesStartNearTheDataAndItsLabelsStandInOneLineWhereThereIsRoom() throws IOException {
        try (XSSFWorkbook book = book()) {
            CTPlotArea plot = plot(book.getSheet("Key drivers"));

            // Performances are from 28.3 (A1) to 77.8 (O4) of 100: (mean - 1) * 20 of the file's codes.
            assertThat(plot.getValAxArray(1).getScaling().getMin().getVal()).isEqualTo(20);
            assertThat(plot.getValAxArray(1).getScaling().getMax().getVal()).isEqualTo(80);
            assertThat(plot.getScatterChartArray(0).getSerList())
                    .hasSize(24)
                    .filteredOn(CTScatterSer::isSetDLbls)
                    .hasSizeGreaterThan(15)
                    .allSatisfy(series -> assertThat(series.getDLbls()
                                    .getTxPr()
                                    .getBodyPr()
                                    .getWrap()
                                    .toString())
                            .isEqualTo("none"))
                    .extracting(
                            series -> series.getDLbls().getDLblPos().getVal().toString())
                    .contains("r", "l", "t");
        }
    }

    @Test
    void kanosFeaturesLieOnAMapOfFourQuarters() throws IOException {
        Sample sample = ModulesAgainstRTest.sample("kano");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook().write(sample.results("kano", "en"), sample.extract(), out, rows -> {});

        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            CTPlotArea plot = book.getSheet("Kano")
                    .getDrawingPatriarch()
                    .getCharts()
                    .get(0)
                    .getCTChart()
                    .getPlotArea();
            assertThat(plot.getValAxArray(0).getScaling().getMin().getVal()).isEqualTo(-1);
            assertThat(plot.getValAxArray(0).getScaling().getMax().getVal()).isEqualTo(0);
            assertThat(plot.getValAxArray(1).getScaling().getMax().getVal()).isEqualTo(1);
            assertThat(plot.getValAxList()).allSatisfy(axis -> {
                assertThat(axis.isSetMajorGridlines()).isTrue();
                assertThat(axis.getMajorUnit().getVal()).isEqualTo(0.5);
            });
        }
    }

    @Test
    void aDriverWhoseNameHasNoRoomIsShownByItsRankInTheTable() throws IOException {
        try (XSSFWorkbook book = book()) {
            XSSFSheet sheet = book.getSheet("Key drivers");
            List<String> ranks = new ArrayList<>();
            List<String> names = new ArrayList<>();
            for (CTScatterSer series : plot(sheet).getScatterChartArray(0).getSerList()) {
                String shown = series.getTx().isSetStrRef()
                        ? series.getTx().getStrRef().getStrCache().getPtArray(0).getV()
                        : series.getTx().getV();
                CellReference point =
                        new CellReference(series.getXVal().getNumRef().getF());
                var row = sheet.getRow(point.getRow());
                if (shown.equals(String.valueOf((int) row.getCell(1).getNumericCellValue()))) {
                    ranks.add(shown);
                    assertThat(new CellReference(series.getTx().getStrRef().getF()).getCol())
                            .isEqualTo((short) 1);
                } else {
                    names.add(shown);
                    assertThat(row.getCell(0).getStringCellValue()).startsWith(shown.replace("…", ""));
                }
            }
            assertThat(ranks).isNotEmpty();
            assertThat(names).hasSizeGreaterThan(8);
        }
    }

    private static CTPlotArea plot(XSSFSheet sheet) {
        return sheet.getDrawingPatriarch().getCharts().get(1).getCTChart().getPlotArea();
    }

    private static XSSFWorkbook book() throws IOException {
        Bfi.Made made = Bfi.made(
                """
                {"name": "drivers", "title": "Drivers", "dataSheets": false,
                 "sections": [{"kind": "drivers", "outcome": "N3", "drivers": [%s]}]}"""
                        .formatted(ITEMS));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook(false).write(made.results(), made.extract(), out, rows -> {});
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }
}
