package io.earshot.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AnonymousResponsesTest {
    @Inject
    Kiosk kiosk;

    @Test
    void whatIsStoredDoesNotLeadToTheRespondentTheDisplayOrTheTime() {
        Kiosk.Place place = anonymous();
        UUID exposure = place.shown("ada");
        UUID id = Kiosk.newId();

        answer(place, id, exposure, 1, "partial").statusCode(201).body("id", equalTo(id.toString()));

        String stored = place.owner()
                .get("/v1/responses?questionnaire=" + place.questionnaire())
                .then()
                .statusCode(200)
                .body("items[0].answers.nps", equalTo(9))
                .body("items[0].context.'os.name'", equalTo("iOS"))
                .body("items[0].exposure", equalTo(null))
                .body("items[0].startedAt", equalTo(null))
                .extract()
                .asString();
        assertThat(stored).doesNotContain("ada", id.toString(), exposure.toString(), "s-77", "1080");
        assertThat(kiosk.query(
                        "select to_char(received_at at time zone 'UTC', 'HH24:MI:SS') from response where workspace_id = ?",
                        place.tenant().workspace()))
                .containsExactly("00:00:00");
        place.owner().get("/v1/respondents/ada").then().body("held.response.size()", equalTo(0));
    }

    @Test
    void aClientGoesOnWritingWhatItBegan() {
        Kiosk.Place place = anonymous();
        UUID id = Kiosk.newId();
        UUID exposure = place.shown("ada");

        answer(place, id, exposure, 1, "partial").statusCode(201);
        answer(place, id, exposure, 2, "complete").statusCode(200).body("status", equalTo("complete"));
        answer(place, id, exposure, 3, "complete").statusCode(200).body("ignored", equalTo("already-complete"));

        place.owner()
                .get("/v1/responses?questionnaire=" + place.questionnaire())
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].status", equalTo("complete"));
    }

    @Test
    void whatIsRefusedIsKeptWithoutTheRespondentToo() {
        Kiosk.Place place = anonymous();
        UUID id = Kiosk.newId();
        place.answer(
                        id,
                        "{'respondent':'zoe','questionnaire':$Q,'sequence':1,'status':'complete','answers':{'nps':99},'context':{'session.id':'s-77'}}")
                .statusCode(422);

        String kept = place.owner()
                .get("/v1/quarantine")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(kept).contains("99").doesNotContain("zoe", "s-77", id.toString());
    }

    @Test
    void anImportedRowLeadsToNobodyEither() {
        Kiosk.Place place = anonymous();
        UUID id = Kiosk.newId();

        given(
                        place,
                        "id,respondent,nps,submitted_at,session.id,host.arch\n" + id
                                + ",ada,9,2026-11-20T12:34:56Z,s-77,arm64\n,ada,99,2026-11-20T12:34:56Z,s-77,arm64\n")
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1));

        String stored = place.owner()
                .get("/v1/responses?questionnaire=" + place.questionnaire())
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].answers.nps", equalTo(9))
                .body("items[0].context.'host.arch'", equalTo("arm64"))
                .body("items[0].submittedAt", equalTo("2026-11-20T00:00:00Z"))
                .extract()
                .asString();
        String refused = place.owner().get("/v1/quarantine").then().extract().asString();
        assertThat(stored).doesNotContain("ada", "s-77", "12:34", id.toString());
        assertThat(refused).contains("99").doesNotContain("\"ada\"", "s-77");
        place.owner().get("/v1/respondents/ada").then().statusCode(404);
    }

    private static io.restassured.response.ValidatableResponse given(Kiosk.Place place, String csv) {
        return place.owner()
                .contentType("text/csv")
                .body(csv)
                .post("/v1/questionnaires/" + place.questionnaire() + "/responses/import")
                .then()
                .statusCode(200);
    }

    @Test
    void aFileLosesItsDisplay() {
        Kiosk.Place place = anonymous();
        UUID exposure = place.shown("ada");
        String file = place.upload(RespondentsCases.PNG, "image/png", exposure);

        place.answer(
                        Kiosk.newId(),
                        "{'respondent':'ada','questionnaire':$Q,'sequence':1,'status':'complete','answers':{'shot':['%s']}}"
                                .formatted(file))
                .statusCode(201);

        assertThat(kiosk.query("select exposure_id from stored_file where id = ?", UUID.fromString(file)))
                .containsExactly((String) null);
        place.owner().get("/v1/respondents/ada").then().body("held.stored_file.size()", equalTo(0));
    }

    @Test
    void anAppCanBeAnonymousAsAWhole() {
        Kiosk.Place place = kiosk.open();
        place.owner()
                .body(Map.of("anonymous", true))
                .put("/v1/apps/" + place.tenant().app() + "/capture")
                .then()
                .statusCode(200);

        answer(place, Kiosk.newId(), place.shown("ada"), 1, "complete").statusCode(201);

        List<String> respondents = kiosk.query(
                "select respondent from response where workspace_id = ?",
                place.tenant().workspace());
        assertThat(respondents).hasSize(1).allMatch(one -> one.startsWith("anonymous:"));
    }

    private Kiosk.Place anonymous() {
        Kiosk.Place place = kiosk.open();
        place.owner()
                .body(Map.of("anonymous", true))
                .put("/v1/questionnaires/" + place.questionnaire() + "/privacy")
                .then()
                .statusCode(200)
                .body("anonymous", equalTo(true));
        return place;
    }

    private static io.restassured.response.ValidatableResponse answer(
            Kiosk.Place place, UUID id, UUID exposure, int sequence, String status) {
        return place.answer(
                id,
                ("{'respondent':'ada','exposure':'%s','questionnaire':$Q,'sequence':%d,'status':'%s','answers':{'nps':9},"
                                + "'startedAt':'2026-11-22T09:30:00Z','occurredAt':'2026-11-22T09:31:00Z','sentAt':'2026-11-22T09:31:01Z',"
                                + "'context':{'os.name':'iOS','session.id':'s-77','earshot.screen.width':1080}}")
                        .formatted(exposure, sequence, status));
    }
}
