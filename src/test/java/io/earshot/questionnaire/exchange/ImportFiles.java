package io.earshot.questionnaire.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The files that imports are tried on, and how their drafts are looked at. */
public final class ImportFiles {
    private ImportFiles() {}

    public static byte[] bytes(String path) {
        try (InputStream stream = ImportFiles.class.getResourceAsStream("/imports/" + path)) {
            return Objects.requireNonNull(stream, path).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file of the folder, and holds that every question is in the draft or in the list of what was not carried. */
    public static Imported read(Importer importer, String path) {
        Imported imported = importer.read(bytes(path));
        imported.counts()
                .forEach((kind, tally) ->
                        assertThat(tally.isReconciled()).as(kind + " " + tally).isTrue());
        return imported;
    }

    public static Tally questions(Imported imported) {
        return Objects.requireNonNull(imported.counts().get(Ledger.QUESTIONS));
    }

    public static List<JsonNode> elements(Imported imported) {
        List<JsonNode> elements = new ArrayList<>();
        imported.content().path("pages").forEach(page -> page.path("elements").forEach(elements::add));
        return elements;
    }

    /** The element of that name. */
    public static JsonNode element(Imported imported, String name) {
        return elements(imported).stream()
                .filter(element -> element.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " among "
                        + elements(imported).stream()
                                .map(e -> e.path("name").asText())
                                .toList()));
    }

    /** JSON as it is printed, from a form that is easier to read in Java. */
    public static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
