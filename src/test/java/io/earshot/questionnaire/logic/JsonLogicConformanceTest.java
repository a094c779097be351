package io.earshot.questionnaire.logic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases that every runtime passes; the SDK runs the same files. */
class JsonLogicConformanceTest {
    private static final Path FOLDER = Path.of("survey-schemas/conformance/jsonlogic");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @TestFactory
    Stream<DynamicTest> everyCaseHasItsValue() throws IOException {
        return cases().stream()
                .map(each -> DynamicTest.dynamicTest(
                        each.name, () -> assertThat(each.value()).isEqualTo(Logic.plain(each.expected))));
    }

    @Test
    void thereAreCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThan(400);
    }

    private record Case(String name, JsonNode logic, JsonNode data, JsonNode expected) {
        /** NaN and the infinities are no values in JSON. */
        @Nullable
        Object value() {
            Object value = Logic.of(logic).value(Logic.plain(data), NOW);
            return value instanceof Double number && !Double.isFinite(number) ? null : value;
        }
    }

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(FOLDER)) {
            files = all.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            JsonNode json = new ObjectMapper().readTree(Files.readString(file));
            for (JsonNode entry : json.path("cases")) {
                if (entry.isArray()) {
                    JsonNode data = entry.get(1).equals(JsonNodeFactory.instance.textNode("@data"))
                            ? json.get("data")
                            : entry.get(1);
                    String name = file.getFileName() + " " + (cases.size() + 1) + ": " + entry.get(0);
                    cases.add(new Case(name, entry.get(0), data, entry.get(2)));
                }
            }
        }
        return cases;
    }
}
