package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ClientBatchesTest {
    @Inject
    Surveys surveys;

    @Test
    void everyItemGetsItsOwnResultInOrder() {
        var survey = surveys.checkout();
        UUID good = Surveys.newId();
        UUID bad = Surveys.newId();
        UUID alsoGood = Surveys.newId();

        ValidatableResponse told = send(
                survey,
                item(survey, good, 1, "complete", "{'nps':9}"),
                item(survey, bad, 1, "complete", "{'nps':11}"),
                item(survey, alsoGood, 1, "partial", "{'nps':3}"));

        told.statusCode(200)
                .body("results.id", contains(good.toString(), bad.toString(), alsoGood.toString()))
                .body("results.status", contains(201, 422, 201))
                .body("results[0].body.status", equalTo("complete"))
                .body("results[1].problem.errors[0].pointer", equalTo("/answers/nps"));
        assertThat(survey.stored())
                .extracting(StoredAnswer::id)
                .containsExactlyInAnyOrder(good.toString(), alsoGood.toString());
        survey.program()
                .get("/v1/quarantine?questionnaire=" + survey.questionnaire())
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void aBatchSentAgainStoresNothingTwice() {
        var survey = surveys.checkout();
        String first = item(survey, Surveys.newId(), 1, "complete", "{'nps':9}");
        String second = item(survey, Surveys.newId(), 1, "complete", "{'nps':8}");

        send(survey, first, second).body("results.status", contains(201, 201));
        send(survey, first, second)
                .body("results.status", contains(200, 200))
                .body("results.body.ignored", contains("already-complete", "already-complete"));

        assertThat(survey.stored()).hasSize(2);
    }

    @Test
    void theStepsOfOneResponseMayComeInOneBatchInAnyOrder() {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();

        send(
                        survey,
                        item(survey, id, 2, "partial", "{'nps':2}"),
                        item(survey, id, 1, "partial", "{'nps':1}"),
                        item(survey, id, 3, "complete", "{'nps':3}"))
                .body("results.status", contains(201, 200, 200))
                .body("results[1].body.ignored", equalTo("not-newer"));

        assertThat(survey.stored()).singleElement().satisfies(stored -> {
            assertThat(stored.sequence()).isEqualTo(3);
            assertThat(stored.answers()).isEqualTo(Map.of("nps", 3));
        });
    }

    @Test
    void whatWasAnsweredOfflineCountsWhenItWasGiven() {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();
        String item = Surveys.json(
                """
                {'kind':'response','id':'%s','respondent':'r-1','questionnaire':{'id':'%s','version':1},'sequence':1,
                 'status':'complete','answers':{'nps':9},'occurredAt':'2020-01-01T08:00:00Z'}"""
                        .formatted(id, survey.questionnaire()));

        // The device's clock is years behind; it says that an hour passed between the answer and the call.
        survey.app()
                .body("{\"sentAt\":\"2020-01-01T09:00:00Z\",\"items\":[" + item + "]}")
                .post("/v1/client/batches")
                .then()
                .body("results.status", contains(201));

        assertThat(survey.stored()).singleElement().satisfies(stored -> assertThat(Duration.between(
                        Instant.parse(String.valueOf(stored.submittedAt())), Instant.parse(stored.receivedAt())))
                .isEqualTo(Duration.ofHours(1)));
    }

    @Test
    void anItemOfNoKnownKindSpoilsNoneOfTheOthers() {
        var survey = surveys.checkout();

        send(
                        survey,
                        "{\"kind\":\"postcard\",\"id\":\"1\"}",
                        "7",
                        item(survey, Surveys.newId(), 1, "complete", "{'nps':9}"))
                .body("results.status", contains(400, 400, 201))
                .body("results[0].problem.errors[0].pointer", equalTo("/kind"));
    }

    @Test
    void anEventOfADisplayThatWasNeverGrantedIsNotFound() {
        var survey = surveys.checkout();

        send(
                        survey,
                        Surveys.json("{'kind':'event','id':'%s','exposure':'%s','type':'seen','respondent':'r-1'}"
                                .formatted(Surveys.newId(), Surveys.newId())))
                .body("results.status", contains(404));
    }

    @Test
    void moreItemsThanABatchHoldsAreRefusedBeforeAnyIsStored() {
        var survey = surveys.checkout();
        String items = (item(survey, Surveys.newId(), 1, "complete", "{'nps':9}") + ",").repeat(1000) + "{}";

        survey.app()
                .body("{\"items\":[" + items + "]}")
                .post("/v1/client/batches")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("too-many"));
        assertThat(survey.stored()).isEmpty();
    }

    private static ValidatableResponse send(Surveys.Survey survey, String... items) {
        return survey.app()
                .body("{\"items\":[" + String.join(",", items) + "]}")
                .post("/v1/client/batches")
                .then();
    }

    private static String item(Surveys.Survey survey, UUID id, int sequence, String status, String answers) {
        return "{\"kind\":\"response\",\"id\":\"" + id + "\","
                + survey.body(sequence, status, answers).strip().substring(1);
    }
}
