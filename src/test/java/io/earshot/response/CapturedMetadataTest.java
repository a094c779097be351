package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an owner switches, as it shows in what is stored afterwards. */
@QuarkusTest
class CapturedMetadataTest {
    @Inject
    Surveys surveys;

    @Test
    void anAppsOwnerSwitchesAttributesOnAndOff() {
        var survey = surveys.checkout();
        capture(survey, Map.of("attributes", Map.of("network.carrier.name", true, "os.name", false)));

        put(survey, "{'network.carrier.name':'Acme Tel','os.name':'iOS'}");

        context(survey, "network.carrier.name", "Acme Tel");
        context(survey, "os.name", null);
    }

    @Test
    void aSwitchForWhatIsUnknownOrNeverStoredIsRefused() {
        var survey = surveys.checkout();

        survey.program()
                .contentType("application/json")
                .body(Map.of("attributes", Map.of("device.imei", true), "placeDecimals", 9))
                .put("/v1/apps/" + survey.tenant().app() + "/capture")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/placeDecimals", "/attributes/device.imei"));
        survey.program()
                .contentType("application/json")
                .body(Map.of("attributes", Map.of("client.address", true)))
                .put("/v1/apps/" + survey.tenant().app() + "/capture")
                .then()
                .statusCode(400)
                .body("errors.code", contains("never-stored"));
    }

    @Test
    void whatAWorkspaceDeclaredIsKeptAndToldAmongTheAttributes() {
        var survey = surveys.checkout();
        survey.program()
                .contentType("application/json")
                .body(Map.of("type", "integer", "class", "N"))
                .put("/v1/attributes/earshot.custom.seats")
                .then()
                .statusCode(200);

        put(survey, "{'earshot.custom.seats':12}");

        survey.program().get("/v1/attributes").then().body("custom.name", contains("earshot.custom.seats"));
        survey.program()
                .get("/v1/responses?questionnaire=" + survey.questionnaire())
                .then()
                .body("items[0].context.'earshot.custom.seats'", equalTo(12));
    }

    @Test
    void aFileMayHoldWhatAWorkspaceDeclaredAndItIsCheckedByItsType() {
        var survey = surveys.checkout();
        survey.importCsv("nps,earshot.custom.seats\n9,12\n")
                .statusCode(400)
                .body("errors.code", contains("unknown-column"));
        survey.program()
                .contentType("application/json")
                .body(Map.of("type", "integer", "class", "N"))
                .put("/v1/attributes/earshot.custom.seats")
                .then()
                .statusCode(200);
        // A policy is remembered for up to 5 seconds.
        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(20))
                .until(() ->
                        survey.importCsv("nps,earshot.custom.seats\n").extract().statusCode() == 200);

        survey.importCsv("nps,earshot.custom.seats\n9,12\n8,many\n")
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1));

        survey.program()
                .get("/v1/responses?questionnaire=" + survey.questionnaire())
                .then()
                .body("items[0].context.'earshot.custom.seats'", equalTo(12));
    }

    @Test
    void anAttributeOfAnyOtherNameCanNotBeDeclared() {
        var survey = surveys.checkout();

        survey.program()
                .contentType("application/json")
                .body(Map.of("type", "string", "class", "N"))
                .put("/v1/attributes/device.imei")
                .then()
                .statusCode(400)
                .body("errors.code", contains("invalid-name"));
    }

    @Test
    void theServiceAddsWhatTheClocksTell() {
        var survey = surveys.checkout();
        String body = survey.body(1, "complete", "{'nps':9}")
                .replaceFirst("\\{", "{\"occurredAt\":\"2026-11-01T08:00:00Z\",\"sentAt\":\"2026-11-01T20:00:00Z\",");

        survey.put(Surveys.newId(), body).statusCode(201);

        Map<String, Object> context = survey.program()
                .get("/v1/responses?questionnaire=" + survey.questionnaire())
                .then()
                .extract()
                .path("items[0].context");
        assertThat(context).containsEntry("earshot.offline", true);
        assertThat(context.get("earshot.clock.offset"))
                .isInstanceOfSatisfying(
                        Number.class, offset -> assertThat(offset.longValue()).isNotZero());
    }

    @Test
    void aChangeOfConsentIsARowAndARepetitionIsNone() {
        var survey = surveys.checkout();
        UUID id = Surveys.newId();
        for (List<String> said : List.of(
                List.of("1", "granted"), List.of("2", "granted"), List.of("3", "withdrawn"), List.of("4", "granted"))) {
            String body = survey.body(Integer.parseInt(said.get(0)), "partial", "{'nps':9}")
                    .replaceFirst(
                            "\\{", "{\"consent\":{\"state\":\"" + said.get(1) + "\",\"policyVersion\":\"2026-01\"},");
            survey.put(id, body);
        }

        survey.program()
                .get("/v1/respondents/r-1")
                .then()
                .body("held.consent_change.state", contains("granted", "withdrawn", "granted"))
                .body("held.consent_change[0].policy_version", equalTo("2026-01"))
                .body("held.consent_change[0].source", equalTo("response:" + id));
    }

    private static void capture(Surveys.Survey survey, Map<String, Object> settings) {
        survey.program()
                .contentType("application/json")
                .body(settings)
                .put("/v1/apps/" + survey.tenant().app() + "/capture")
                .then()
                .statusCode(200);
    }

    private static void put(Surveys.Survey survey, String context) {
        survey.put(
                        Surveys.newId(),
                        survey.body("r-1", 1, "complete", "{'nps':9}", context).replace('\'', '"'))
                .statusCode(201);
    }

    private static void context(Surveys.Survey survey, String name, @org.jspecify.annotations.Nullable String value) {
        survey.program()
                .get("/v1/responses?questionnaire=" + survey.questionnaire())
                .then()
                .body("items[0].context.'" + name + "'", value == null ? nullValue() : equalTo(value));
    }
}
