package io.earshot.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SamplingTest {
    @Test
    void everyRuntimeGivesARespondentTheSamePlace() throws IOException {
        JsonNode vectors = new ObjectMapper()
                .readTree(Files.readString(Path.of("survey-schemas/conformance/sampling.json")))
                .path("cases");

        assertThat(vectors).hasSize(10).allSatisfy(each -> assertThat(Sampling.position(
                        each.path("salt").asText(), each.path("respondent").asText()))
                .isEqualTo(each.path("position").doubleValue())
                .isEqualTo(each.path("first48bits").longValue() / 0x1p48));
    }
}
