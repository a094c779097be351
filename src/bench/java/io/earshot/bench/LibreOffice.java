package io.earshot.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** LibreOffice without a window, with settings of its own that are gone when it is closed. */
public final class LibreOffice implements AutoCloseable {
    private static final long MINUTES = 7;
    /** Comma, quotation mark, UTF-8, from the first row, cells as shown no, then the sheet's number. */
    private static final String CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,%d";

    private final Path folder;

    public LibreOffice() throws IOException {
        this.folder = Files.createTempDirectory("bench-office");
    }

    /** Whether there is one on this machine. */
    public static boolean isThere() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice")));
    }

    /** What a conversion made. @param seconds from its start to its end, opening the workbook included */
    public record Made(Path file, double seconds) {}

    /**
     * Opens a workbook and writes one of its sheets as CSV.
     *
     * @param sheet from 1
     * @throws IllegalStateException if it does not open
     */
    public Made csv(Path workbook, int sheet) throws IOException, InterruptedException {
        Path made = Files.createTempDirectory(folder, "csv");
        long begun = System.nanoTime();
        Process office = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("settings").toUri(),
                        "--headless",
                        "--convert-to",
                        CSV.formatted(sheet),
                        "--outdir",
                        made.toString(),
                        workbook.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        if (!office.waitFor(MINUTES, TimeUnit.MINUTES)) {
            office.descendants().forEach(ProcessHandle::destroyForcibly);
            office.destroyForcibly().waitFor();
            throw new IllegalStateException(
                    "LibreOffice had not opened " + workbook + " after " + MINUTES + " minutes");
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        try (Stream<Path> files = Files.list(made)) {
            return new Made(
                    files.findFirst()
                            .orElseThrow(() -> new IllegalStateException("LibreOffice made nothing: " + said())),
                    seconds);
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
