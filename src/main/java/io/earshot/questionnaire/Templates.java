package io.earshot.questionnaire;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Ready-made questionnaires, from {@code survey-schemas/templates/}, in the order of {@code templates.catalogue.json}. */
@ApplicationScoped
public class Templates {
    private static final String FOLDER = "survey-schemas/templates/";
    private static final String CATALOGUE = "survey-schemas/templates.catalogue.json";

    private final List<Template> all;

    public Templates() {
        try (InputStream stream = resource(CATALOGUE)) {
            all = List.copyOf(QuestionnaireJson.MAPPER.readValue(stream, new TypeReference<List<Template>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Template> all() {
        return all;
    }

    public List<String> names() {
        return all.stream().map(Template::name).toList();
    }

    /** @throws Problem 404 if there is no template of that name */
    public JsonNode content(String name) {
        if (!names().contains(name)) {
            throw Problem.of(
                    404, "not-found", "Not found", "There is no template " + name + "; there are " + names() + ".");
        }
        try (InputStream stream = resource(FOLDER + name + ".json")) {
            return QuestionnaireJson.MAPPER.readTree(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String path) {
        return Objects.requireNonNull(Templates.class.getClassLoader().getResourceAsStream(path), path);
    }
}
