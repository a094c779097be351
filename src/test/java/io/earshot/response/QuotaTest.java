package io.earshot.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Quotas of questionnaires and of prompts are filled exactly and never passed. */
@QuarkusTest
class QuotaTest {
    private static final String BY_PLAN =
            """
            {"name":"plans","title":"Plans","defaultLanguage":"en",
             "quotas":[{"name":"free","if":{"==":[{"var":"plan"},"free"]},"limit":3},
                       {"name":"unhappy","if":{"<=":[{"var":"nps"},6]},"limit":2}],
             "pages":[{"name":"p1","elements":[
              {"type":"single_choice","name":"plan","text":"Your plan","options":[
                {"code":"free","text":"Free"},{"code":"paid","text":"Paid"}]},
              {"type":"nps","name":"nps","text":"How likely are you to recommend us?"}]}]}""";

    @Inject
    Surveys surveys;

    @Test
    void aFullCellIsToldAndTheAnswersAreKept() {
        var survey = surveys.of(BY_PLAN);
        for (int i = 0; i < 3; i++) {
            complete(survey, "r-" + i, "{'plan':'free','nps':9}")
                    .then()
                    .statusCode(201)
                    .body("quotaFull", nullValue());
        }

        complete(survey, "r-late", "{'plan':'free','nps':9}")
                .then()
                .statusCode(201)
                .body("quotaFull", contains("free"))
                .body("answers.plan", equalTo("free"));

        assertThat(survey.stored()).hasSize(4);
    }

    @Test
    void aResponseThatFindsOneOfItsCellsFullTakesNoPlaceInTheOthers() {
        var survey = surveys.of(BY_PLAN);
        complete(survey, "r-1", "{'plan':'paid','nps':1}");
        complete(survey, "r-2", "{'plan':'paid','nps':2}");

        complete(survey, "r-3", "{'plan':'free','nps':3}").then().body("quotaFull", contains("unhappy"));

        for (int i = 4; i < 7; i++) {
            complete(survey, "r-" + i, "{'plan':'free','nps':9}").then().body("quotaFull", nullValue());
        }
    }

    @Test
    void partialAndTestResponsesTakeNoPlace() {
        var survey = surveys.of(BY_PLAN);
        for (int i = 0; i < 5; i++) {
            survey.put(Surveys.newId(), survey.body("p-" + i, 1, "partial", "{'plan':'free'}", "{}"));
            survey.put(
                    Surveys.newId(),
                    survey.body("t-" + i, 1, "complete", "{'plan':'free'}", "{}")
                            .replaceFirst("\\{", "{\"test\":true,"));
        }

        complete(survey, "r-1", "{'plan':'free','nps':9}").then().body("quotaFull", nullValue());
    }

    @Test
    void aReplayTakesNoSecondPlaceAndIsToldTheSame() {
        var survey = surveys.of(BY_PLAN);
        List<UUID> ids = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ids.add(Surveys.newId());
            survey.put(ids.get(i), survey.body("r-" + i, 1, "complete", "{'plan':'free'}", "{}"));
        }

