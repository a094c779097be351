package io.earshot.questionnaire.exchange;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ExchangeResourceTest {
    private static final String CONTENT =
            """
            {"name":"tiny","title":"Tiny","defaultLanguage":"en","pages":[{"name":"p1","elements":[\
            {"type":"number","name":"size","text":"How big?"}]}]}""";

    @Inject
    Workspaces workspaces;

    @Inject
    Questionnaires questionnaires;

    @Inject
    ObjectMapper json;

    private Workspaces.Tenant tenant;

    @BeforeEach
    void aWorkspace() {
        tenant = workspaces.create();
    }

    @Test
    void anUnknownFormatIsRefusedWithThoseThatThereAre() {
        call().body(new byte[] {1})
                .post("/v1/questionnaires/import?format=word")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("unknown-format"));
        call().get("/v1/questionnaires/" + questionnaire() + "/draft/export?format=word")
                .then()
                .statusCode(400)
                .body("detail", containsString("json"));
    }

    @Test
    void theDraftAndAVersionAreGivenAsTheirOwnJson() {
        UUID id = questionnaire();
        questionnaires.publish(tenant.workspace(), id);

        call().get("/v1/questionnaires/" + id + "/draft/export?format=json")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"tiny-draft.json\""))
                .body("pages[0].elements[0].name", equalTo("size"));
        call().get("/v1/questionnaires/" + id + "/versions/1/export?format=json")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"tiny-v1.json\""))
                .body("name", equalTo("tiny"));
        call().get("/v1/questionnaires/" + id + "/versions/2/export?format=json")
                .then()
                .statusCode(404);
    }

    private UUID questionnaire() {
        try {
            return questionnaires.create(tenant.workspace(), "Tiny", json.readTree(CONTENT));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private RequestSpecification call() {
        return given().auth().oauth2(tenant.secret()).contentType("application/octet-stream");
    }
}
