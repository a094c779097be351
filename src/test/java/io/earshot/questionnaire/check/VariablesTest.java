package io.earshot.questionnaire.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.Questionnaire;
import io.earshot.questionnaire.QuestionnaireJson;
import io.earshot.questionnaire.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A check knows a questionnaire's variables from its JSON, because it must speak of one that can't be read yet; the records
 * know them of what was published. Both must mean the same.
 */
class VariablesTest {
    private static final Path SCHEMAS = Path.of("survey-schemas");

    @ParameterizedTest
    @MethodSource("published")
    void theCheckNamesTheVariablesThatTheDataHave(Path file) {
        JsonNode content = content(file);

        assertThat(new Instrument(content).variables().stream().map(Named::name))
                .containsExactlyInAnyOrderElementsOf(names(QuestionnaireJson.read(content)));
    }

    @ParameterizedTest
    @MethodSource("published")
    void theCheckKnowsTheCodesThatTheDataHave(Path file) {
        JsonNode content = content(file);
        Questionnaire questionnaire = QuestionnaireJson.read(content);

        for (Asked asked : new Instrument(content).elements()) {
            if (!asked.codes().isEmpty()) {
                assertThat(asked.variables().stream()
                                .flatMap(named -> questionnaire.variable(named.name()).stream())
                                .flatMap(variable -> variable.values().stream())
                                .map(Variable.CodedValue::code)
                                .distinct())
                        .as(asked.name())
                        .containsExactlyInAnyOrderElementsOf(asked.codes());
            }
        }
    }

    @Test
    void soItIsForTheFaultyOnesThatCanBeRead() {
        List<JsonNode> readable = files("refused")
                .map(VariablesTest::content)
                .filter(content ->
                        new QuestionnaireCheck().schemaErrors(content).isEmpty())
                .filter(content -> read(content).isPresent())
                .toList();

        assertThat(readable).hasSizeGreaterThan(30);
        assertThat(readable).allSatisfy(content -> assertThat(
                        new Instrument(content).variables().stream().map(Named::name))
                .containsExactlyInAnyOrderElementsOf(names(read(content).orElseThrow())));
    }

    private static List<String> names(Questionnaire questionnaire) {
        return questionnaire.variables().stream().map(Variable::name).toList();
    }

    private static Optional<Questionnaire> read(JsonNode content) {
        try {
            return Optional.of(QuestionnaireJson.read(content));
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    /** A refused one stands inside what says why. */
    private static JsonNode content(Path file) {
        try {
            JsonNode json = QuestionnaireJson.MAPPER.readTree(Files.readString(file));
            return file.toString().contains("/refused/") ? json.get("content") : json;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<Path> published() {
        return Stream.concat(files("examples"), files("templates"));
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(SCHEMAS.resolve(folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