        survey.put(ids.get(0), survey.body("r-0", 1, "complete", "{'plan':'free'}", "{}"))
                .body("quotaFull", nullValue());
        survey.put(ids.get(3), survey.body("r-3", 1, "complete", "{'plan':'free'}", "{}"))
                .body("quotaFull", contains("free"));
    }

    @Test
    void manyAtOnceFillACellExactly() throws Exception {
        var survey = surveys.of(BY_PLAN);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String respondent = "r-" + i;
            calls.add(() ->
                    complete(survey, respondent, "{'plan':'free','nps':9}").path("quotaFull") == null);
        }

        assertThat(atOnce(calls).stream().filter(accepted -> accepted)).hasSize(3);
    }

    @Test
    void aPromptStopsAtItsQuotaAndADisplayHoldsItsPlaceUntilItIsClosed() {
        var survey = surveys.of(BY_PLAN);
        String prompt = prompt(survey, Map.of("limit", 2));
        UUID first = Surveys.newId();
        claim(survey, prompt, first, "r-1").then().statusCode(201);
        claim(survey, prompt, Surveys.newId(), "r-2").then().statusCode(201);
        claim(survey, prompt, Surveys.newId(), "r-3").then().statusCode(200).body("reason", equalTo("QUOTA_FULL"));

        survey.app()
                .body(List.of(Map.of("id", Surveys.newId(), "type", "dismissed", "respondent", "r-1")))
                .post("/v1/client/exposures/" + first + "/events")
                .then()
                .statusCode(200);

        claim(survey, prompt, Surveys.newId(), "r-4").then().statusCode(201);
        claim(survey, prompt, Surveys.newId(), "r-5").then().body("reason", equalTo("QUOTA_FULL"));
    }

    @Test
    void anAnsweredDisplayFillsThePlaceThatItHeld() {
        var survey = surveys.of(BY_PLAN);
        String prompt = prompt(survey, Map.of("limit", 1));
        UUID exposure = Surveys.newId();
        claim(survey, prompt, exposure, "r-1").then().statusCode(201);

        survey.put(
                        Surveys.newId(),
                        survey.body("r-1", 1, "complete", "{'plan':'paid'}", "{}")
                                .replaceFirst("\\{", "{\"exposure\":\"" + exposure + "\","))
                .statusCode(201)
                .body("quotaFull", nullValue());

        claim(survey, prompt, Surveys.newId(), "r-2").then().body("reason", equalTo("QUOTA_FULL"));
        explain(survey, prompt, "r-2", "1 of 1 places are filled");
    }

    @Test
    void claimsAtOnceNeverHoldMorePlacesThanThereAre() throws Exception {
        var survey = surveys.of(BY_PLAN);
        String prompt = prompt(survey, Map.of("limit", 7));
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String respondent = "r-" + i;
            calls.add(() -> claim(survey, prompt, Surveys.newId(), respondent).path("granted"));
        }

        assertThat(atOnce(calls).stream().filter(granted -> granted)).hasSize(7);
    }

    @Test
    void aQuotaThatIsNoneIsRefused() {
        var survey = surveys.of(BY_PLAN);

        create(survey, Map.of("limit", 0)).then().statusCode(400).body("errors[0].pointer", equalTo("/quota/limit"));
        create(survey, Map.of("limit", 10, "perDay", 2))
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("not-supported-yet"));
    }

    private static void explain(Surveys.Survey survey, String prompt, String respondent, String detail) {
        String told = survey.program()
                .contentType("application/json")
                .body(Map.of("respondent", respondent))
                .post("/v1/prompts/" + prompt + "/explain")
                .then()
                .statusCode(200)
                .extract()
                .path("checks.find { it.reason == 'QUOTA_FULL' }.detail");
        assertThat(told).startsWith(detail);
    }

    private static io.restassured.response.Response complete(Surveys.Survey survey, String respondent, String answers) {
        return survey.app()
                .body(survey.body(respondent, 1, "complete", answers, "{}"))
                .put("/v1/client/responses/" + Surveys.newId());
    }

    private static io.restassured.response.Response claim(
            Surveys.Survey survey, String prompt, UUID id, String respondent) {
        return survey.app()
                .body(Map.of("id", id, "prompt", prompt, "respondent", respondent))
                .post("/v1/client/exposures");
    }

    private static io.restassured.response.Response create(Surveys.Survey survey, Map<String, ?> quota) {
        return given().auth()
                .oauth2(survey.tenant().secret())
                .contentType("application/json")
                .body(Map.of(
                        "app", survey.tenant().app(),
                        "questionnaire", survey.questionnaire(),
                        "format", "card",
                        "trigger", Map.of("event", "checkout"),
                        "quota", quota))
                .post("/v1/prompts");
    }

    private static String prompt(Surveys.Survey survey, Map<String, ?> quota) {
        String prompt = create(survey, quota).then().statusCode(201).extract().path("id");
        survey.program()
                .contentType("application/json")
                .post("/v1/prompts/" + prompt + "/start")
                .then()
                .statusCode(200);
        return prompt;
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> calls) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(16);
        try {
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> call : clients.invokeAll(calls)) {
                results.add(call.get());
            }
            return results;
        } finally {
            clients.shutdown();
        }
    }
}
