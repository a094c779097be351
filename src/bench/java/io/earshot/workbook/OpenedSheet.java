package io.earshot.workbook;

import io.earshot.bench.LibreOffice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * What another program finds on a workbook's first sheet.
 *
 * @param rows  with something in them, the head among them
 * @param cells of the rows asked for, by row and column from 0, as the program shows them; "" where there is nothing
 */
record OpenedSheet(long rows, Map<Integer, List<String>> cells, double seconds) {

    /** As POI reads it row by row. */
    static OpenedSheet byPoi(Path workbook, Set<Integer> wanted)
            throws IOException, OpenXML4JException, SAXException, javax.xml.parsers.ParserConfigurationException {
        long begun = System.nanoTime();
        Found found = new Found(wanted);
        try (OPCPackage file = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(file);
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(), new ReadOnlySharedStringsTable(file), found, false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                xml.parse(new InputSource(sheet));
            }
        }
        return new OpenedSheet(found.rows, found.cells, (System.nanoTime() - begun) / 1e9);
    }

    /** As LibreOffice opens it and writes it as CSV; only of texts without commas and line feeds. */
    static OpenedSheet byLibreOffice(Path workbook, Set<Integer> wanted) throws IOException, InterruptedException {
        try (LibreOffice office = new LibreOffice()) {
            LibreOffice.Made made = office.csv(workbook, 1);
            Map<Integer, List<String>> cells = new HashMap<>();
            int row = 0;
            try (BufferedReader lines = Files.newBufferedReader(made.file())) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    if (wanted.contains(row)) {
                        cells.put(row, List.of(line.replace("\"", "").split(",", -1)));
                    }
                    row++;
                }
            }
            return new OpenedSheet(row, cells, made.seconds());
        }
    }

    private static final class Found implements XSSFSheetXMLHandler.SheetContentsHandler {
        private final Set<Integer> wanted;
        private final Map<Integer, List<String>> cells = new HashMap<>();
        private List<String> row = new ArrayList<>();
        private long rows;

        Found(Set<Integer> wanted) {
            this.wanted = wanted;
        }

        @Override
        public void startRow(int number) {
            rows++;
            row = new ArrayList<>();
        }

        @Override
        public void endRow(int number) {
            if (wanted.contains(number)) {
                cells.put(number, row);
            }
        }

        @Override
        public void cell(String reference, @Nullable String shown, @Nullable XSSFComment comment) {
            int column = new CellReference(reference).getCol();
            while (row.size() < column) {
                row.add("");
            }
            row.add(shown == null ? "" : shown);
        }
    }
}
