package io.earshot.response;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A serial number is kept only of respondents who agreed to it. */
@QuarkusTest
class ConsentTest {
    private static final String SERIAL = "{'hw.serial_number':'SN-1'}";

    @Inject
    Surveys surveys;

    @Test
    void aConsentThatWasGivenOnceCoversWhatComesLater() {
        var survey = wantingSerials(surveys.checkout());
        answer(survey, "before", "");

        tell(survey, "r-1", "granted")
                .statusCode(200)
                .body("state", equalTo("granted"))
                .body("policyVersion", equalTo("2026-01"));
        answer(survey, "after", "");

        serial(survey, "before", null);
        serial(survey, "after", "SN-1");
    }

    @Test
    void fromAWithdrawalOnNothingIsKeptThatNeedsConsent() {
        var survey = wantingSerials(surveys.checkout());
        tell(survey, "r-1", "granted");
        answer(survey, "before", "");

        tell(survey, "r-1", "withdrawn").body("state", equalTo("withdrawn"));
        answer(survey, "after", "");
        // A device that was offline still says what held when it was filled in.
        answer(survey, "late", "'occurredAt':'2026-01-01T08:00:00Z','consent':{'state':'granted'},");

        serial(survey, "before", "SN-1");
        serial(survey, "after", null);
        serial(survey, "late", null);
        survey.program()
                .get("/v1/respondents/r-1")
                .then()
                .body("held.consent_change.state", contains("granted", "withdrawn"));
    }

    @Test
    void whoAgreesAgainAfterAWithdrawalHasAgreed() {
        var survey = wantingSerials(surveys.checkout());
        tell(survey, "r-1", "withdrawn");

        answer(
                survey,
                "again",
                "'occurredAt':'" + java.time.Instant.now().plusSeconds(60) + "','consent':{'state':'granted'},");

        serial(survey, "again", "SN-1");
    }

    @Test
    void aConsentThatIsToldLateDoesNotUndoAWithdrawal() {
        var survey = surveys.checkout();
        tell(survey, "r-1", "withdrawn");

        survey.app()
                .body(Map.of("respondent", "r-1", "state", "granted", "occurredAt", "2026-01-01T08:00:00Z"))
                .put("/v1/client/consent")
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
    }

    @Test
    void oneRespondentsConsentIsNobodyElses() {
        var survey = wantingSerials(surveys.checkout());

        tell(survey, "r-2", "granted");
        answer(survey, "mine", "");

        serial(survey, "mine", null);
    }

    @Test
    void aQuestionThatAsksForItFeedsTheLedger() {
        var survey = wantingSerials(
                surveys.of(
                        """
                        {"name":"device","title":"Your device","defaultLanguage":"en","pages":[{"name":"p1","elements":[
                          {"type":"text","name":"why","text":"What is wrong?"},
                          {"type":"consent","name":"serial","text":"May we note your serial number?","policyVersion":"7",
                           "covers":"metadata"},
                          {"type":"consent","name":"quote","text":"May we quote you?","policyVersion":"3"}]}]}"""));

        answer(survey, "yes", "{'why':'yes','serial':'agreed','quote':'declined'}", "");
        answer(survey, "later", "{'why':'later'}", "");
        answer(survey, "no", "{'why':'no','serial':'declined','quote':'agreed'}", "");

        serial(survey, "yes", "SN-1");
        serial(survey, "later", "SN-1");
        serial(survey, "no", null);
        survey.program()
                .get("/v1/respondents/r-1")
                .then()
                .body("held.consent_change.state", contains("granted", "declined"))
                .body("held.consent_change.policy_version", contains("7", "7"));
    }

    @Test
    void whatIsNoConsentIsRefusedWithItsPlace() {
        var survey = surveys.checkout();

        tell(survey, "r-1", "perhaps").statusCode(422).body("errors.pointer", contains("/state"));
        survey.app()
                .body(Map.of("state", "granted"))
                .put("/v1/client/consent")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/respondent"));
    }

    @Test
    void anAnonymousAppHasNobodyToAskForConsent() {
        var survey = surveys.checkout();
        capture(survey, Map.of("anonymous", true));

        tell(survey, "r-1", "granted").statusCode(409).body("type", equalTo("/problems/anonymous-app"));
    }

    private static Surveys.Survey wantingSerials(Surveys.Survey survey) {
        capture(survey, Map.of("attributes", Map.of("hw.serial_number", true)));
        return survey;
    }

    private static void capture(Surveys.Survey survey, Map<String, Object> settings) {
        survey.program()
                .contentType("application/json")
                .body(settings)
                .put("/v1/apps/" + survey.tenant().app() + "/capture")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse tell(Surveys.Survey survey, String respondent, String state) {
        return survey.app()
                .body(Map.of("respondent", respondent, "state", state, "policyVersion", "2026-01"))
                .put("/v1/client/consent")
                .then();
    }

    /** @param why tells the response from others */
    private static void answer(Surveys.Survey survey, String why, String members) {
        answer(survey, why, "{'nps':9,'why':'" + why + "'}", members);
    }

    private static void answer(Surveys.Survey survey, String why, String answers, String members) {
        String body = survey.body("r-1", 1, "complete", answers, SERIAL);
        survey.put(Surveys.newId(), Surveys.json(body.replaceFirst("\\{", "{" + members)))
                .statusCode(201);
    }

    private static void serial(Surveys.Survey survey, String why, @org.jspecify.annotations.Nullable String expected) {
        survey.program()
                .get("/v1/responses?limit=100&questionnaire=" + survey.questionnaire())
                .then()
                .body(
                        "items.find { it.answers.why == '" + why + "' }.context.'hw.serial_number'",
                        expected == null ? nullValue() : equalTo(expected));
    }
}
