package io.earshot;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.earshot.testing.Workspaces.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * One workspace can't read or write another's anything. Walks the API's own description, so that an endpoint is covered the
 * day it is added: one with a path or a body that this test doesn't know makes it fail.
 */
@QuarkusTest
class WorkspaceIsolationTest {
    /** Stands in every name and text of the workspace that is spied on. */
    private static final String MARK = "confidential-alpha";

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @Inject
    Workspaces workspaces;

    @Inject
    Questionnaires questionnaires;

    @Inject
    ObjectMapper json;

    @Test
    void noEndpointLetsAnotherWorkspaceIn() throws Exception {
        Tenant alpha = workspaces.create();
        Tenant spy = workspaces.create();
        Belongings belongings = fill(alpha);
        Map<String, String> before = snapshot(alpha, belongings);
        Map<String, JsonNode> operations = operations();

        operations.forEach((name, operation) -> {
            boolean client = name.contains(" /v1/client/");
            RequestSpecification request = given().auth().oauth2(client ? spy.publishable() : spy.secret());
            assertNothingOfAlpha(name, send(request, name, operation, belongings), belongings);
        });

        assertThat(operations).hasSizeGreaterThan(30);
        assertThat(snapshot(alpha, belongings)).isEqualTo(before);
    }

    @Test
    void noManagementEndpointIsOpenToStrangersOrPublishableKeys() throws Exception {
        Tenant alpha = workspaces.create();
        Belongings belongings = fill(alpha);

        operations().forEach((name, operation) -> {
            if (!name.contains(" /v1/")) {
                return;
            }
            assertThat(send(given(), name, operation, belongings).statusCode())
                    .as(name + " without a token")
                    .isEqualTo(401);
            if (!name.contains(" /v1/client/")) {
                RequestSpecification app = given().auth().oauth2(alpha.publishable());
                assertThat(send(app, name, operation, belongings).statusCode())
                        .as(name + " with a publishable key")
                        .isEqualTo(403);
            }
        });
    }

