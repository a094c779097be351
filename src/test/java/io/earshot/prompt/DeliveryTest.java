package io.earshot.prompt;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DeliveryTest {
    @Inject
    Workspaces workspaces;

    @Inject
    Questionnaires questionnaires;

    @Inject
    ObjectMapper json;

    Workspaces.Tenant tenant;
    UUID questionnaire;

    @BeforeEach
    void aWorkspaceWithAPublishedQuestionnaire() throws Exception {
        tenant = workspaces.create();
        questionnaire = questionnaires.create(
                tenant.workspace(),
                "NPS",
                json.readTree(
                        """
                        {"name":"nps","title":"NPS","defaultLanguage":"en","pages":[{"name":"p1","elements":[
                          {"type":"nps","name":"nps","text":"How likely are you to recommend us?"}]}]}"""));
        questionnaires.publish(tenant.workspace(), questionnaire);
    }

    @Test
    void aStartedPromptIsOfferedWithItsImmutableQuestionnaire() {
        String prompt = started(Map.of());

        String href = evaluation("r-1", Map.of())
                .statusCode(200)
                .body("prompts.id", contains(prompt))
                .body("prompts[0].trigger.event", equalTo("checkout_completed"))
                .body("prompts[0].questionnaire.version", equalTo(1))
                .body("ttlSeconds", equalTo(300))
                .extract()
                .path("prompts[0].questionnaire.href");

        client().get(href)
                .then()
                .statusCode(200)
                .header("Cache-Control", equalTo("public, max-age=31536000, immutable"))
                .body("pages[0].elements[0].name", equalTo("nps"));
    }

    @Test
    void anUnchangedEvaluationCostsNoBody() {
        started(Map.of());
        String tag = evaluation("r-1", Map.of()).extract().header("ETag");

        client().header("If-None-Match", tag)
                .body(Map.of("respondent", "r-1"))
                .post("/v1/client/evaluations")
                .then()
                .statusCode(304);
    }

    @Test
    void aDraftAndAStoppedPromptAreOfferedToNobody() {
        created(Map.of());
        String stopped = started(Map.of());
        management()
                .post("/v1/prompts/" + stopped + "/stop")
                .then()
                .statusCode(200)
                .body("status", equalTo("stopped"));

        evaluation("r-1", Map.of()).body("prompts", empty());
        claim(UUID.randomUUID(), stopped, "r-1").statusCode(200).body("reason", equalTo("STOPPED"));
    }

    @Test
    void onlyTheAudienceIsOfferedAPrompt() {
        String prompt = started(Map.of(
                "audience",
                Map.of(
                        "and",
                        List.of(
                                Map.of("==", List.of(Map.of("var", "traits.plan"), "pro")),
                                Map.of("==", List.of(Map.of("var", "context.os.name"), "Android"))))));

        evaluation("r-1", Map.of("traits", Map.of("plan", "pro"), "context", Map.of("os.name", "Android")))
                .body("prompts.id", contains(prompt));
        evaluation("r-1", Map.of("traits", Map.of("plan", "free"), "context", Map.of("os.name", "Android")))
                .body("prompts", empty());
        evaluation("r-1", Map.of()).body("prompts", empty());
    }

    @Test
    void aDeviceIsOfferedOnlyWhatItCanAsk() {
        String prompt = started(Map.of());

        evaluation("r-1", Map.of("capabilities", Map.of("questionTypes", List.of("rating", "text"))))
                .body("prompts", empty());
        evaluation("r-1", Map.of("capabilities", Map.of("questionTypes", List.of("hologram", "nps"))))
                .body("prompts.id", contains(prompt));
        evaluation("r-1", Map.of("capabilities", Map.of())).body("prompts.id", contains(prompt));
    }

    @Test
    void aPromptIsGrantedOncePerRespondent() {
        String prompt = started(Map.of());

        claim(UUID.randomUUID(), prompt, "r-1")
                .statusCode(201)
                .body("granted", equalTo(true))
                .body("arm", equalTo("shown"))
                .body("inclusionProbability", equalTo(1.0f));
        claim(UUID.randomUUID(), prompt, "r-1")
                .statusCode(200)
                .body("granted", equalTo(false))
                .body("reason", equalTo("PROMPT_CAP"));
        claim(UUID.randomUUID(), prompt, "r-2").statusCode(201);
    }

    @Test
    void aRepeatedClaimIsAnsweredAsTheFirstTime() {
        String prompt = started(Map.of());
        UUID id = UuidCreator.getTimeOrderedEpoch();

        int seed = claim(id, prompt, "r-1").statusCode(201).extract().path("seed");

        claim(id, prompt, "r-1").statusCode(200).body("granted", equalTo(true)).body("seed", equalTo(seed));
    }

    @Test
    void anIdIsOfOnePromptOnly() {
        String one = started(Map.of());
        String other = started(Map.of());
        UUID id = UUID.randomUUID();
        claim(id, one, "r-1").statusCode(201);

        claim(id, other, "r-1").statusCode(409).body("type", equalTo("/problems/id-in-use"));
    }

    @Test
    void ofManyClaimsAtOnceOneIsGranted() throws Exception {
        String prompt = started(Map.of());
        ExecutorService devices = Executors.newFixedThreadPool(16);
        try {
            List<Callable<Integer>> claims = new ArrayList<>();
            for (int i = 0; i < 48; i++) {
                claims.add(
                        () -> claim(UUID.randomUUID(), prompt, "r-1").extract().statusCode());
            }

            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> claimed : devices.invokeAll(claims)) {
                statuses.add(claimed.get());
            }

            assertThat(statuses).containsOnly(200, 201);
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        } finally {
            devices.shutdown();
        }
    }

    @Test
    void aDisplayThatFailedDoesNotCount() {
        String prompt = started(Map.of());
        UUID failed = UUID.randomUUID();
        claim(failed, prompt, "r-1").statusCode(201);

        event(failed, "failed", "r-1").statusCode(200).body("recorded", equalTo(1));

        claim(UUID.randomUUID(), prompt, "r-1").statusCode(201);
    }

    @Test
    void anAnswerEndsAPromptThatMightComeOften() {
        String prompt = started(Map.of("caps", Map.of("maxShown", 5)));
        UUID exposure = UUID.randomUUID();
        claim(exposure, prompt, "r-1").statusCode(201);
        claim(UUID.randomUUID(), prompt, "r-1").statusCode(201);

        client().body(Map.of(
                        "exposure",
                        exposure,
                        "respondent",
                        "r-1",
                        "questionnaire",
                        Map.of("id", questionnaire, "version", 1),
                        "sequence",
                        1,
                        "status",
                        "complete",
                        "answers",
                        Map.of("nps", 9)))
                .put("/v1/client/responses/" + UUID.randomUUID())
                .then()
                .statusCode(201);

        claim(UUID.randomUUID(), prompt, "r-1").statusCode(200).body("reason", equalTo("ALREADY_ANSWERED"));
        evaluation("r-1", Map.of()).body("prompts", empty());
        claim(UUID.randomUUID(), prompt, "r-2").statusCode(201);
    }

    @Test
    void anEventIsRecordedOnce() {
        String prompt = started(Map.of());
        UUID exposure = UUID.randomUUID();
        claim(exposure, prompt, "r-1").statusCode(201);
        List<Map<String, String>> seen =
                List.of(Map.of("id", UUID.randomUUID().toString(), "type", "seen", "respondent", "r-1"));

        client().body(seen)
                .post("/v1/client/exposures/" + exposure + "/events")
                .then()
                .body("recorded", equalTo(1));
        client().body(seen)
                .post("/v1/client/exposures/" + exposure + "/events")
                .then()
                .body("recorded", equalTo(0));
    }

    @Test
    void anEventOfSomebodyElsesExposureIsRefused() {
        String prompt = started(Map.of());
        UUID exposure = UUID.randomUUID();
        claim(exposure, prompt, "r-1").statusCode(201);

        event(exposure, "seen", "r-2").statusCode(404);
    }

    @Test
    void whoIsHeldOutIsRecordedAndSeesNothing() {
        String prompt = started(Map.of("holdout", Map.of("rate", 1)));

        evaluation("r-1", Map.of()).body("prompts.id", contains(prompt));
        claim(UUID.randomUUID(), prompt, "r-1").statusCode(201).body("arm", equalTo("holdout"));
    }

    @Test
    void anAudienceMayAskHowLongAgoSomethingWas() {
        String prompt =
                started(Map.of("audience", Map.of("in_last_days", List.of(Map.of("var", "traits.signedUpAt"), 30))));
        Instant now = Instant.now();

        evaluation(
                        "r-1",
                        Map.of(
                                "traits",
                                Map.of(
                                        "signedUpAt",
                                        now.minus(29, ChronoUnit.DAYS).toString())))
                .body("prompts.id", contains(prompt));
        evaluation(
                        "r-1",
                        Map.of(
                                "traits",
                                Map.of(
                                        "signedUpAt",
                                        now.minus(31, ChronoUnit.DAYS).toString())))
                .body("prompts", empty());
    }

    @Test
    void anExplanationNamesEveryCheckAndTheDecision() {
        String prompt = started(Map.of("audience", Map.of("==", List.of(Map.of("var", "traits.plan"), "pro"))));

        management()
                .body(Map.of("respondent", "r-1", "traits", Map.of("plan", "free")))
                .post("/v1/prompts/" + prompt + "/explain")
                .then()
                .statusCode(200)
                .body("decision", equalTo("AUDIENCE_MISMATCH"))
                .body("checks", hasSize(11))
                .body("checks.find { it.reason == 'STOPPED' }.passed", equalTo(true))
                .body("checks.find { it.reason == 'AUDIENCE_MISMATCH' }.passed", equalTo(false));
        management()
                .body(Map.of("respondent", "r-1", "traits", Map.of("plan", "pro")))
                .post("/v1/prompts/" + prompt + "/explain")
                .then()
                .body("decision", equalTo("GRANTED"));
    }

    @Test
    void whatCannotBeObeyedIsRefusedWithItsPlace() {
        Map<String, Object> definition = definition(Map.of(
                "quota", Map.of("limit", 100, "perDay", 5),
                "caps", Map.of("maxShown", 0),
                "sampling", Map.of("rate", 1.5),
                "audience", Map.of("frobnicate", 1),
                "app", UUID.randomUUID()));
        definition.put("trigger", Map.of("event", " "));

        management()
                .body(definition)
                .post("/v1/prompts")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/quota/perDay"))
                .body("errors.pointer", hasItem("/caps/maxShown"))
                .body("errors.pointer", hasItem("/sampling/rate"))
                .body("errors.pointer", hasItem("/audience"))
                .body("errors.pointer", hasItem("/trigger/event"));
        management()
                .body(Map.of("app", tenant.app()))
                .post("/v1/prompts")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/questionnaire", "/format", "/trigger"));
    }

    @Test
    void aPromptWithoutAPublishedQuestionnaireDoesNotStart() throws Exception {
        questionnaire = questionnaires.create(tenant.workspace(), "Draft", json.readTree("{}"));
        String prompt = created(Map.of());

        management()
                .post("/v1/prompts/" + prompt + "/start")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-published"));
    }

    @Test
    void aChangeOfWhatSomebodyElseChangedIsRefused() {
        String prompt = created(Map.of());
        String seen = management().get("/v1/prompts/" + prompt).header("ETag");

        management()
                .header("If-Match", seen)
                .body(Map.of("priority", 3))
                .patch("/v1/prompts/" + prompt)
                .then()
                .statusCode(200)
                .body("priority", equalTo(3))
                .body("trigger.event", equalTo("checkout_completed"));
        management()
                .header("If-Match", seen)
                .body(Map.of("priority", 4))
                .patch("/v1/prompts/" + prompt)
                .then()
                .statusCode(412);
        HashMap<String, Object> away = new HashMap<>();
        away.put("priority", null);
        management().body(away).patch("/v1/prompts/" + prompt).then().body("priority", nullValue());
    }

    @Test
    void aListPagesByCursor() {
        List<String> made = List.of(created(Map.of()), created(Map.of()), created(Map.of()));

        var first = management().get("/v1/prompts?limit=2").then().extract();
        var second = management()
                .get("/v1/prompts?limit=2&cursor=" + first.path("next"))
                .then()
                .body("next", nullValue())
                .extract();

        assertThat(first.<List<String>>path("items.id")).containsExactly(made.get(2), made.get(1));
        assertThat(second.<List<String>>path("items.id")).containsExactly(made.get(0));
    }

    @Test
    void aRunningPromptIsNotDeleted() {
        String prompt = started(Map.of());

        management().delete("/v1/prompts/" + prompt).then().statusCode(409);
        management().post("/v1/prompts/" + prompt + "/stop").then().statusCode(200);
        management().delete("/v1/prompts/" + prompt).then().statusCode(204);
        management().get("/v1/prompts").then().body("items.id", not(hasItem(prompt)));
    }

    private String started(Map<String, Object> more) {
        String prompt = created(more);
        management()
                .post("/v1/prompts/" + prompt + "/start")
                .then()
                .statusCode(200)
                .body("status", equalTo("running"));
        return prompt;
    }

    private String created(Map<String, Object> more) {
        return management()
                .body(definition(more))
                .post("/v1/prompts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> definition(Map<String, Object> more) {
        Map<String, Object> definition = new HashMap<>(Map.of(
                "app",
                tenant.app(),
                "questionnaire",
                questionnaire,
                "format",
                "card",
                "trigger",
                Map.of("event", "checkout_completed")));
        definition.putAll(more);
        return definition;
    }

    private ValidatableResponse evaluation(String respondent, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("respondent", respondent));
        body.putAll(more);
        return client().body(body).post("/v1/client/evaluations").then();
    }

    private ValidatableResponse claim(UUID id, String prompt, String respondent) {
        return client().body(Map.of("id", id, "prompt", prompt, "respondent", respondent))
                .post("/v1/client/exposures")
                .then();
    }

    private ValidatableResponse event(UUID exposure, String type, String respondent) {
        return client().body(List.of(Map.of("id", UUID.randomUUID(), "type", type, "respondent", respondent)))
                .post("/v1/client/exposures/" + exposure + "/events")
                .then();
    }

    private RequestSpecification management() {
        return given().auth().oauth2(tenant.secret()).contentType("application/json");
    }

    private RequestSpecification client() {
        return given().auth().oauth2(tenant.publishable()).contentType("application/json");
    }
}
