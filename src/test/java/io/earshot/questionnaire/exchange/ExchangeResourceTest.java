package io.earshot.questionnaire.exchange;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        read().get("/v1/questionnaires/" + questionnaire() + "/draft/export?format=word")
                .then()
                .statusCode(400)
                .body("detail", containsString("json"));
    }

    @Test
    void theDraftAndAVersionAreGivenAsTheirOwnJson() {
        UUID id = questionnaire();
        questionnaires.publish(tenant.workspace(), id);

        read().get("/v1/questionnaires/" + id + "/draft/export?format=json")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"tiny-draft.json\""))
                .body("pages[0].elements[0].name", equalTo("size"));
        read().get("/v1/questionnaires/" + id + "/versions/1/export?format=json")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"tiny-v1.json\""))
                .body("name", equalTo("tiny"));
        read().get("/v1/questionnaires/" + id + "/versions/2/export?format=json")
                .then()
                .statusCode(404);
    }

    @Test
    void aFileBecomesADraftWithItsFindingsAndWhatCouldNotBeCarried() throws IOException {
        byte[] file = Files.readAllBytes(Path.of("src/test/resources/exchange/all-types.lss"));

        ValidatableResponse answer = call().body(file)
                .post("/v1/questionnaires/import?format=limesurvey")
                .then()
                .statusCode(201)
                .header("Location", containsString("/v1/questionnaires/"))
                .body("name", equalTo("All types"))
                .body("counts.questions.in", equalTo(27))
                .body("counts.questions.out", equalTo(26))
                .body("counts.questions.notCarried", equalTo(1))
                .body("notCarried.what", hasItem("qI (type I)"))
                .body("findings.findAll { it.severity == 'error' }", hasSize(0));

        String draft = "/v1/questionnaires/" + answer.extract().path("id") + "/draft";
        read().get(draft).then().statusCode(200).body("pages[1].elements.name", hasItem("qN"));
        byte[] workbook = read().get(draft + "/export?format=xlsform")
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"all-types-draft.xlsx\""))
                .extract()
                .asByteArray();
        String again = call().body(workbook)
                .post("/v1/questionnaires/import?format=xlsform&name=Again")
                .then()
                .statusCode(201)
                .body("name", equalTo("Again"))
                .body("notCarried", hasSize(0))
                .extract()
                .path("id");
        assertThat(json.readTree(
                        read().get("/v1/questionnaires/" + again + "/draft").asString()))
                .isEqualTo(json.readTree(read().get(draft).asString()));
    }

    @Test
    void aFileOfAnotherFormatIsRefusedWithWhatWasExpected() {
        call().body("name,age".getBytes(UTF_8))
                .post("/v1/questionnaires/import?format=xlsform")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/not-of-this-format"))
                .body("detail", containsString("sheet named survey"));
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

    private RequestSpecification read() {
        return given().auth().oauth2(tenant.secret());
    }
}
