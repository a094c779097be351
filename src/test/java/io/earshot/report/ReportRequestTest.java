package io.earshot.report;

import static io.earshot.report.ReportCalls.as;
import static io.earshot.report.ReportCalls.published;
import static io.earshot.report.ReportCalls.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReportRequestTest {
    @Inject
    Workspaces workspaces;

    @Test
    void anotherWorkspaceFindsNothing() {
        Workspaces.Tenant tenant = workspaces.create();
        Workspaces.Tenant other = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        String report = request(tenant, questionnaire, "topline");

        for (String path :
                List.of("", "/events", "/workbook", "/results", "/data.sav", "/data.csv", "/data.R", "/data.ddi.xml")) {
            as(other).get(report + path).then().statusCode(404);
        }
        as(other).delete(report).then().statusCode(404);
        as(other).get("/v1/reports").then().body("items.size()", equalTo(0));
        as(other)
                .body(Map.of("questionnaire", questionnaire, "report", "topline"))
                .post("/v1/reports")
                .then()
                .statusCode(404);
    }

    @Test
    void aVariableThatTheQuestionnaireLacksIsPointedTo() {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        Map<String, Object> definition = Map.of(
                "name", "mine",
                "title", "Mine",
                "sections",
                        List.of(
                                Map.of("kind", "frequencies", "variables", List.of("A1", "height")),
                                Map.of("kind", "crosstab", "rows", "gender", "columns", "age")));

        as(tenant)
                .body(Map.of("questionnaire", questionnaire, "report", definition))
                .post("/v1/reports")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/report/sections/0/variables/1"))
                .body("errors.pointer", hasItem("/report/sections/1/columns"));
    }

    @Test
    void aDefinitionThatTheSchemaDoesNotAllowIsPointedTo() {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        Map<String, Object> definition =
                Map.of("name", "mine", "title", "Mine", "sections", List.of(Map.of("kind", "guess")), "confidence", 2);

        as(tenant)
                .body(Map.of("questionnaire", questionnaire, "report", definition))
                .post("/v1/reports")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/report/confidence"))
                .body("errors.pointer", hasItem("/report/sections/0/kind"));
        as(tenant)
                .body(Map.of("questionnaire", questionnaire, "report", "no-such"))
                .post("/v1/reports")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/report"));
    }

    @Test
    void theListPagesNewestFirst() {
        Workspaces.Tenant tenant = workspaces.create();
        String questionnaire = published(tenant, Bfi.template());
        String first = request(tenant, questionnaire, "topline");
        String second = request(tenant, Map.of("questionnaire", questionnaire, "report", "topline", "fresh", true));

        JsonPath page = as(tenant).get("/v1/reports?limit=1").jsonPath();
        assertThat(second).endsWith(page.getString("items[0].id"));
        as(tenant)
                .get("/v1/reports?limit=1&cursor=" + page.getString("next"))
                .then()
                .body("items[0].id", equalTo(first.substring("/v1/reports/".length())))
                .body("next", nullValue());
    }
}
