package io.earshot.report;

import static io.restassured.RestAssured.given;
import static java.util.Objects.requireNonNull;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.earshot.testing.Workspaces;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** What tests of reports ask of the API. */
final class ReportCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A questionnaire with an NPS and a text. */
    static final String NPS =
            """
            {"name":"nps","title":"NPS","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"nps","name":"nps","text":"Recommend?"},{"type":"text","name":"why","text":"Why?"}]}]}""";

    private ReportCalls() {}

    static RequestSpecification as(Workspaces.Tenant tenant) {
        return given().auth().oauth2(tenant.secret()).contentType("application/json");
    }

    /** @return the questionnaire's id */
    static String published(Workspaces.Tenant tenant, String content) {
        String id = as(tenant)
                .body("{\"name\":\"asked\",\"content\":" + content + "}")
                .post("/v1/questionnaires")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(tenant)
                .post("/v1/questionnaires/" + UUID.fromString(id) + "/publish")
                .then()
                .statusCode(201);
        return id;
    }

    static void answered(Workspaces.Tenant tenant, String questionnaire, String csv) {
        given().auth()
                .oauth2(tenant.secret())
                .contentType("text/csv")
                .body(csv)
                .post("/v1/questionnaires/" + questionnaire + "/responses/import")
                .then()
                .statusCode(200)
                .body("rejected", equalTo(0));
    }

    static void importBfi(Workspaces.Tenant tenant, String questionnaire) throws IOException {
        try (InputStream csv = requireNonNull(ReportCalls.class.getResourceAsStream("/demo/bfi.csv"))) {
            given().auth()
                    .oauth2(tenant.secret())
                    .contentType("text/csv")
                    .body(csv.readAllBytes())
                    .post("/v1/questionnaires/" + questionnaire + "/responses/import")
                    .then()
                    .statusCode(200)
                    .body("accepted", equalTo(2800));
        }
    }

    /** @return the report's path */
    static String request(Workspaces.Tenant tenant, String questionnaire, Object report) {
        return request(tenant, Map.of("questionnaire", questionnaire, "report", report));
    }

    /** @return the report's path */
    static String request(Workspaces.Tenant tenant, Map<String, ?> body) {
        String location = as(tenant)
                .body(body)
                .post("/v1/reports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return location.substring(location.indexOf("/v1/"));
    }

    /** The report's status once it is over. */
    static String whenOver(Workspaces.Tenant tenant, String report) {
        return await().atMost(PATIENCE)
                .until(
                        () -> as(tenant)
                                .get(report)
                                .then()
                                .statusCode(200)
                                .extract()
                                .path("status"),
                        (String status) -> ReportStatus.of(status).isFinal());
    }
}