    /** By method and path; those that only read come first, before the spy has anything of its own to read. */
    private Map<String, JsonNode> operations() throws Exception {
        Map<String, JsonNode> operations = new TreeMap<>(
                Comparator.comparing((String name) -> !name.startsWith("GET ")).thenComparing(name -> name));
        json.readTree(given().get("/openapi?format=json").asString())
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .forEach(operation -> operations.put(
                                operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                operation.getValue())));
        return operations;
    }

    /** What a workspace has: one of each kind of thing that has an id. */
    private record Belongings(
            UUID app,
            UUID questionnaire,
            String prompt,
            UUID exposure,
            UUID response,
            String quarantined,
            String report,
            String file,
            String webhook,
            String imported,
            String schedule) {
        List<String> ids() {
            return List.of(
                    app.toString(),
                    questionnaire.toString(),
                    prompt,
                    exposure.toString(),
                    response.toString(),
                    quarantined,
                    report,
                    file,
                    webhook,
                    imported,
                    schedule);
        }

        /** What a path's placeholder stands for; fails for one that nobody has thought of. */
        String in(String path) {
            Map<String, String> owners = new LinkedHashMap<>();
            owners.put("/v1/client/exposures/", exposure.toString());
            owners.put("/v1/client/questionnaires/", questionnaire.toString());
            owners.put("/v1/client/responses/", response.toString());
            owners.put("/v1/client/respondents/", "r-1");
            owners.put("/v1/webhooks/", webhook);
            owners.put("/v1/imports/", imported);
            owners.put("/v1/apps/", app.toString());
            owners.put("/v1/attributes/", "earshot.custom.spied");
            owners.put("/v1/files/", file);
            owners.put("/v1/respondents/", "r-1");
            owners.put("/v1/prompts/", prompt);
            owners.put("/v1/quarantine/", quarantined);
            owners.put("/v1/questionnaires/", questionnaire.toString());
            owners.put("/v1/reports/", report);
            owners.put("/v1/report-schedules/", schedule);
            owners.put("/v1/templates/", "nps");
            owners.put("/shared/", "a-token-that-was-guessed");
            return owners.entrySet().stream()
                    .filter(owner -> path.startsWith(owner.getKey()))
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElseThrow(() -> new AssertionError("say here whose id stands in " + path));
        }

        /** What an attacker would send; fails for an endpoint that nobody has thought of. */
        Object body(String operation) {
            Map<String, Supplier<Object>> bodies = new LinkedHashMap<>();
            bodies.put(
                    "POST /v1/webhooks",
                    () -> Map.of("url", "http://127.0.0.1:9/", "events", List.of("response.created")));
            bodies.put("PATCH /v1/webhooks/{id}", () -> Map.of("enabled", false));
            bodies.put("POST /v1/webhooks/{id}/replay", () -> Map.of("from", "2026-01-01T00:00:00Z"));
            bodies.put("POST /v1/apps", () -> Map.of("name", "spy"));
            bodies.put("PUT /v1/apps/{id}/capture", () -> Map.of("anonymous", true));
            bodies.put("PUT /v1/attributes/{name}", () -> Map.of("type", "string", "class", "N"));
            bodies.put("PUT /v1/questionnaires/{id}/privacy", () -> Map.of("anonymous", true));
            bodies.put("PUT /v1/workspace/privacy", () -> Map.of("kAnonymity", 9));
            bodies.put(
                    "POST /v1/client/batches",
                    () -> Map.of(
                            "items",
                            List.of(
                                    with(
                                            Map.of("kind", "exposure", "id", UUID.randomUUID()),
                                            Map.of("prompt", prompt, "respondent", "r-1")),
                                    with(
                                            Map.of("kind", "event", "id", UUID.randomUUID(), "type", "seen"),
                                            Map.of("exposure", exposure, "respondent", "r-1")),
                                    with(Map.of("kind", "response", "id", response), answer(this, 7)))));
            bodies.put("POST /v1/client/files", () -> "spy".getBytes(StandardCharsets.UTF_8));
            bodies.put("PUT /v1/client/consent", () -> Map.of("respondent", "r-1", "state", "withdrawn"));
            bodies.put("POST /v1/client/evaluations", () -> Map.of("respondent", "r-1"));
            bodies.put(
                    "POST /v1/client/exposures",
                    () -> Map.of("id", UUID.randomUUID(), "prompt", prompt, "respondent", "r-1"));
            bodies.put(
                    "POST /v1/client/exposures/{id}/events",
                    () -> List.of(Map.of("id", UUID.randomUUID(), "type", "failed", "respondent", "r-1")));
            bodies.put("PUT /v1/client/responses/{id}", () -> answer(this, 7));
            bodies.put("POST /v1/prompts", () -> definition(this));
            bodies.put("PATCH /v1/prompts/{id}", () -> Map.of("priority", 99));
            bodies.put("POST /v1/prompts/{id}/explain", () -> Map.of("respondent", "r-1"));
            bodies.put("POST /v1/quarantine/{id}/replay", () -> answer(this, 7));
            bodies.put("POST /v1/questionnaires", () -> Map.of("name", "spy", "content", Map.of()));
            bodies.put("PATCH /v1/questionnaires/{id}", () -> Map.of("name", "spy"));
            bodies.put("PUT /v1/questionnaires/{id}/draft", () -> Map.of("name", "spy"));
            bodies.put("POST /v1/questionnaires/{questionnaire}/responses/import", () -> "nps\n3\n");
            bodies.put("POST /v1/questionnaires/import", () -> "{}".getBytes(StandardCharsets.UTF_8));
            bodies.put("POST /v1/reports/{id}/links", () -> Map.of("days", 7));
            bodies.put("POST /v1/report-schedules", () -> timetable(questionnaire, "spy"));
            bodies.put("PATCH /v1/report-schedules/{id}", () -> Map.of("paused", true));
            bodies.put("POST /v1/reports", () -> Map.of("questionnaire", questionnaire, "report", "topline"));
            Supplier<Object> body = bodies.get(operation);
            if (body == null) {
                throw new AssertionError("say here what an attacker would send to " + operation);
            }
            return body.get();
        }
    }

    private Belongings fill(Tenant alpha) throws Exception {
        JsonNode content = json.readTree(
                """
                {"name":"nps","title":"%s","defaultLanguage":"en","pages":[{"name":"p1","elements":[
                  {"type":"nps","name":"nps","text":"%s?"},{"type":"text","name":"why","text":"Why?"}]}]}"""
                        .formatted(MARK, MARK));
        UUID questionnaire = questionnaires.create(alpha.workspace(), MARK, content);
        questionnaires.publish(alpha.workspace(), questionnaire);
        RequestSpecification management = as(alpha.secret());
        Belongings soFar = new Belongings(
                alpha.app(),
                questionnaire,
                "",
                UuidCreator.getTimeOrderedEpoch(),
                UUID.randomUUID(),
                "",
                "",
                "",
                "",
                "",
                "");
        String prompt = as(alpha.secret())
                .body(definition(soFar))
                .post("/v1/prompts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        management.post("/v1/prompts/" + prompt + "/start").then().statusCode(200);
        as(alpha.publishable())
                .body(Map.of("id", soFar.exposure(), "prompt", prompt, "respondent", "r-1"))
                .post("/v1/client/exposures")
                .then()
                .statusCode(201);
        as(alpha.publishable())
                .body(answer(soFar, 9))
                .put("/v1/client/responses/" + soFar.response())
                .then()
                .statusCode(201);
        as(alpha.publishable())
                .body(answer(soFar, 99))
                .put("/v1/client/responses/" + UUID.randomUUID())
                .then()
                .statusCode(422);
        String quarantined = as(alpha.secret()).get("/v1/quarantine").path("items[0].id");
        String report = as(alpha.secret())
                .body(Map.of("questionnaire", questionnaire, "report", "topline"))
                .post("/v1/reports")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofMinutes(2))
                .until(() -> as(alpha.secret()).get("/v1/reports/" + report).path("status"), "done"::equals);
        String file = given().auth()
                .oauth2(alpha.publishable())
                .contentType("text/plain")
                .body(MARK.getBytes(StandardCharsets.UTF_8))
                .post("/v1/client/files")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String webhook = management
                .body(Map.of("url", "http://127.0.0.1:9/" + MARK, "events", List.of("response.created")))
                .post("/v1/webhooks")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String imported = given().auth()
                .oauth2(alpha.secret())
                .contentType("text/csv")
                .header("Prefer", "respond-async")
                .body("nps,why\n3," + MARK + "\n")
                .post("/v1/questionnaires/" + questionnaire + "/responses/import")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> as(alpha.secret()).get("/v1/imports/" + imported).path("status"), "done"::equals);
        String schedule = management
                .body(timetable(questionnaire, MARK))
                .post("/v1/report-schedules")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Belongings(
                alpha.app(),
                questionnaire,
                prompt,
                soFar.exposure(),
                soFar.response(),
                quarantined,
                report,
                file,
                webhook,
                imported,
                schedule);
    }

    private static Map<String, Object> timetable(UUID questionnaire, String name) {
        return Map.of("name", name, "questionnaire", questionnaire, "report", "topline", "cron", "0 9 1 * *");
    }

    private static Response send(RequestSpecification request, String name, JsonNode operation, Belongings belongings) {
        String[] words = name.split(" ", 2);
        String path = words[1].contains("{")
                ? words[1].replace("{version}", "1").replaceAll("\\{[^}]+}", belongings.in(words[1]))
                : words[1];
        operation.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")
                    && parameter.path("name").asText().equals("questionnaire")) {
                request.queryParam("questionnaire", belongings.questionnaire().toString());
            }
        });
        request.header("If-Match", "*");
        if (operation.has("requestBody")) {
            String type =
                    operation.path("requestBody").path("content").fieldNames().next();
            request.contentType(type);
            Object body = belongings.body(name);
            if (body instanceof byte[] bytes) {
                request.body(bytes);
            } else {
                request.body(body);
            }
        }
        return request.request(words[0], path);
    }

    private static Map<String, Object> with(Map<String, ?> one, Map<String, ?> other) {
        Map<String, Object> both = new HashMap<>(one);
        both.putAll(other);
        return both;
    }

    private static void assertNothingOfAlpha(String name, Response answer, Belongings belongings) {
        String body = answer.asString();
        assertThat(answer.statusCode()).as(name + ": " + body).isLessThan(500);
        assertThat(body).as(name).doesNotContain(MARK);
        if (name.equals("POST /v1/client/batches")) {
            // The call succeeds; its items must not.
            List<Integer> items = answer.path("results.status");
            assertThat(items).hasSize(3).allMatch(status -> status >= 400 && status < 500);
            return;
        }
        if (answer.statusCode() < 300) {
            // A refusal repeats the id that was asked for; an answer must not know it.
            assertThat(belongings.ids()).as(name + ": " + body).noneMatch(body::contains);
            assertThat(name)
                    .as("answered " + answer.statusCode() + " for a thing of another workspace")
                    .doesNotContain("{id}")
                    .doesNotContain("{questionnaire}");
        }
    }

    /** All that the workspace itself sees of its belongings. */
    private Map<String, String> snapshot(Tenant alpha, Belongings belongings) {
        Map<String, String> seen = new TreeMap<>();
        for (String path : List.of(
                "/v1/apps",
                "/v1/prompts",
                "/v1/prompts/" + belongings.prompt(),
                "/v1/questionnaires",
                "/v1/questionnaires/" + belongings.questionnaire(),
                "/v1/questionnaires/" + belongings.questionnaire() + "/versions",
                "/v1/responses?questionnaire=" + belongings.questionnaire(),
                "/v1/quarantine",
                "/v1/webhooks",
                "/v1/imports/" + belongings.imported(),
                "/v1/respondents/r-1",
                "/v1/workspace/privacy",
                "/v1/attributes",
                "/v1/apps/" + belongings.app() + "/capture",
                "/v1/report-schedules",
                "/v1/report-schedules/" + belongings.schedule(),
                "/v1/report-schedules/" + belongings.schedule() + "/runs",
                "/v1/reports",
                "/v1/reports/" + belongings.report() + "/links",
                "/v1/reports/" + belongings.report() + "/results")) {
            Response answer = as(alpha.secret()).get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            // When a file about a respondent was made is no part of what is held.
            seen.put(path, answer.asString().replaceFirst("(\"respondent\":\"r-1\"),\"madeAt\":\"[^\"]+\"", "$1"));
        }
        return seen;
    }

    private static Map<String, Object> definition(Belongings belongings) {
        return Map.of(
                "name", MARK,
                "app", belongings.app(),
                "questionnaire", belongings.questionnaire(),
                "format", "card",
                "trigger", Map.of("event", "spied"));
    }

    private static Map<String, Object> answer(Belongings belongings, int nps) {
        return Map.of(
                "respondent",
                "r-1",
                "questionnaire",
                Map.of("id", belongings.questionnaire(), "version", 1),
                "sequence",
                1,
                "status",
                "complete",
                "answers",
                Map.of("nps", nps, "why", nps == 7 ? "spy" : MARK));
    }

    private static RequestSpecification as(@Nullable String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }
}
