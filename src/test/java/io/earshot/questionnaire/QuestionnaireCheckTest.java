package io.earshot.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.questionnaire.check.EarlierNames;
import io.earshot.questionnaire.check.Finding;
import io.earshot.questionnaire.check.QuestionnaireCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionnaireCheckTest {
    private static final Path SCHEMAS = Path.of("survey-schemas");

    private final QuestionnaireCheck check = new QuestionnaireCheck();

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsRefusedIsPointedAtWithItsCode(Path file) {
        JsonNode refused = read(file);

        List<Finding> findings = check.review(refused.get("content")).findings();

        assertThat(findings)
                .filteredOn(Finding::isError)
                .extracting(Finding::code, Finding::pointer)
                .containsExactly(tuple(
                        refused.get("code").asText(), refused.get("pointer").asText()));
        assertThat(findings).allSatisfy(finding -> assertThat(finding.message()).matches("(?s)[A-Z].*\\."));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyExampleIsFreeOfFindings(Path file) {
        assertThat(check.review(read(file)).findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyTemplateIsFreeOfFindingsAndSpeaksEnglishAndFrench(Path file) {
        JsonNode content = read(file);

        assertThat(check.review(content).findings()).isEmpty();
        assertThat(content.path("title").has("fr")).isTrue();
        assertThat(content.path("source").asText()).isNotBlank();
        assertThat(new Templates().names()).contains(content.path("name").asText());
    }

    @Test
    void schemaRecordsAndExamplesKnowTheSameTypes() {
        List<String> records = Arrays.stream(
                        Element.class.getAnnotation(JsonSubTypes.class).value())
                .map(type -> type.value().getAnnotation(JsonTypeName.class).value())
                .toList();
        List<String> schema =
                words(read(SCHEMAS.resolve("questionnaire.schema.json")).at("/$defs/element/properties/type/enum"));
        List<String> examples = examples()
                .map(file -> file.getFileName().toString().replace(".json", ""))
                .toList();

        assertThat(schema).containsExactlyInAnyOrderElementsOf(records);
        assertThat(examples).containsExactlyInAnyOrderElementsOf(records);
        assertThat(records)
                .hasSameSizeAs(Element.class.getAnnotation(JsonSubTypes.class).value());
    }

    @Test
    void theReferenceHasAParagraphForEachType() throws IOException {
        String reference = Files.readString(Path.of("docs/reference/questions.md"));

        examples().forEach(file -> assertThat(reference)
                .contains("## `" + file.getFileName().toString().replace(".json", "") + "`"));
    }

    @Test
    void aMissingTranslationAndMissingEndLabelsAreAdvice() {
        JsonNode content = QuestionnaireJson.tree(
                """
                {"name":"q","title":{"en":"Q","fr":"Q"},"defaultLanguage":"en","pages":[{"name":"p1","elements":[
                  {"type":"rating","name":"r","text":{"en":"How <b>good</b>?"},"points":5}]}]}
                """);

        assertThat(check.review(content).findings())
                .extracting(Finding::severity, Finding::code, Finding::pointer)
                .containsExactlyInAnyOrder(
                        tuple(Finding.Severity.ADVICE, "missing-translation", "/pages/0/elements/0/text"),
                        tuple(Finding.Severity.ADVICE, "html", "/pages/0/elements/0/text"),
                        tuple(Finding.Severity.ADVICE, "no-end-labels", "/pages/0/elements/0"));
    }

    @Test
    void aNameKeepsItsTypeOverTheVersions() {
        JsonNode previous = read(SCHEMAS.resolve("examples/number.json"));
        EarlierNames earlier = EarlierNames.NONE.and(previous, 1);
        String name = QuestionnaireJson.read(previous).questions().get(0).name();
        JsonNode content =
                QuestionnaireJson.tree(("{'name':'q','title':'Q','defaultLanguage':'en','pages':[{'name':'p1',"
                                + "'elements':[{'type':'text','name':'" + name + "','text':'?'}]}]}")
                        .replace('\'', '"'));

        assertThat(check.review(content, earlier).findings())
                .extracting(Finding::code)
                .containsExactly("name-reused");
    }

    @Test
    void aDocumentFullOfFaultsGetsAShortAnswer() {
        JsonNode content =
                QuestionnaireJson.tree("{\"name\":\"q\",\"title\":\"Q\",\"defaultLanguage\":\"en\",\"pages\":["
                        + "1,".repeat(100_000) + "1]}");

        List<Finding> findings = check.review(content).findings();

        assertThat(findings).hasSize(1001).last().extracting(Finding::code).isEqualTo("more-findings");
    }

    static Stream<Path> refused() {
        return files("refused");
    }

    static Stream<Path> examples() {
        return files("examples");
    }

    static Stream<Path> templates() {
        return files("templates");
    }

    private static Stream<Path> files(String folder) {
        try (Stream<Path> files = Files.list(SCHEMAS.resolve(folder))) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode read(Path file) {
        try {
            return QuestionnaireJson.tree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
