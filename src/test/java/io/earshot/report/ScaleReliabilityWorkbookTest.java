package io.earshot.report;

import io.earshot.workbook.ReportWorkbook;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ScaleReliabilityWorkbookTest {
    @Test
    void render() throws IOException {
        Path file = Path.of("target/scale-reliability.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            new ReportWorkbook().write(Bfi.results("scale-reliability"), Bfi.answers(), out, rows -> {});
        }
    }
}
