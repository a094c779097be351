package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuarantineItemsTest {
    @Inject
    Surveys surveys;

    @Test
    void aCorrectedResponseIsStoredUnderItsIdAndReleased() {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();
        String kept = refused(survey, id);

        survey.program()
                .contentType("application/json")
                .body(survey.body(1, "complete", "{'nps':10}"))
                .post("/v1/quarantine/" + kept + "/replay")
                .then()
                .statusCode(200)
                .body("id", equalTo(id.toString()))
                .body("answers.nps", equalTo(10));

        assertThat(survey.stored()).extracting(StoredAnswer::id).containsExactly(id.toString());
        survey.program().get("/v1/quarantine").then().body("items", hasSize(0));
    }

    @Test
    void whatIsRefusedAgainStays() {
        var survey = surveys.checkout();
        String kept = refused(survey, Surveys.newId());

        survey.program()
                .post("/v1/quarantine/" + kept + "/replay")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/answers/nps"));

        survey.program().get("/v1/quarantine").then().body("items.id", contains(kept));
    }

    @Test
    void aClientThatTriesAgainAndAgainIsKeptOnce() {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();

        String first = refused(survey, id);
        String second = refused(survey, id);

        assertThat(second).isEqualTo(first);
        survey.program().get("/v1/quarantine").then().body("items", hasSize(1));
    }

    @Test
    void aCorrectedRowIsStored() {
        var survey = surveys.checkout();
        survey.importCsv("respondent,nps,os.name\nada,11,Android\n").body("rejected", equalTo(1));
        String kept = survey.program().get("/v1/quarantine").then().extract().path("items[0].id");

        survey.program()
                .contentType("application/json")
                .body(Map.of("respondent", "ada", "nps", "10", "os.name", "Android"))
                .post("/v1/quarantine/" + kept + "/replay")
                .then()
                .statusCode(200)
                .body("respondent", equalTo("ada"))
                .body("answers.nps", equalTo(10));

        survey.program().get("/v1/quarantine").then().body("items", hasSize(0));
    }

    @Test
    void whatTheDeviceToldWhenItWasRefusedIsNotLost() {
        var survey = surveys.checkout();
        String kept = survey.app()
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0")
                .body(survey.body(1, "complete", "{'nps':11}"))
                .put("/v1/client/responses/" + Surveys.newId())
                .then()
                .extract()
                .path("quarantined");

        survey.program()
                .contentType("application/json")
                .body(survey.body(1, "complete", "{'nps':10}"))
                .post("/v1/quarantine/" + kept + "/replay")
                .then()
                .statusCode(200)
                .body("context.'user_agent.name'", equalTo("Firefox"));
    }

    @Test
    void itemsAreFoundByKindFaultAndTime() {
        var survey = surveys.checkout();
        String response = refused(survey, Surveys.newId());
        survey.importCsv("respondent,nps\nada,11\n").body("rejected", equalTo(1));

        survey.program().get("/v1/quarantine?kind=response").then().body("items.id", contains(response));
        survey.program().get("/v1/quarantine?kind=import").then().body("items", hasSize(1));
        survey.program().get("/v1/quarantine?code=no-such-code").then().body("items", hasSize(0));
        survey.program().get("/v1/quarantine?to=2026-01-01T00:00:00Z").then().body("items", hasSize(0));
        survey.program().get("/v1/quarantine?from=2026-01-01T00:00:00Z").then().body("items", hasSize(2));
        survey.program().get("/v1/quarantine?kind=letter").then().statusCode(400);
    }

    @Test
    void itemsComePageByPage() {
        var survey = surveys.checkout();
        String first = refused(survey, Surveys.newId());
        String second = refused(survey, Surveys.newId());

        String next = survey.program()
                .get("/v1/quarantine?limit=1")
                .then()
                .body("items.id", contains(first))
                .extract()
                .path("next");
        survey.program()
                .get("/v1/quarantine?limit=1&cursor=" + next)
                .then()
                .body("items.id", contains(second))
                .body("next", equalTo(null));
    }

    @Test
    void whatIsGivenUpIsGone() {
        var survey = surveys.checkout();
        String kept = refused(survey, Surveys.newId());

        survey.program().delete("/v1/quarantine/" + kept).then().statusCode(204);

        survey.program().delete("/v1/quarantine/" + kept).then().statusCode(404);
        survey.program().get("/v1/quarantine").then().body("items", hasSize(0));
    }

    @Test
    void anotherWorkspacesItemIsNotThere() {
        var mine = surveys.checkout();
        var theirs = surveys.checkout();
        String kept = refused(theirs, Surveys.newId());

        mine.program().post("/v1/quarantine/" + kept + "/replay").then().statusCode(404);
        mine.program().get("/v1/quarantine").then().body("items", hasSize(0));
    }

    private static String refused(Surveys.Survey survey, UUID id) {
        return survey.put(id, survey.body(1, "complete", "{'nps':11}"))
                .statusCode(422)
                .extract()
                .path("quarantined");
    }
}
