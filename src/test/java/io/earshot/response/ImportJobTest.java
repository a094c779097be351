package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ImportJobTest {
    @Inject
    Surveys surveys;

    @Inject
    AgroalDataSource database;

    @Test
    void anImportGoesOnByItselfAndTellsWhatBecameOfTheRows() {
        var survey = surveys.checkout();

        String address = later(survey, "text/csv", "nps\n" + "9\n".repeat(12_000) + "99\n")
                .statusCode(202)
                .header("Location", startsWith("/v1/imports/"))
                .header("Preference-Applied", equalTo("respond-async"))
                .extract()
                .header("Location");
        JsonPath job = ended(survey, address);

        assertThat(job.getString("status")).isEqualTo("done");
        assertThat(job.getDouble("progress")).isEqualTo(1);
        assertThat(job.getInt("rows")).isEqualTo(12_001);
        assertThat(job.getInt("result.accepted")).isEqualTo(12_000);
        assertThat(job.getInt("result.rejected")).isEqualTo(1);
        assertThat(job.getInt("result.errors[0].row")).isEqualTo(12_002);
        survey.program().get("/v1/quarantine").then().body("items", hasSize(1));
    }

    @Test
    void aFileThatIsNoneFailsAndLeavesNothing() {
        var survey = surveys.checkout();

        JsonPath job = ended(
                survey,
                later(survey, "text/csv", "nps\n" + "9\n".repeat(6_000) + "\"unclosed\n")
                        .extract()
                        .header("Location"));

        assertThat(job.getString("status")).isEqualTo("failed");
        assertThat(job.getString("failure")).contains("not CSV");
        assertThat(survey.stored()).isEmpty();
    }

    @Test
    void aCancelledImportLeavesNothing() throws SQLException {
        var survey = surveys.checkout();
        String address = later(survey, "text/csv", "nps\n" + "9\n".repeat(200_000))
                .extract()
                .header("Location");

        survey.program().delete(address).then().statusCode(204);
        JsonPath job = ended(survey, address);

        assertThat(job.getString("status")).isEqualTo("cancelled");
        assertThat(survey.stored()).isEmpty();
        survey.program().delete(address).then().statusCode(204);
        survey.program().get(address).then().statusCode(404);
    }

    @Test
    void anImportWhoseProcessDiedIsBegunAgainAndStoresEachRowOnce() throws SQLException {
        var survey = surveys.checkout();
        String address = later(survey, "text/csv", "nps\n" + "9\n".repeat(100_000))
                .extract()
                .header("Location");
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> survey.program().get(address).jsonPath().getInt("rows") > 0);

        // What PostgreSQL does when the process at the other end is gone.
        int ended = count("select count(pg_terminate_backend(pid)) from pg_locks"
                + " where relation = 'response_import'::regclass and mode = 'RowShareLock'");
        JsonPath job = ended(survey, address);

        assertThat(ended).isEqualTo(1);
        assertThat(job.getString("status")).isEqualTo("done");
        assertThat(count("select count(*) from response where questionnaire_id = '" + survey.questionnaire() + "'"))
                .isEqualTo(100_000);
    }

    @Test
    void whatWasExportedGoesInAgainAsItWas() {
        var survey = surveys.checkout();
        survey.put(
                        Surveys.newId(),
                        survey.body(
                                "ada",
                                1,
                                "complete",
                                "{'nps':9,'reasons':['price','other'],'reasons_other':'x','age':3.5}",
                                "{}"))
                .statusCode(201);
        survey.put(Surveys.newId(), survey.body("bob", 1, "partial", "{'plan':2,'why':'a,b'}", "{}"))
                .statusCode(201);
        for (String kind : List.of("ndjson", "csv")) {
            var other = surveys.checkout();
            String file = survey.program()
                    .get("/v1/questionnaires/" + survey.questionnaire() + "/responses." + kind
                            + "?attributes=none&formulas=raw")
                    .asString();
            if (kind.equals("ndjson")) {
                file = file.replaceAll("\"context\":\\{[^}]*}", "\"context\":{}");
            }

            now(other, kind.equals("csv") ? "text/csv" : "application/x-ndjson", file)
                    .statusCode(200)
                    .body("accepted", equalTo(2))
                    .body("rejected", equalTo(0));

            assertThat(other.stored())
                    .extracting(StoredAnswer::respondent, StoredAnswer::status, StoredAnswer::answers)
                    .containsExactlyInAnyOrderElementsOf(survey.stored().stream()
                            .map(one ->
                                    org.assertj.core.groups.Tuple.tuple(one.respondent(), one.status(), one.answers()))
                            .toList());
        }
    }

    @Test
    void eachFaultyLineOfAnNdjsonIsToldAndKeptAndItsNeighboursAreStored() {
        var survey = surveys.checkout();
        String lines =
                """
                {"respondent":"a","answers":{"nps":9}}
                {"respondent":"b","answers":{"nps":99}}
                not json

                {"respondent":"c","answers":{"nps":1},"surprise":1}
                {"respondent":"d"}
                {"respondent":"e","answers":{"nps":2},"status":"partial","test":true}
                """;

        now(survey, "application/x-ndjson", lines)
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("rejected", equalTo(4))
                .body("errors.row", equalTo(List.of(2, 3, 5, 6)))
                .body("errors[2].pointer", equalTo("/surprise"));

        assertThat(survey.stored()).extracting(StoredAnswer::respondent).containsExactlyInAnyOrder("a", "e");
        String kept =
                survey.program().get("/v1/quarantine").jsonPath().getString("items.find { it.body.contains('99') }.id");
        survey.program()
                .contentType("application/json")
                .body(Map.of("respondent", "b", "answers", Map.of("nps", 8)))
                .post("/v1/quarantine/" + kept + "/replay")
                .then()
                .statusCode(200);
        assertThat(survey.stored()).extracting(StoredAnswer::respondent).contains("b");
    }

    @Test
    void aVersionThatIsNotThereIsRefusedBeforeAnythingIsTakenIn() {
        var survey = surveys.checkout();

        survey.program()
                .contentType("text/csv")
                .header("Prefer", "respond-async")
                .body("nps\n9\n")
                .post("/v1/questionnaires/" + survey.questionnaire() + "/responses/import?version=7")
                .then()
                .statusCode(404)
                .body("detail", containsString("7"));
    }

    private static ValidatableResponse later(Surveys.Survey survey, String type, String file) {
        return survey.program()
                .contentType(type)
                .header("Prefer", "respond-async")
                .body(file)
                .post("/v1/questionnaires/" + survey.questionnaire() + "/responses/import")
                .then();
    }

    private static ValidatableResponse now(Surveys.Survey survey, String type, String file) {
        return survey.program()
                .contentType(type + "; charset=utf-8")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/questionnaires/" + survey.questionnaire() + "/responses/import")
                .then();
    }

    private static JsonPath ended(Surveys.Survey survey, String address) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> List.of("done", "failed", "cancelled")
                        .contains(survey.program().get(address).jsonPath().getString("status")));
        return survey.program().get(address).jsonPath();
    }

    private int count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
