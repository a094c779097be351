package io.earshot.workbook;

import io.earshot.bench.LibreOffice;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.xssf.streaming.SXSSFCell;
import org.apache.poi.xssf.streaming.SXSSFRow;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One sheet of 25 columns (14 whole numbers, a decimal one, a time, 8 labels of 20, a unique text) written by our data sheet, by
 * fastexcel and by POI's SXSSF, each in a JVM of its own of 256 MB, in turn; then read back to see that all wrote the same.
 */
public final class SheetBench {
    private static final int COLUMNS = 25;
    private static final int MOST_ROWS = 1_048_576;
    private static final int WHOLE = 14;
    private static final int DECIMAL = 14;
    private static final int TIME = 15;
    private static final int ID = 24;
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);

    private final int rows;

    private SheetBench(int rows) {
        this.rows = rows;
    }

    /** @param arguments rows (1,000,000 if absent) and rounds (2); or, for a JVM of its own, a writer, rows and a file */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3) {
            new SheetBench(Integer.parseInt(arguments[1])).write(arguments[0], Path.of(arguments[2]));
            return;
        }
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2;
        compare(rows, rounds, System.out);
    }

    private static void compare(int rows, int rounds, PrintStream out) throws Exception {
        Path directory = Files.createTempDirectory("sheet-bench");
        List<String> contents = new ArrayList<>();
        out.printf("%d rows of %d cells, -Xmx256m%n", rows, COLUMNS);
        for (int round = 0; round < rounds; round++) {
            double ours = 0;
            for (String writer : List.of("earshot", "fastexcel", "sxssf")) {
                Path file = directory.resolve(writer + ".xlsx");
                String[] told = inItsOwnJvm(writer, rows, file).strip().split(" ");
                double cpu = Double.parseDouble(told[1]);
                ours = writer.equals("earshot") ? cpu : ours;
                out.printf(
                        Locale.ROOT,
                        "%-10s %6.1f s, %6.1f s of processor (%.2f times ours), %4s MB at most, file %.1f MB%n",
                        writer,
                        Double.parseDouble(told[0]),
                        cpu,
                        cpu / ours,
                        told[2],
                        Files.size(file) / 1e6);
                if (round == 0) {
                    contents.add(content(file));
                    out.println("           " + contents.get(contents.size() - 1));
                }
                if (round == 0 && writer.equals("earshot")) {
                    opened(file, rows, out);
                }
                Files.delete(file);
            }
        }
        continued(directory.resolve("continued.xlsx"), out);
        Files.delete(directory);
        if (contents.stream().distinct().count() != 1) {
            throw new IllegalStateException("the writers did not write the same");
        }
    }

    /** Whether POI and LibreOffice find every row of ours, and in a few of them what was written. */
    private static void opened(Path file, int rows, PrintStream out) throws Exception {
        Set<Integer> looked = Set.of(1, rows / 2, rows);
        OpenedSheet poi = OpenedSheet.byPoi(file, looked);
        out.printf("           POI reads %,d rows in %.1f s%n", poi.rows(), poi.seconds());
        same(poi, rows, looked);
        if (LibreOffice.isThere()) {
            OpenedSheet office = OpenedSheet.byLibreOffice(file, looked);
            out.printf("           LibreOffice opens %,d rows in %.1f s%n", office.rows(), office.seconds());
            same(office, rows, looked);
        } else {
            out.println("           not opened by LibreOffice: there is no soffice on this machine");
        }
    }

    /** Whether LibreOffice finds, on the sheet that goes on, what no longer fits the one before. */
    private static void continued(Path file, PrintStream out) throws Exception {
        if (!LibreOffice.isThere()) {
            return;
        }
        int more = 100;
        XSSFWorkbook book = new XSSFWorkbook();
        StreamedBook stream = new StreamedBook(book);
        List<Field> fields = List.of(
                new Field("row", 12, (row, cells) -> cells.number(row)),
                new Field("text", 12, (row, cells) -> cells.text("text " + row)));
        new DataSheet(stream, new Styles(book), MOST_ROWS)
                .write("Data", "data", fields, MOST_ROWS - 1 + more, written -> {});
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            stream.write(to);
        }
        try (LibreOffice office = new LibreOffice()) {
            List<String> first = lines(office.csv(file, 1).file());
            List<String> second = lines(office.csv(file, 2).file());
            out.printf("LibreOffice opens %,d rows on \"Data\" and %,d on \"Data 2\"%n", first.size(), second.size());
            String last = (MOST_ROWS - 2) + ",text " + (MOST_ROWS - 2);
            String next = (MOST_ROWS - 1) + ",text " + (MOST_ROWS - 1);
            same(first.size() + " " + first.get(first.size() - 1), MOST_ROWS + " " + last);
            same(second.size() + " " + second.get(0) + " " + second.get(1), more + 1 + " " + first.get(0) + " " + next);
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> lines(Path csv) throws IOException {
        return Files.readAllLines(csv).stream()
                .map(line -> line.replace("\"", ""))
                .toList();
    }

    private static void same(OpenedSheet found, int rows, Set<Integer> looked) {
        if (found.rows() != rows + 1L) {
            throw new IllegalStateException(found.rows() + " rows were found of " + rows + " and a head");
        }
        Row values = new Row();
        for (int row : looked) {
            values.fill(row - 1);
            List<String> cells = found.cells().getOrDefault(row, List.of());
            for (int column = 0; column < WHOLE; column++) {
                same(cells.get(column), Integer.toString(values.whole[column]));
            }
            same(Double.toString(Double.parseDouble(cells.get(DECIMAL))), Double.toString(values.decimal));
            for (int i = 0; i < values.labels.length; i++) {
                same(cells.get(TIME + 1 + i), values.labels[i]);
            }
            same(cells.get(ID), values.id);
        }
    }

    private static void same(String found, String written) {
        if (!found.equals(written)) {
            throw new IllegalStateException("'" + found + "' was found where '" + written + "' was written");
        }
    }

    private static String inItsOwnJvm(String writer, int rows, Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-classpath",
                        System.getProperty("java.class.path"),
                        SheetBench.class.getName(),
                        writer,
                        Integer.toString(rows),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String told = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new IllegalStateException(writer + " ended with " + process.exitValue());
        }
        return told;
    }

    private void write(String writer, Path file) throws IOException {
        long start = System.nanoTime();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            switch (writer) {
                case "earshot" -> earshot(out);
                case "fastexcel" -> fastexcel(out);
                case "sxssf" -> sxssf(out);
                default -> throw new IllegalArgumentException("there is no writer " + writer);
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        String most = Files.readAllLines(new File("/proc/self/status").toPath()).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\D", ""))
                .collect(Collectors.joining());
        System.out.printf(
                Locale.ROOT, "%.3f %.3f %d%n", seconds, system.getProcessCpuTime() / 1e9, Long.parseLong(most) / 1024);
    }

    /** The values of a row; the same for the same row. */
    private static final class Row {
        final int[] whole = new int[WHOLE];
        final String[] labels = new String[8];
        double decimal;
        LocalDateTime time = START;
        String id = "";

        void fill(int row) {
            SplittableRandom random = new SplittableRandom(row);
            for (int i = 0; i < WHOLE; i++) {
                whole[i] = random.nextInt(1, 12);
            }
            decimal = random.nextInt(100_000) / 100.0;
            time = START.plusSeconds(random.nextInt(30_000_000));
            for (int i = 0; i < labels.length; i++) {
                labels[i] = LABELS[random.nextInt(LABELS.length)];
            }
            id = "r-" + Long.toHexString(random.nextLong());
        }
    }

    private static final String[] LABELS =
            IntStream.range(0, 20).mapToObj(i -> "Label of answer " + i).toArray(String[]::new);

    private void earshot(OutputStream out) throws IOException {
        XSSFWorkbook book = new XSSFWorkbook();
        StreamedBook stream = new StreamedBook(book);
        Row values = new Row();
        IntFunction<Field> field = column -> new Field("c" + column, 12, (row, cells) -> {
            if (column == 0) {
                values.fill(row);
            }
            if (column < WHOLE) {
                cells.number(values.whole[column]);
            } else if (column == DECIMAL) {
                cells.number(values.decimal);
            } else if (column == TIME) {
                cells.time(values.time);
            } else {
                cells.text(column == ID ? values.id : values.labels[column - TIME - 1]);
            }
        });
        List<Field> fields = IntStream.range(0, COLUMNS).mapToObj(field).toList();
        new DataSheet(stream, new Styles(book), 1_048_576).write("Data", "data", fields, rows, written -> {});
        stream.write(out);
    }

    private void fastexcel(OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "bench", "1.0");
        Worksheet sheet = book.newWorksheet("Data");
        Row values = new Row();
        for (int column = 0; column < COLUMNS; column++) {
            sheet.value(0, column, "c" + column);
        }
        for (int row = 0; row < rows; row++) {
            values.fill(row);
            for (int column = 0; column < WHOLE; column++) {
                sheet.value(row + 1, column, values.whole[column]);
            }
            sheet.value(row + 1, DECIMAL, values.decimal);
            sheet.value(row + 1, TIME, values.time);
            sheet.style(row + 1, TIME).format("yyyy-mm-dd hh:mm:ss").set();
            for (int i = 0; i < values.labels.length; i++) {
                sheet.inlineString(row + 1, TIME + 1 + i, values.labels[i]);
            }
            sheet.inlineString(row + 1, ID, values.id);
            if (row % 1_000 == 999) {
                sheet.flush();
            }
        }
        book.finish();
    }

    private void sxssf(OutputStream out) throws IOException {
        XSSFWorkbook frame = new XSSFWorkbook();
        Styles styles = new Styles(frame);
        CellStyle plain = styles.of(Look.DATA, Format.GENERAL);
        CellStyle moment = styles.of(Look.DATA, Format.DATE_TIME);
        try (SXSSFWorkbook book = new SXSSFWorkbook(frame, 100)) {
            SXSSFSheet sheet = book.createSheet("Data");
            SXSSFRow head = sheet.createRow(0);
            for (int column = 0; column < COLUMNS; column++) {
                head.createCell(column).setCellValue("c" + column);
            }
            Row values = new Row();
            for (int row = 0; row < rows; row++) {
                values.fill(row);
                SXSSFRow written = sheet.createRow(row + 1);
                for (int column = 0; column < COLUMNS; column++) {
                    SXSSFCell cell = written.createCell(column);
                    cell.setCellStyle(column == TIME ? moment : plain);
                    if (column < WHOLE) {
                        cell.setCellValue(values.whole[column]);
                    } else if (column == DECIMAL) {
                        cell.setCellValue(values.decimal);
                    } else if (column == TIME) {
                        cell.setCellValue(values.time);
                    } else {
                        cell.setCellValue(column == ID ? values.id : values.labels[column - TIME - 1]);
                    }
                }
            }
            book.write(out);
        }
    }

    /** Rows, numbers and texts under the head of the one sheet, without regard to where they stand. */
    private static String content(Path file) throws IOException, XMLStreamException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            ZipEntry part = zip.stream()
                    .filter(entry -> entry.getName().matches("xl/worksheets/sheet1\\.xml"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = zip.getInputStream(part)) {
                return content(XMLInputFactory.newFactory().createXMLStreamReader(in));
            }
        }
    }

    private static String content(XMLStreamReader xml) throws XMLStreamException {
        int found = 0;
        long cells = 0;
        double numbers = 0;
        long texts = 0;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "row" -> found++;
                    case "c" -> cells += found > 1 ? 1 : 0;
                    case "v" -> numbers += found > 1 ? Double.parseDouble(xml.getElementText()) : 0;
                    case "t" -> texts += found > 1 ? xml.getElementText().hashCode() : 0;
                    default -> {}
                }
            }
        }
        return String.format(Locale.ROOT, "rows %d, cells %d, numbers %.3f, texts %d", found, cells, numbers, texts);
    }
}
