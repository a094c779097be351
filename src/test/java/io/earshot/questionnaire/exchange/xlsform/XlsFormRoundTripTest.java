package io.earshot.questionnaire.exchange.xlsform;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.earshot.questionnaire.exchange.Imported;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class XlsFormRoundTripTest {
    /** Every type with every member, texts of all kinds, and all that stands beside the pages. */
    private static final Path EVERYTHING = Path.of("src/test/resources/exchange/everything.json");

    static Stream<Path> questionnaires() throws IOException {
        return Stream.of(
                        Files.list(Path.of("survey-schemas/templates")),
                        Files.list(Path.of("survey-schemas/examples")),
                        Stream.of(EVERYTHING))
                .flatMap(each -> each)
                .filter(path -> path.toString().endsWith(".json"))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("questionnaires")
    void theImportOfAnExportIsTheSameInstrument(Path path) throws IOException {
        ObjectNode content = read(path);

        Imported back = new XlsFormImporter().read(new XlsFormExporter().write(content));

        assertThat(back.content().toPrettyString()).isEqualTo(inOrderOf(back.content(), content));
        assertThat(back.content()).isEqualTo(content);
        assertThat(back.notCarried()).isEmpty();
    }

    @Test
    void anEditInTheSpreadsheetCounts() throws IOException {
        byte[] file = edited(new XlsFormExporter().write(read(EVERYTHING)), workbook -> {
            replace(workbook.getSheet("survey"), "Which one?", "Which of them?");
            replace(workbook.getSheet("survey"), "Hello ${single}, friend", "Bye ${single}");
            replace(workbook.getSheet("choices"), "The first", "Number one");
            replace(workbook.getSheet("survey"), "${single} = 'a'", "${single} = 'b'");
        });

        JsonNode content = new XlsFormImporter().read(file).content();

        assertThat(content.toString())
                .contains("Which of them?")
                .contains("Number one")
                .contains("Bye {{single}}")
                .doesNotContain("Which one?")
                .doesNotContain("The first\"");
        assertThat(content.findValue("visibleIf").toString()).isEqualTo("{\"==\":[{\"var\":\"single\"},\"b\"]}");
    }

    @Test
    void aRowThatWasGivenAnotherTypeIsReadAsAnyFormIs() throws IOException {
        byte[] file = edited(
                new XlsFormExporter().write(read(EVERYTHING)),
                workbook -> replace(workbook.getSheet("survey"), "start=0 end=10 step=1", "start=0 end=7 step=1"));

        Imported back = new XlsFormImporter().read(file);

        assertThat(back.notCarried())
                .anySatisfy(entry -> assertThat(entry.why()).contains("changed since it was exported"));
        assertThat(back.content().toString()).contains("\"max\":7");
    }

    private interface Edit {
        void apply(Workbook workbook);
    }

    private static byte[] edited(byte[] file, Edit edit) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(new ByteArrayInputStream(file));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            edit.apply(workbook);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** In the first cell that holds just this, but not in our own columns. */
    private static void replace(Sheet sheet, String before, String after) {
        for (var row : sheet) {
            for (var cell : row) {
                boolean own = sheet.getRow(0)
                        .getCell(cell.getColumnIndex())
                        .getStringCellValue()
                        .startsWith("earshot::");
                if (!own && cell.toString().strip().equals(before.strip())) {
                    cell.setCellValue(after);
                    return;
                }
            }
        }
        throw new AssertionError("no cell holds " + before);
    }

    private static ObjectNode read(Path path) throws IOException {
        return (ObjectNode) ExportedElements.JSON.readTree(Files.readString(path));
    }

    /** So that a difference is shown where it is, and not as two texts of a thousand lines. */
    private static String inOrderOf(JsonNode order, JsonNode content) {
        return ordered(order, content).toPrettyString();
    }

    private static JsonNode ordered(JsonNode order, JsonNode content) {
        if (content.isArray()) {
            var array = ExportedElements.JSON.createArrayNode();
            for (int i = 0; i < content.size(); i++) {
                array.add(ordered(order.path(i), content.get(i)));
            }
            return array;
        }
        if (!content.isObject()) {
            return content;
        }
        ObjectNode object = ExportedElements.JSON.createObjectNode();
        order.fieldNames().forEachRemaining(name -> {
            if (content.has(name)) {
                object.set(name, ordered(order.path(name), content.path(name)));
            }
        });
        content.properties().forEach(entry -> {
            if (!object.has(entry.getKey())) {
                object.set(entry.getKey(), entry.getValue());
            }
        });
        return object;
    }
}
