package io.earshot.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.dataset.CodedColumn;
import io.earshot.dataset.Dataset;
import io.earshot.dataset.DateColumn;
import io.earshot.dataset.Extract;
import io.earshot.dataset.Missing;
import io.earshot.dataset.MultipleColumn;
import io.earshot.dataset.NumberColumn;
import io.earshot.dataset.TextColumn;
import io.earshot.dataset.TimeColumn;
import io.earshot.questionnaire.Measure;
import io.earshot.questionnaire.Text;
import io.earshot.questionnaire.Variable;
import io.earshot.questionnaire.Variable.CodedValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpssFileTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String LONG = "é".repeat(20_000);

    @TempDir
    Path directory;

    /** Laid out by hand after the PSPP developers' manual, "System File Format". */
    @Test
    void everyByteIsWhereTheLayoutSays() throws IOException {
        SpssVariable number = new SpssVariable(
                "height",
                "Height",
                0,
                SpssVariable.Format.number(1),
                SpssVariable.Level.SCALE,
                Map.of(-99.0, "None"),
                new double[] {-99},
                null,
                (row, value) -> {
                    switch (row) {
                        case 0 -> value.number(151);
                        case 1 -> value.number(-99);
                        case 2 -> value.number(1.5);
                        default -> value.nothing();
                    }
                });

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SpssFile.write(List.of(number), 4, "A title", NOON, out, rows -> {});

        ByteBuffer file = ByteBuffer.wrap(out.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(text(file, 4)).isEqualTo("$FL2");
        assertThat(text(file, 60)).startsWith("@(#) SPSS DATA FILE");
        assertThat(ints(file, 5))
                .as("layout, elements, compressed, no weight, rows")
                .containsExactly(2, 1, 1, 0, 4);
        assertThat(file.getDouble()).as("bias").isEqualTo(100);
        assertThat(text(file, 9)).isEqualTo("20 Nov 26");
        assertThat(text(file, 8)).isEqualTo("12:00:00");
        assertThat(text(file, 64)).isEqualTo("A title" + " ".repeat(57));
        assertThat(text(file, 3)).isEqualTo("\0\0\0");

        assertThat(ints(file, 6))
                .as("variable record: number, with label, one missing value, F12.1 twice")
                .containsExactly(2, 0, 1, 1, 5 << 16 | 12 << 8 | 1, 5 << 16 | 12 << 8 | 1);
        assertThat(text(file, 8)).isEqualTo("@0000001");
        assertThat(ints(file, 1)).containsExactly(6);
        assertThat(text(file, 8)).as("padded to a multiple of four").isEqualTo("Height\0\0");
        assertThat(file.getDouble()).isEqualTo(-99);

        assertThat(ints(file, 2)).as("value labels: one").containsExactly(3, 1);
        assertThat(file.getDouble()).isEqualTo(-99);
        assertThat(text(file, 8))
                .as("length and label take a multiple of eight")
                .isEqualTo("\u0004None\0\0\0");
        assertThat(ints(file, 3)).as("of one variable, the first").containsExactly(4, 1, 1);

        assertThat(ints(file, 12))
                .as("machine: little-endian IEEE 754, UTF-8")
                .containsExactly(7, 3, 4, 8, 1, 0, 0, -1, 1, 1, 2, 65_001);
        assertThat(ints(file, 4)).containsExactly(7, 4, 8, 3);
        assertThat(file.getDouble()).as("system-missing").isEqualTo(-Double.MAX_VALUE);
        assertThat(file.getDouble()).as("highest").isEqualTo(Double.MAX_VALUE);
        assertThat(file.getLong()).as("lowest: the number after the least").isEqualTo(0xFFEFFFFFFFFFFFFEL);
        assertThat(ints(file, 7)).as("display: scale, shown by 12, right").containsExactly(7, 11, 4, 3, 3, 12, 1);
        assertThat(ints(file, 4)).containsExactly(7, 13, 1, 15);
        assertThat(text(file, 15)).isEqualTo("@0000001=height");
        assertThat(ints(file, 4)).containsExactly(7, 16, 8, 2);
        assertThat(file.getLong()).isEqualTo(1);
        assertThat(file.getLong()).isEqualTo(4);
        assertThat(ints(file, 4)).containsExactly(7, 20, 1, 5);
        assertThat(text(file, 5)).isEqualTo("UTF-8");
        assertThat(ints(file, 2)).as("end of the dictionary").containsExactly(999, 0);

        byte[] codes = new byte[8];
        file.get(codes);
        assertThat(codes).containsExactly((byte) 251, 1, (byte) 253, (byte) 255, 0, 0, 0, 0);
        assertThat(file.getDouble()).isEqualTo(1.5);
        assertThat(file.hasRemaining()).isFalse();
    }

    @Test
    void namesAreValidAndUniqueInSpss() {
        SpssNames names = new SpssNames();

        assertThat(names.of("nps")).isEqualTo("nps");
        assertThat(names.of("NPS")).isEqualTo("NPS_2");
        assertThat(names.of("os.version")).isEqualTo("os.version");
        assertThat(names.of("and")).isEqualTo("and_");
        assertThat(names.of("1st choice")).isEqualTo("v_1st_choice");
        assertThat(names.of("reasons.")).isEqualTo("reasons_");
        assertThat(names.of("é".repeat(40))).isEqualTo("é".repeat(32));
        assertThat(names.of("é".repeat(41))).isEqualTo("é".repeat(31) + "_2");
    }

    @Test
    void psppReadsBackWhatWasWritten() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                runs("pspp", "--version"), "NOT TESTED: PSPP reads the SPSS file only where pspp is installed");
        Path sav = written(false);
        Path syntax = Files.writeString(
                directory.resolve("read.sps"),
                """
                GET FILE='%s'.
                DISPLAY DICTIONARY.
                MRSETS /DISPLAY NAME=ALL.
                FREQUENCIES VARIABLES=plan score reasons.price.
                COMPUTE length = LENGTH(RTRIM(why)) + LENGTH(RTRIM(why_2)).
                LIST VARIABLES=id plan score born wakes submitted_at length.
                """
                        .formatted(sav));

        String read = output("pspp", "-O", "format=txt", "-O", "width=400", syntax.toString());

        assertThat(read).doesNotContain("error:").doesNotContain("warning:");
        assertThat(read)
                .contains("Which plan do you have?")
                .contains("Price – Why?")
                .contains("$reasons")
                .contains("Business, “large”")
                .contains("-99; -98; -97")
                .contains("1980/02/29")
                .contains("06:30")
                .contains("20-NOV-2026 13:00:00");
        assertThat(read.lines().filter(line -> line.contains("40000.00")).count())
                .as("bytes of a text longer than SPSS's longest, in two variables")
                .isEqualTo(1);
    }

    @Test
    void havenReadsBackWhatWasWritten() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                runs("Rscript", "-e", "library(haven)"),
                "NOT TESTED: R reads the SPSS file only where Rscript and haven are installed");
        String script =
                """
                options(scipen = 99)
                d <- haven::read_sav(commandArgs(TRUE)[1], user_na = TRUE)
                cat(names(d), sep = ' '); cat('\\n')
                cat(attr(d$plan, 'label'), attr(d$plan, 'na_values'), names(attr(d$plan, 'labels')), sep = '|'); cat('\\n')
                cat(as.numeric(d$plan), as.numeric(d$score), as.numeric(d$reasons.price), sep = ' '); cat('\\n')
                cat(format(d$born), format(d$submitted_at), as.numeric(d$wakes), sep = ' '); cat('\\n')
                cat(nchar(d$why), nchar(d$why_2), substr(d$why, 1, 2), sep = ' '); cat('\\n')
                t <- haven::read_sav(commandArgs(TRUE)[2])
                cat(as.character(t$plan), attr(t$plan, 'labels'), names(attr(t$plan, 'labels')), sep = '|'); cat('\\n')
                """;
        Path file = Files.writeString(directory.resolve("read.R"), script);

        String[] lines = output(
                        "Rscript",
                        file.toString(),
                        written(false).toString(),
                        written(true).toString())
                .split("\n");

        assertThat(lines[0])
                .isEqualTo("id submitted_at plan score reasons.price reasons.speed born wakes why why_2 os.name");
        assertThat(lines[1])
                .isEqualTo("Which plan do you have?|-99|-98|-97|Free|Business, “large”|No answer|Refused|"
                        + "Not allowed by the question");
        assertThat(lines[2]).isEqualTo("1 2 -99 NA -1000000 1.25 -9999999 NA 1 0 -99 -98");
        assertThat(lines[3]).isEqualTo("1980-02-29 NA NA NA 2026-11-20 13:00:00 NA NA NA 23400 NA NA NA");
        assertThat(lines[4]).isEqualTo("16383 2 0 0 3617 0 0 0 éé =1  ");
        assertThat(lines[5]).isEqualTo("free|business-large|||free|business-large|Free|Business, “large”");
    }

    private Path written(boolean codesAsTexts) throws IOException {
        Path sav = directory.resolve(codesAsTexts + ".sav");
        try (var out = Files.newOutputStream(sav)) {
            new DataFiles(extract(), "en", "en", ZoneId.of("Europe/Paris"), List.of())
                    .sav("Plans", NOON, codesAsTexts, out);
        }
        return sav;
    }

    static Extract extract() {
        Variable plan = Variable.of("plan", "plan", Text.of("Which plan do you have?"), Measure.NOMINAL)
                .coded(List.of(
                        new CodedValue("free", Text.of("Free")),
                        new CodedValue("business-large", Text.of("Business, “large”"))));
        Variable reasons = Variable.of("reasons", "reasons", Text.of("Why?"), Measure.NOMINAL)
                .shaped(Variable.Shape.SET)
                .coded(List.of(new CodedValue("price", Text.of("Price")), new CodedValue("speed", Text.of("Speed"))));
        return new Extract(
                List.of(
                        texts("id", "a", "b", "c", "d"),
                        TimeColumn.builder(variable("submitted_at", Measure.DATE))
                                .add(NOON)
                                .addMissing(Missing.NOT_ASKED)
                                .addMissing(Missing.NOT_ASKED)
                                .addMissing(Missing.NOT_ASKED)
                                .build()),
                new Dataset(
                        4,
                        List.of(
                                CodedColumn.builder(plan)
                                        .add("free")
                                        .add("business-large")
                                        .addMissing(Missing.NO_ANSWER)
                                        .addMissing(Missing.NOT_ASKED)
                                        .build(),
                                NumberColumn.builder(variable("score", Measure.SCALE))
                                        .add(-1_000_000)
                                        .add(1.25)
                                        .addMissing(Missing.NO_ANSWER)
                                        .addMissing(Missing.NOT_ASKED)
                                        .build(),
                                MultipleColumn.builder(reasons)
                                        .add(List.of("price"))
                                        .add(List.of("speed"))
                                        .addMissing(Missing.NO_ANSWER)
                                        .addMissing(Missing.REFUSED)
                                        .build(),
                                DateColumn.builder(variable("born", Measure.DATE))
                                        .add(LocalDate.of(1980, 2, 29))
                                        .addMissing(Missing.NO_ANSWER)
                                        .addMissing(Missing.NO_ANSWER)
                                        .addMissing(Missing.NO_ANSWER)
                                        .build(),
                                NumberColumn.builder(
                                                variable("wakes", Measure.SCALE).written(Variable.Format.TIME))
                                        .add(390)
                                        .addMissing(Missing.NO_ANSWER)
                                        .addMissing(Missing.NO_ANSWER)
                                        .addMissing(Missing.NO_ANSWER)
                                        .build(),
                                texts("why", LONG, "=1", "", ""))),
                List.of(texts("os.name", "Linux", "", "", "x".repeat(300))));
    }

    private static TextColumn texts(String name, String... texts) {
        TextColumn.Builder builder = TextColumn.builder(variable(name, Measure.TEXT));
        for (String text : texts) {
            builder.add(text);
        }
        return builder.build();
    }

    private static Variable variable(String name, Measure measure) {
        return Variable.of(name, name, Text.of(name), measure);
    }

    private static String text(ByteBuffer file, int length) {
        byte[] bytes = new byte[length];
        file.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int[] ints(ByteBuffer file, int count) {
        int[] ints = new int[count];
        for (int i = 0; i < count; i++) {
            ints[i] = file.getInt();
        }
        return ints;
    }

    /** Whether a test that needs a program is to run: where it is installed, and always where CI has been told to have it. */
    static boolean runs(String... command) throws InterruptedException {
        if ("true".equals(System.getenv("CI"))) {
            return true;
        }
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    static String output(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return output;
    }
}
