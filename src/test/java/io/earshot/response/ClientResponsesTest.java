package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClientResponsesTest {
    @Inject
    Surveys surveys;

    @Test
    void aResponseIsMadeOnceAndThenUpdated() {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();

        survey.put(id, survey.body(1, "partial", "{'nps':9}")).statusCode(201).body("status", equalTo("partial"));
        survey.put(id, survey.body(2, "complete", "{'nps':8,'reasons':['price']}"))
                .statusCode(200)
                .body("id", equalTo(id.toString()))
                .body("sequence", equalTo(2))
                .body("status", equalTo("complete"))
                .body("submittedAt", notNullValue())
                .body("ignored", nullValue());

        assertThat(survey.stored()).singleElement().satisfies(stored -> {
            assertThat(stored.answers()).isEqualTo(Map.of("nps", 8, "reasons", List.of("price")));
            assertThat(stored.status()).isEqualTo("complete");
        });
    }

    @Test
    void answersKeepTheirOrderAndNumbersArePlain() {
        var survey = surveys.checkout();

        String told = survey.put(Surveys.newId(), survey.body(1, "partial", "{'why':'Hm','nps':9,'age':4.1E+1}"))
                .statusCode(201)
                .extract()
                .asString();

        assertThat(told).contains("{\"why\":\"Hm\",\"nps\":9,\"age\":41}");
    }

    @Test
    void theBodyIsTheWholeStateSoAnAnswerThatWasTakenBackIsGone() {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();

        survey.put(id, survey.body(1, "partial", "{'nps':9,'why':'Hm'}")).statusCode(201);
        survey.put(id, survey.body(2, "partial", "{'nps':9}")).statusCode(200);

        assertThat(survey.stored()).singleElement().satisfies(stored -> assertThat(stored.answers())
                .isEqualTo(Map.of("nps", 9)));
    }

    @Test
    void aLowerOrEqualSequenceChangesNothingAndIsAnsweredWithWhatIsStored() {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();
        survey.put(id, survey.body(5, "partial", "{'nps':9}")).statusCode(201);

        for (int sequence : new int[] {5, 4, 0}) {
            survey.put(id, survey.body(sequence, "partial", "{'nps':1}"))
                    .statusCode(200)
                    .body("sequence", equalTo(5))
                    .body("answers.nps", equalTo(9))
                    .body("ignored", equalTo("not-newer"));
        }

        assertThat(survey.stored()).singleElement().satisfies(stored -> assertThat(stored.answers())
                .isEqualTo(Map.of("nps", 9)));
    }

    @Test
    void aCompleteResponseIsFinal() {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();
        survey.put(id, survey.body(1, "complete", "{'nps':9}")).statusCode(201);

        survey.put(id, survey.body(2, "complete", "{'nps':1}"))
                .statusCode(200)
                .body("answers.nps", equalTo(9))
                .body("ignored", equalTo("already-complete"));
    }

    @Test
    void aBadAnswerIsRefusedWithItsPlaceAndKept() {
        var survey = surveys.checkout();
        String body = survey.body(1, "partial", "{'nps':11,'reasons':['price','colour'],'height':3}");

        String kept = survey.put(Surveys.newId(), body)
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-answers"))
                .body("errors.pointer", containsInAnyOrder("/answers/height", "/answers/nps", "/answers/reasons/1"))
                .extract()
                .path("quarantined");

        survey.program()
                .get("/v1/quarantine")
                .then()
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(kept))
                .body("items[0].body", equalTo(body))
                .body("items[0].faults.code", containsInAnyOrder("unknown-variable", "out-of-range", "not-an-option"));
        assertThat(survey.stored()).isEmpty();
    }

    @Test
    void whatIsRequiredMustBeThereOnceItIsComplete() {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();

        survey.put(id, survey.body(1, "partial", "{}")).statusCode(201);
        survey.put(id, survey.body(2, "complete", "{}"))
                .statusCode(422)
                .body("errors.pointer", contains("/answers/nps"))
                .body("errors.code", contains("missing"));
    }

    @Test
    void aFieldThatIsNotWhatItShouldBeIsRefusedWithItsPlaceAndKept() {
        var survey = surveys.checkout();
        String body = Surveys.json(
                "{'respondent':'','questionnaire':{'id':'x','version':0},'sequence':-1,'status':'done','answers':[],"
                        + "'startedAt':'yesterday','timings':{'nps':-5},'presented':{'reasons':'price'}}");

        survey.put(Surveys.newId(), body)
                .statusCode(422)
                .body(
                        "errors.pointer",
                        contains(
                                "/respondent",
                                "/questionnaire/id",
                                "/questionnaire/version",
                                "/sequence",
                                "/status",
                                "/answers",
                                "/presented/reasons",
                                "/timings/nps",
                                "/startedAt"))
                .body("quarantined", notNullValue());
    }

    @Test
    void aQuestionnaireOfAnotherWorkspaceIsAsUnknownAsOneThatDoesNotExist() {
        var mine = surveys.checkout();
        var theirs = surveys.checkout();

        mine.put(Surveys.newId(), theirs.body(1, "partial", "{'nps':9}"))
                .statusCode(422)
                .body("errors.pointer", contains("/questionnaire"));

        assertThat(theirs.stored()).isEmpty();
        theirs.program().get("/v1/quarantine").then().body("items", hasSize(0));
        mine.program().get("/v1/quarantine").then().body("items", hasSize(1));
    }

    @Test
    void anIdThatAnswersOneQuestionnaireCantAnswerAnother() {
        var survey = surveys.checkout();
        var other = surveys.besides(survey);
        UUID id = Surveys.newId();
        survey.put(id, survey.body(1, "partial", "{'nps':9}")).statusCode(201);

        survey.put(id, other.body(2, "partial", "{'nps':1}"))
                .statusCode(409)
                .body("type", equalTo("/problems/other-questionnaire"))
                .body("quarantined", notNullValue());
    }

    @Test
    void theSameIdAndRespondentInAnotherWorkspaceIsAnotherResponse() {
        var mine = surveys.checkout();
        var theirs = surveys.checkout();
        UUID id = Surveys.newId();

        mine.put(id, mine.body(1, "partial", "{'nps':9}")).statusCode(201);
        theirs.put(id, theirs.body(2, "partial", "{'nps':1}")).statusCode(201);

        assertThat(mine.stored()).singleElement().satisfies(stored -> assertThat(stored.answers())
                .isEqualTo(Map.of("nps", 9)));
    }

    @Test
    void whatIsNotJsonIsRefused() {
        var survey = surveys.checkout();

        survey.put(Surveys.newId(), "{\"respondent\":").statusCode(400).body("detail", containsString("line 1"));
        survey.put(Surveys.newId(), "[]").statusCode(400);
        survey.put(Surveys.newId(), "{\"sequence\":1,\"sequence\":2}").statusCode(400);
    }

    @Test
    void anIdThatIsNoUuidIsRefused() {
        var survey = surveys.checkout();

        survey.app()
                .body(survey.body(1, "partial", "{}"))
                .put("/v1/client/responses/seventeen")
                .then()
                .statusCode(400)
                .body("detail", containsString("seventeen"));
    }

    @Test
    void aCharacterThatCantBeStoredIsRefusedWithItsPlace() {
        var survey = surveys.checkout();

        survey.put(Surveys.newId(), survey.body(1, "partial", "{'nps':9,'why':'a\\u0000b'}"))
                .statusCode(422)
                .body("errors.pointer", contains("/answers/why"))
                .body("quarantined", notNullValue());
        survey.put(Surveys.newId(), survey.body("a\\ud800", 1, "partial", "{'nps':9}", "{}"))
                .statusCode(422)
                .body("errors.pointer", contains("/respondent"));
    }

    @Test
    void fieldsOfANewerClientAreIgnored() {
        var survey = surveys.checkout();
        String body =
                survey.body(1, "partial", "{'nps':9}").replace("{\"respondent\"", "{\"mood\":\"good\",\"respondent\"");

        survey.put(Surveys.newId(), body).statusCode(201);
    }

    @Test
    void whatIsKnownOfTheDeviceIsStoredWithIt() {
        var survey = surveys.checkout();
        String body = survey.body(
                "r-1",
                1,
                "complete",
                "{'nps':9}",
                "{'service.version':'4.2.0','user.email':'ada@example.org','earshot.screen.width':390,'colour':'red'}");

        survey.app()
                .header(
                        "User-Agent",
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                                + " Version/17.5 Mobile/15E148 Safari/604.1")
                .body(body)
                .put("/v1/client/responses/" + Surveys.newId())
                .then()
                .statusCode(201);

        assertThat(survey.stored()).singleElement().satisfies(stored -> assertThat(stored.context())
                .containsEntry("service.version", "4.2.0")
                .containsEntry("earshot.screen.width", 390)
                .containsEntry("user_agent.name", "Mobile Safari")
                .containsEntry("os.name", "iOS")
                .containsEntry("earshot.device.type", "phone")
                .doesNotContainKeys("user.email", "colour", "user_agent.original"));
    }

    @Test
    void globalPrivacyControlIsHeeded() {
        var survey = surveys.checkout();
        String context = "{'service.version':'4.2.0','earshot.screen.width':390}";

        survey.app()
                .header("Sec-GPC", "1")
                .body(survey.body("r-1", 1, "complete", "{'nps':9}", context))
                .put("/v1/client/responses/" + Surveys.newId())
                .then()
                .statusCode(201);

        assertThat(survey.stored()).singleElement().satisfies(stored -> assertThat(stored.context())
                .containsKey("service.version")
                .doesNotContainKey("earshot.screen.width"));
    }

    @Test
    void whatWaitedOfflineCountsWhenItWasGivenWhateverTheClientsClockSays() {
        var survey = surveys.checkout();
        String times = Surveys.json(
                "{'startedAt':'1999-12-31T23:58:00Z','occurredAt':'2000-01-01T00:00:00Z','sentAt':'2000-01-01T02:00:00Z',");

        survey.put(
                        Surveys.newId(),
                        times + survey.body(1, "complete", "{'nps':9}").substring(1))
                .statusCode(201);

        assertThat(survey.stored()).singleElement().satisfies(stored -> {
            Duration waited = Duration.between(
                    Instant.parse(String.valueOf(stored.submittedAt())), Instant.parse(stored.receivedAt()));
            assertThat(waited).isEqualTo(Duration.ofHours(2));
            assertThat(stored.startedAt()).isEqualTo("1999-12-31T23:58:00Z");
        });
    }

    @Test
    void aSecretTokenIsNoAppsKey() {
        var survey = surveys.checkout();

        survey.program()
                .contentType("application/json")
                .body(survey.body(1, "partial", "{}"))
                .put("/v1/client/responses/" + Surveys.newId())
                .then()
                .statusCode(403);
    }
}
