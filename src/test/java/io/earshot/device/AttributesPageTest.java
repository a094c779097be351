package io.earshot.device;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The page and the SDK's type say what the catalogue says, no more and no less. */
class AttributesPageTest {
    private static final Path CATALOGUE = Path.of("survey-schemas/device.catalogue.json");
    private static final Map<String, String> TYPES = Map.of(
            "string", "string",
            "integer", "number",
            "number", "number",
            "boolean", "boolean",
            "strings", "readonly string[]");

    @Test
    void thePageListsEveryAttributeOfTheCatalogue() throws IOException {
        List<String> expected = new ArrayList<>();
        for (JsonNode attribute : attributes()) {
            String unit = attribute.has("unit") ? " (" + attribute.path("unit").asText() + ")" : "";
            expected.add("| `%s` | %s%s | %s | %s | %s |"
                    .formatted(
                            attribute.path("name").asText(),
                            attribute.path("type").asText(),
                            unit,
                            attribute.path("class").asText(),
                            attribute.path("default").asText(),
                            texts(attribute.path("platforms"), "%s", " ")));
        }

        List<String> rows = Files.readAllLines(Path.of("docs/reference/attributes.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.lastIndexOf('|', line.length() - 3) + 1))
                .toList();

        assertThat(rows).containsExactlyElementsOf(expected);
    }

    @Test
    void theSdksTypeHasEveryAttributeThatAClientMayTell() throws IOException {
        List<String> expected = new ArrayList<>();
        for (JsonNode attribute : attributes()) {
            String type = attribute.has("values")
                    ? texts(attribute.path("values"), "'%s'", " | ")
                    : TYPES.get(attribute.path("type").asText());
            if (!texts(attribute.path("platforms"), "%s", " ").equals("server")) {
                expected.add(
                        "  readonly '%s'?: %s".formatted(attribute.path("name").asText(), type));
            }
        }

        assertThat(Files.readAllLines(Path.of("src/main/webui/contract/attributes.ts")))
                .filteredOn(line -> line.startsWith("  readonly '"))
                .containsExactlyElementsOf(expected);
    }

    private static JsonNode attributes() throws IOException {
        return new ObjectMapper().readTree(CATALOGUE.toFile()).path("attributes");
    }

    private static String texts(JsonNode values, String format, String between) {
        return StreamSupport.stream(values.spliterator(), false)
                .map(value -> format.formatted(value.asText()))
                .collect(Collectors.joining(between));
    }
}
