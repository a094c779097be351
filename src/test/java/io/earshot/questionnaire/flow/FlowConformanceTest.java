package io.earshot.questionnaire.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.earshot.questionnaire.Questionnaire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases that every runtime passes; the SDK runs the same files in Node and in a browser. */
class FlowConformanceTest {
    private static final Path FOLDER = Path.of("survey-schemas/conformance/flow");
    private static final int FEWEST = 150;

    @TestFactory
    Stream<DynamicTest> everyCaseIsTrueHere() throws IOException {
        return cases().stream().map(each -> DynamicTest.dynamicTest(each.name, each::holds));
    }

    @Test
    void thereAreCasesEnough() throws IOException {
        List<Case> cases = cases();
        System.out.println("flow: " + cases.size() + " cases");

        assertThat(cases.size()).isGreaterThanOrEqualTo(FEWEST);
    }

    private record Case(String name, JsonNode definition, JsonNode given, JsonNode expect) {
        void holds() {
            Flow flow = Flow.of(Questionnaire.read(definition.toString()));
            Outcome outcome = new Outcome(flow, given);

            assertThat(expect.isObject()).isTrue();
            expect.properties().forEach(part -> outcome.hasAsExpected(part.getKey(), part.getValue()));
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
            JsonNode runtimes = json.path("runtimes");
            boolean ours = runtimes.isMissingNode()
                    || Stream.of("server").anyMatch(word -> runtimes.toString().contains(word));
            for (JsonNode each : ours ? json.path("cases") : JsonNodeFactory.instance.arrayNode()) {
                JsonNode definition = each.path("definition");
                cases.add(new Case(
                        file.getFileName() + ": " + each.path("name").asText(),
                        definition.isTextual() ? json.path("definitions").path(definition.textValue()) : definition,
                        each.path("given"),
                        each.path("expect")));
            }
        }
        return cases;
    }
}
