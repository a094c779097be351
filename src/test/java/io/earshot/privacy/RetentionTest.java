package io.earshot.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionTest {
    @Inject
    Kiosk kiosk;

    @Inject
    Retention retention;

    @Test
    void whatIsOlderThanTheWorkspaceKeepsItGoesAndTheRestStays() {
        Kiosk.Place place = kiosk.open();
        UUID old = answered(place, "ada");
        UUID young = answered(place, "bob");
        age("response", place, old, 31);
        keep(place, Map.of("retentionDays", Map.of("responses", 30)));

        retention.run(() -> false);

        assertThat(kiosk.query(
                        "select id from response where workspace_id = ?",
                        place.tenant().workspace()))
                .containsExactly(young.toString());
        place.owner().get("/v1/audit").then().body("items.action", hasItem("retention.enforced"));
    }

    @Test
    void metadataOfAClassGoBeforeTheirResponse() {
        Kiosk.Place place = kiosk.open();
        UUID old = answered(place, "ada");
        UUID young = answered(place, "bob");
        age("response", place, old, 8);
        keep(place, Map.of("metadataRetentionDays", Map.of("P", 7)));

        retention.run(() -> false);

        String sql = "select string_agg(key, ',' order by key) from response, json_object_keys(context) as key"
                + " where id = ? and key in ('os.name', 'session.id')";
        assertThat(kiosk.query(sql, old)).containsExactly("os.name");
        assertThat(kiosk.query(sql, young)).containsExactly("os.name,session.id");
    }

    @Test
    void aDeclaredAttributeHasATimeOfItsOwn() {
        Kiosk.Place place = kiosk.open();
        place.owner()
                .body(Map.of("type", "string", "class", "N", "retentionDays", 3))
                .put("/v1/attributes/earshot.custom.plan")
                .then()
                .statusCode(200);
        UUID old = answered(place, "ada");
        age("response", place, old, 4);

        retention.run(() -> false);

        assertThat(kiosk.query("select context ->> 'earshot.custom.plan' from response where id = ?", old))
                .containsExactly((String) null);
        assertThat(kiosk.query("select context ->> 'os.name' from response where id = ?", old))
                .containsExactly("iOS");
    }

    @Test
    void quarantineAndDisplaysExpireToo() {
        Kiosk.Place place = kiosk.open();
        place.shown("ada");
        place.answer(
                        Kiosk.newId(),
                        "{'respondent':'ada','questionnaire':$Q,'sequence':1,'status':'complete','answers':{'nps':99}}")
                .statusCode(422);
        for (String table : new String[] {"quarantine", "exposure", "prompt_event"}) {
            kiosk.query(
                    "update " + table + " set received_at = received_at - interval '40 days' where workspace_id = ?",
                    place.tenant().workspace());
        }
        kiosk.query(
                "update respondent set last_seen_at = last_seen_at - interval '40 days' where workspace_id = ?",
                place.tenant().workspace());
        keep(place, Map.of("retentionDays", Map.of("quarantine", 30, "exposures", 30)));

        retention.run(() -> false);

        place.owner().get("/v1/respondents/ada").then().statusCode(404);
        place.owner().get("/v1/quarantine").then().body("items.size()", equalTo(0));
    }

    @Test
    void aRunThatIsStoppedLeavesTheRestToTheNext() {
        Kiosk.Place place = kiosk.open();
        kiosk.query(
                "insert into response (respondent_key, id, workspace_id, questionnaire_id, version, sequence, status,"
                        + " respondent, answers, received_at) select gen_random_uuid(), gen_random_uuid(), ?, ?, 1, 1,"
                        + " 'complete', 'many', '{}', now() - interval '2 days' from generate_series(1, 2500)",
                place.tenant().workspace(),
                place.questionnaire());
        keep(place, Map.of("retentionDays", Map.of("responses", 1)));
        String count = "select count(*) from response where workspace_id = ?";

        retention.run(() -> true);
        assertThat(kiosk.query(count, place.tenant().workspace())).containsExactly("1500");

        retention.run(() -> false);
        assertThat(kiosk.query(count, place.tenant().workspace())).containsExactly("0");
    }

    @Test
    void whatTellsOfErasuresGoesOnceEverybodyHasReadIt() {
        Kiosk.Place place = kiosk.open();
        answered(place, "ada");
        answered(place, "bob");
        UUID workspace = place.tenant().workspace();
        place.owner().delete("/v1/respondents/ada").then().statusCode(200);
        kiosk.query(
                "update response_erased set erased_at = now() - interval '31 days' where workspace_id = ?", workspace);
        place.owner().delete("/v1/respondents/bob").then().statusCode(200);
        keep(place, Map.of("retentionDays", Map.of("erasures", 30)));

        retention.run(() -> false);

        assertThat(kiosk.query("select id from response_erased where workspace_id = ?", workspace))
                .hasSize(1);
    }

    @Test
    void settingsAreCheckedAndTold() {
        Kiosk.Place place = kiosk.open();

        place.owner().get("/v1/workspace/privacy").then().statusCode(200).body("kAnonymity", equalTo(5));
        place.owner()
                .body(Map.of("kAnonymity", 0, "metadataRetentionDays", Map.of("X", 3)))
                .put("/v1/workspace/privacy")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/kAnonymity", "/metadataRetentionDays/X"));
    }

    @Test
    void theJobIsInTheClustersTimetable() {
        assertThat(kiosk.query("select task_name from recurring_job order by 1"))
                .contains("retention");
    }

    private static void keep(Kiosk.Place place, Map<String, Object> settings) {
        place.owner().body(settings).put("/v1/workspace/privacy").then().statusCode(200);
    }

    private void age(String table, Kiosk.Place place, UUID id, int days) {
        kiosk.query(
                "update " + table
                        + " set received_at = now() - make_interval(days => ?) where workspace_id = ? and id = ?",
                days,
                place.tenant().workspace(),
                id);
    }

    private static UUID answered(Kiosk.Place place, String respondent) {
        UUID id = Kiosk.newId();
        place.answer(
                        id,
                        "{'respondent':'%s','questionnaire':$Q,'sequence':1,'status':'complete','answers':{'nps':9},'context':{'os.name':'iOS','session.id':'s-1','earshot.custom.plan':'pro'}}"
                                .formatted(respondent))
                .statusCode(201);
        return id;
    }
}
