package io.earshot.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.workbook.ReportWorkbook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code mvn test -Dtest=GoldenWorkbookTest -Dgolden.update=true} takes what is written as what is expected. */
class GoldenWorkbookTest {
    @Test
    void theScaleReliabilityOfRealAnswersReadsAsExpected() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ReportWorkbook().write(Bfi.results("scale-reliability"), Bfi.answers(), out, rows -> {});

        String text = WorkbookText.of(out.toByteArray());

        Path golden = Path.of("src/test/resources/golden/scale-reliability.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }
}
