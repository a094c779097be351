package io.earshot.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.earshot.workspace.RespondentKey;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is true of access and erasure, wherever files are. */
abstract class RespondentsCases {
    static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 0};

    @Inject
    Kiosk kiosk;

    @Test
    void everyTableThatKnowsARespondentIsAmongThoseThatAreToldAndErased() {
        List<String> tables =
                kiosk.query("select table_name from information_schema.columns where column_name = 'respondent_key'"
                        + " and table_schema = 'public' order by 1");

        assertThat(HeldTable.ALL).extracting(HeldTable::name).containsExactlyInAnyOrderElementsOf(tables);
    }

    @Test
    void everythingThatIsHeldIsToldInOneFile() {
        Kiosk.Place place = kiosk.open();
        UUID response = fill(place, "ada");

        place.owner()
                .get("/v1/respondents/ada")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .body("respondent", equalTo("ada"))
                .body("held.respondent.respondent", contains("ada"))
                .body("held.response.id", contains(response.toString()))
                .body("held.response[0].answers.why", equalTo("because"))
                .body("held.exposure", hasSize(1))
                .body("held.prompt_event", hasSize(1))
                .body("held.consent_change.state", contains("granted"))
                .body("held.stored_file.media_type", contains("image/png"))
                .body("held.quarantine", hasSize(1));
    }

    @Test
    void whoIsNotKnownHasNoFile() {
        kiosk.open().owner().get("/v1/respondents/nobody").then().statusCode(404);
    }

    @Test
    void anErasureSaysWhatIsGoneAndLeavesOthersAlone() {
        Kiosk.Place place = kiosk.open();
        fill(place, "ada");
        UUID bobs = fill(place, "bob");

        place.owner()
                .delete("/v1/respondents/ada")
                .then()
                .statusCode(200)
                .body("erased.respondent", equalTo(1))
                .body("erased.response", equalTo(1))
                .body("erased.exposure", equalTo(1))
                .body("erased.prompt_event", equalTo(1))
                .body("erased.consent_change", equalTo(1))
                .body("erased.stored_file", equalTo(1))
                .body("erased.quarantine", equalTo(1));

        place.owner().get("/v1/respondents/ada").then().statusCode(404);
        place.owner().get("/v1/respondents/bob").then().body("held.response.id", contains(bobs.toString()));
    }

    @Test
    void aSecondErasureFindsNothing() {
        Kiosk.Place place = kiosk.open();
        fill(place, "ada");
        place.owner().delete("/v1/respondents/ada").then().statusCode(200);

        place.owner()
                .delete("/v1/respondents/ada")
                .then()
                .statusCode(200)
                .body("erased.values()", everyItem(equalTo(0)));
    }

    @Test
    void theTrailProvesAnErasureWithoutTheName() {
        Kiosk.Place place = kiosk.open();
        fill(place, "ada@example.org");
        place.owner().delete("/v1/respondents/ada@example.org").then().statusCode(200);
        UUID key =
                RespondentKey.of(place.tenant().workspace(), "ada@example.org").value();

        String trail = place.owner()
                .get("/v1/audit")
                .then()
                .statusCode(200)
                .body("items.action", hasItem("respondent.erased"))
                .body("items.subject", hasItem("respondent:" + key))
                .extract()
                .asString();

        assertThat(trail).doesNotContain("ada@example.org");
    }

    @Test
    void aPlaceThatWasHeldForTheErasedIsFreeAgain() {
        Kiosk.Place place = kiosk.open();
        place.shown("ada");

        place.owner().delete("/v1/respondents/ada").then().statusCode(200);

        assertThat(kiosk.query("select held from quota_cell where owner_id = ?", UUID.fromString(place.prompt())))
                .containsExactly("0");
    }

    @Test
    void aFileOfTheErasedIsGone() {
        Kiosk.Place place = kiosk.open();
        String file = place.upload(PNG, "image/png", place.shown("ada"));
        place.owner().get("/v1/files/" + file).then().statusCode(200);

        place.owner().delete("/v1/respondents/ada").then().body("erased.stored_file", equalTo(1));

        place.owner().get("/v1/files/" + file).then().statusCode(404);
    }

    /** All that can be held about one respondent: one row in each table. */
    private static UUID fill(Kiosk.Place place, String respondent) {
        UUID exposure = place.shown(respondent);
        String file = place.upload(PNG, "image/png", exposure);
        UUID response = Kiosk.newId();
        place.answer(
                        response,
                        "{'respondent':'%s','exposure':'%s','questionnaire':$Q,'sequence':1,'status':'partial','consent':{'state':'granted','policyVersion':'1'},'answers':{'nps':9,'why':'because','shot':['%s']}}"
                                .formatted(respondent, exposure, file))
                .statusCode(201);
        place.answer(
                        Kiosk.newId(),
                        "{'respondent':'%s','questionnaire':$Q,'sequence':1,'status':'complete','answers':{'nps':99}}"
                                .formatted(respondent))
                .statusCode(422);
        return response;
    }
}
