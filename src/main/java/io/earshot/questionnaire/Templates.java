package io.earshot.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import io.earshot.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** Ready-made questionnaires, from {@code survey-schemas/templates/}. */
@ApplicationScoped
public class Templates {
    private static final String FOLDER = "survey-schemas/templates/";

    /** A folder inside a jar can't be listed, so they are named here; a test holds this against the folder. */
    private static final List<String> NAMES = List.of("big-five-25", "checkout-feedback", "nps");

    public List<String> names() {
        return NAMES;
    }

    /** @throws Problem 404 if there is no template of that name */
    public JsonNode content(String name) {
        if (!NAMES.contains(name)) {
            throw Problem.of(
                    404, "not-found", "Not found", "There is no template " + name + "; there are " + NAMES + ".");
        }
        String path = FOLDER + name + ".json";
        try (InputStream stream = Templates.class.getClassLoader().getResourceAsStream(path)) {
            return QuestionnaireJson.MAPPER.readTree(Objects.requireNonNull(stream, path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
