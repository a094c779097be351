package io.earshot.questionnaire.exchange.xlsform;

import io.earshot.problem.Problem;
import io.earshot.questionnaire.exchange.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** The sheets of a workbook as text: a stream over {@code .xlsx}, whole for the old {@code .xls}; bounded either way. */
final class SheetReader {
    private static final String EXPECTED =
            "an XLSForm, that is an Excel workbook (.xlsx or .xls) with a sheet named survey";
    private static final long MAX_INFLATED = 150L << 20;
    private static final int MAX_CELLS = 1_000_000;
    private static final int MAX_ENTRIES = 5_000;

    private int cells;

    private SheetReader() {}

    /** @throws Problem 422 if it is no workbook, 413 if it is one that would take too much memory */
    static List<Sheet> read(byte[] file) {
        if (startsWith(file, 'P', 'K', 3, 4)) {
            inflate(file);
            return new SheetReader().xlsx(file);
        }
        if (startsWith(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            return new SheetReader().xls(file);
        }
        throw Refused.notOfFormat(
                EXPECTED,
                "the body is no workbook at all (a form kept as CSV or Markdown is to be saved as .xlsx first)");
    }

    /** A bomb is met here, where nothing is kept of it. */
    private static void inflate(byte[] file) {
        long inflated = 0;
        int entries = 0;
        byte[] buffer = new byte[1 << 16];
        // Of the kind that POI itself reads with: Java's own stops at the ZIP64 records that some writers always write.
        try (ZipArchiveInputStream zip =
                new ZipArchiveInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8.name(), true, true)) {
            while (zip.getNextEntry() != null) {
                entries++;
                if (entries > MAX_ENTRIES) {
                    throw Refused.tooLarge("The workbook has more than " + MAX_ENTRIES + " parts.");
                }
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    inflated += n;
                    if (inflated > MAX_INFLATED) {
                        throw Refused.tooLarge("The workbook has more than " + (MAX_INFLATED >> 20)
                                + " MiB when unpacked; leave out pictures and empty rows.");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw Refused.notOfFormat(EXPECTED, "the body is a damaged zip file");
        }
    }

    private List<Sheet> xlsx(byte[] file) {
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(file))) {
            XSSFReader reader = new XSSFReader(opened);
            // Phonetic runs would stand twice in Japanese labels.
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened, false);
            List<Sheet> sheets = new ArrayList<>();
            XSSFReader.SheetIterator each = (XSSFReader.SheetIterator) reader.getSheetsData();
            while (each.hasNext()) {
                try (InputStream stream = each.next()) {
                    Lines lines = new Lines();
                    XMLReader parser = XMLHelper.newXMLReader();
                    parser.setContentHandler(
                            new XSSFSheetXMLHandler(reader.getStylesTable(), strings, lines, new Plain(), false));
                    parser.parse(new InputSource(stream));
                    sheets.add(Sheet.of(each.getSheetName(), lines.lines));
                }
            }
            return sheets;
        } catch (IOException
                | SAXException
                | ParserConfigurationException
                | OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException e) {
            throw Refused.notOfFormat(EXPECTED, "the body is a zip file but not a workbook that can be read");
        }
    }

    private List<Sheet> xls(byte[] file) {
        try (HSSFWorkbook workbook = new HSSFWorkbook(new ByteArrayInputStream(file))) {
            List<Sheet> sheets = new ArrayList<>();
            for (org.apache.poi.ss.usermodel.Sheet sheet : workbook) {
                Map<Integer, Map<Integer, String>> lines = new TreeMap<>();
                for (org.apache.poi.ss.usermodel.Row row : sheet) {
                    for (Cell cell : row) {
                        count();
                        lines.computeIfAbsent(row.getRowNum() + 1, any -> new LinkedHashMap<>())
                                .put(cell.getColumnIndex(), text(cell));
                    }
                }
                sheets.add(Sheet.of(sheet.getSheetName(), lines));
            }
            return sheets;
        } catch (IOException
                | RecordFormatException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException e) {
            throw Refused.notOfFormat(EXPECTED, "the body is an old Office file but not a workbook that can be read");
        }
    }

    private static String text(Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        if (type == CellType.NUMERIC && !DateUtil.isCellDateFormatted(cell)) {
            return Plain.number(cell.getNumericCellValue());
        }
        if (type == CellType.STRING) {
            return cell.getStringCellValue();
        }
        return type == CellType.BOOLEAN
                ? (cell.getBooleanCellValue() ? "TRUE" : "FALSE")
                : new Plain().formatCellValue(cell);
    }

    private void count() {
        if (++cells > MAX_CELLS) {
            throw Refused.tooLarge("The workbook has more than " + MAX_CELLS + " cells.");
        }
    }

    private static boolean startsWith(byte[] file, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /** The number 1 is "1", however its cell is formatted; a date is as its author sees it. */
    private static final class Plain extends DataFormatter {
        @Override
        public String formatRawCellContents(double value, int index, @Nullable String format, boolean since1904) {
            return format != null && DateUtil.isADateFormat(index, format)
                    ? super.formatRawCellContents(value, index, "yyyy-mm-dd", since1904)
                    : number(value);
        }

        static String number(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : Double.toString(value);
        }
    }

    private final class Lines implements XSSFSheetXMLHandler.SheetContentsHandler {
        final Map<Integer, Map<Integer, String>> lines = new TreeMap<>();
        private Map<Integer, String> line = new LinkedHashMap<>();
        private int column;

        @Override
        public void startRow(int row) {
            line = new LinkedHashMap<>();
            column = 0;
            lines.put(row + 1, line);
        }

        @Override
        public void endRow(int row) {
            // The row stands in the map already.
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            count();
            column = reference == null ? column : new CellReference(reference).getCol();
            line.put(column, value == null ? "" : value);
            column++;
        }
    }
}
