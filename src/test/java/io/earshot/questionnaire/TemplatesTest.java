package io.earshot.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTest {
    private static final Path FOLDER = Path.of("survey-schemas/templates");

    /** About two lines of a printer's display. */
    private static final int SMALL_SCREEN = 40;

    @Test
    void theNamesAreThoseOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(new Templates().names());
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void theReferenceHasARowForEach(String name) throws IOException {
        String reference = Files.readString(Path.of("docs/reference/templates.md"));

        assertThat(reference).contains("| `" + name + "` |");
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyWordingIsInEnglishAndInFrench(String name) {
        JsonNode content = new Templates().content(name);

        assertThat(content.findValues("fr")).isNotEmpty().hasSameSizeAs(content.findValues("en"));
        assertThat(texts(content)).allSatisfy(text -> assertThat(text.has("en") && text.has("fr"))
                .as(text.toString())
                .isTrue());
    }

    /** A narrow space that does not break, before what French sets apart; an apostrophe that is one. */
    @ParameterizedTest
    @MethodSource("names")
    void frenchIsSetAsItIsPrinted(String name) {
        assertThat(wordings(name, "fr")).isNotEmpty().allSatisfy(words -> assertThat(words)
                .doesNotContainPattern("[^\u202f][?!;»]|[^\u202f0-9/s]:|«[^\u202f]|'|\\.\\.\\.|^ | $|  "));
    }

    @Test
    void thePurposesAreSetLikewise() {
        assertThat(new Templates().all()).allSatisfy(template -> {
            assertThat(template.purpose().byLanguage()).containsOnlyKeys("en", "fr");
            assertThat(template.purpose().in("fr", "fr")).matches("\\p{Lu}[^?!;'»]*\\.");
            assertThat(template.tags()).isNotEmpty();
        });
    }

    @Test
    void ofTheSystemUsabilityScaleEverySecondRowIsReversed() {
        JsonNode rows = new Templates().content("sus").at("/pages/0/elements/0/rows");

        assertThat(rows).hasSize(10);
        for (int row = 0; row < rows.size(); row++) {
            assertThat(rows.get(row).path("name").asText()).isEqualTo("sus_" + (row + 1));
            assertThat(rows.get(row).path("reversed").asBoolean()).isEqualTo(row % 2 == 1);
        }
    }

    @Test
    void aPrinterHasRoomForItsWords() {
        assertThat(wordings("printer-supplies", "en")).allMatch(words -> words.length() <= SMALL_SCREEN);
        assertThat(wordings("printer-supplies", "fr")).allMatch(words -> words.length() <= SMALL_SCREEN);
    }

    static List<String> names() {
        return new Templates().names();
    }

    /** Every value of a member that holds words for people. */
    private static List<JsonNode> texts(JsonNode content) {
        return Stream.of("title", "text", "description", "lowLabel", "highLabel", "yesLabel", "noLabel", "bestLabel")
                .flatMap(member -> content.findValues(member).stream())
                .toList();
    }

    private static List<String> wordings(String name, String language) {
        return new Templates().content(name).findValuesAsText(language);
    }
}
