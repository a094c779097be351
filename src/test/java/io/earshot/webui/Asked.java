package io.earshot.webui;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.restassured.RestAssured;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Puts a questionnaire before whoever checks out, and reads what came back. */
@ApplicationScoped
class Asked {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Workspaces workspaces;
    private final Questionnaires questionnaires;
    private final ObjectMapper json;

    Asked(Workspaces workspaces, Questionnaires questionnaires, ObjectMapper json) {
        this.workspaces = workspaces;
        this.questionnaires = questionnaires;
        this.json = json;
    }

    /** A prompt that is running. */
    record Running(Workspaces.Tenant tenant, UUID questionnaire, String prompt) {
        String key() {
            return tenant.publishable();
        }
    }

    /** Of a page of the service under test. */
    static String address(String path) {
        return RestAssured.baseURI + ":" + RestAssured.port + path;
    }

    /** With the questionnaire of that name under {@code src/test/resources/webui}. */
    Running of(String name) {
        try (InputStream content = Asked.class.getResourceAsStream("/webui/" + name + ".json")) {
            Workspaces.Tenant tenant = workspaces.create();
            UUID questionnaire = questionnaires.create(tenant.workspace(), name, json.readTree(content));
            questionnaires.publish(tenant.workspace(), questionnaire);
            return new Running(tenant, questionnaire, start(tenant, questionnaire));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String start(Workspaces.Tenant tenant, UUID questionnaire) {
        String prompt = given().auth()
                .oauth2(tenant.secret())
                .contentType("application/json")
                .body(Map.of(
                        "app", tenant.app(),
                        "questionnaire", Map.of("id", questionnaire),
                        "format", "card",
                        "placement", Map.of("theme", Map.of("accent", "#9a5b2e")),
                        "trigger",
                                Map.of(
                                        "event",
                                        "checkout_completed",
                                        "where",
                                        Map.of(">", List.of(Map.of("var", "value"), 0)))))
                .post("/v1/prompts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        given().auth()
                .oauth2(tenant.secret())
                .post("/v1/prompts/" + prompt + "/start")
                .then()
                .statusCode(200);
        return prompt;
    }

    /** The one response that there is, as soon as it is as wished. */
    JsonNode response(Running running, Predicate<JsonNode> wished) {
        return eventually(
                        running,
                        "/v1/responses?questionnaire=" + running.questionnaire(),
                        list -> list.path("items").size() == 1
                                && wished.test(list.path("items").get(0)))
                .path("items")
                .get(0);
    }

    JsonNode explanation(Running running, String respondent, Predicate<JsonNode> wished) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode explanation = read(given().auth()
                    .oauth2(running.tenant().secret())
                    .contentType("application/json")
                    .body(Map.of("respondent", respondent))
                    .post("/v1/prompts/" + running.prompt() + "/explain")
                    .asString());
            if (wished.test(explanation) || Instant.now().isAfter(end)) {
                return explanation;
            }
        }
    }

    private JsonNode eventually(Running running, String path, Predicate<JsonNode> wished) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode found = read(
                    given().auth().oauth2(running.tenant().secret()).get(path).asString());
            if (wished.test(found)) {
                return found;
            }
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("still not as wished after " + PATIENCE + ": " + found);
            }
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException e) {
            throw new IllegalStateException(text, e);
        }
    }
}
