package io.earshot.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFilesTest {
    private static final DataFiles FILES =
            new DataFiles(SpssFileTest.extract(), "en", "en", ZoneId.of("Europe/Paris"), List.of());

    @TempDir
    Path directory;

    @Test
    void aCsvFileHoldsCodesAndIsoTimes() throws IOException {
        String[] lines = csv(false, false, false).split("\r\n");

        assertThat(lines[0]).isEqualTo("id,submitted_at,plan,score,reasons.price,reasons.speed,born,wakes,why,os.name");
        assertThat(lines[1])
                .startsWith("a,2026-11-20T12:00:00Z,free,-1000000,1,0,1980-02-29,06:30,éé")
                .endsWith(",Linux");
        assertThat(lines[2]).isEqualTo("b,,business-large,1.25,0,1,,,=1,");
    }

    @Test
    void aCsvFileForSpreadsheetsIsMarkedAndGuarded() throws IOException {
        String csv = csv(true, true, true);

        assertThat(csv).startsWith("\uFEFFid,");
        assertThat(csv.split("\r\n")[2])
                .as("a label with a comma is quoted, a text like a formula guarded, a negative number left alone")
                .isEqualTo("b,,\"Business, “large”\",1.25,0,1,,,'=1,");
        assertThat(csv.split("\r\n")[1]).contains(",-1000000,");
    }

    @Test
    void theScriptReadsTheCsvFileIntoR() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                SpssFileTest.runs("Rscript", "-e", "1"), "NOT TESTED: the script runs only where Rscript is installed");
        Files.writeString(directory.resolve("data.csv"), csv(false, true, false));
        Files.writeString(directory.resolve("data.R"), FILES.rScript());
        Path script = Files.writeString(
                directory.resolve("show.R"),
                """
                setwd(commandArgs(TRUE)[1])
                options(scipen = 99)
                source("data.R", encoding = "UTF-8")
                cat(levels(data$plan), as.character(data$plan), attr(data$plan, "label"), sep = "|"); cat("\\n")
                cat(data$score, data$reasons.price, format(data$born[1]), class(data$submitted_at)[1], sep = "|"); cat("\\n")
                cat(format(data$submitted_at[1], "%H:%M", tz = "UTC"), nchar(data$why[1]), data$why[2], sep = "|"); cat("\\n")
                """);

        String[] lines = SpssFileTest.output("Rscript", script.toString(), directory.toString())
                .split("\n");

        assertThat(lines[0]).isEqualTo("Free|Business, “large”|Free|Business, “large”|NA|NA|Which plan do you have?");
        assertThat(lines[1]).isEqualTo("-1000000|1.25|NA|NA|1|0|NA|NA|1980-02-29|POSIXct");
        assertThat(lines[2]).isEqualTo("12:00|20000|=1");
    }

    private static String csv(boolean labels, boolean byteOrderMark, boolean guarded) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FILES.csv(labels, byteOrderMark, guarded, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
