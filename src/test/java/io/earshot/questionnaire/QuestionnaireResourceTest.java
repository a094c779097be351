package io.earshot.questionnaire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class QuestionnaireResourceTest {
    private static final String CONTENT =
            """
            {"name":"tiny","title":"Tiny","defaultLanguage":"en","pages":[{"name":"p1","elements":[\
            {"type":"number","name":"size","text":"How big?","min":1.0,"max":1e2}]}]}""";

    @Inject
    Workspaces workspaces;

    private Workspaces.Tenant tenant;

    @BeforeEach
    void aWorkspace() {
        tenant = workspaces.create();
    }

    @Test
    void aDraftIsGivenBackExactlyAsItCame() {
        Response created = create(CONTENT);

        created.then()
                .statusCode(201)
                .header("Location", containsString("/v1/questionnaires/"))
                .header("ETag", equalTo("\"1\""))
                .body("name", equalTo("Tiny one"))
                .body("latestVersion", nullValue());
        String draft = call().get(created.header("Location") + "/draft").asString();
        assertThat(draft).isEqualTo(CONTENT);
        call().get(created.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("content.pages[0].elements[0].name", equalTo("size"));
    }

    @Test
    void aDraftMayHaveErrorsButCannotBePublishedWithThem() {
        String path = create("{\"name\":\"x\"}").header("Location");

        call().post(path + "/check").then().statusCode(200).body("findings.code", hasItem("missing-member"));
        call().post(path + "/publish")
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/questionnaire-has-errors"))
                .body("findings.severity", hasItem("error"))
                .body("findings.message", hasItem("The member pages is missing; add it."))
                .body("errors.code", hasItem("missing-member"));
        call().get(path + "/versions").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void aPublishedVersionNeverChanges() {
        String path = create(CONTENT).header("Location");

        call().post(path + "/publish")
                .then()
                .statusCode(201)
                .header("Location", containsString("/versions/1"))
                .body("version", equalTo(1));
        put(path, "*", CONTENT.replace("How big?", "How small?")).then().statusCode(200);
        call().post(path + "/publish").then().statusCode(201).body("version", equalTo(2));

        call().get(path + "/versions/1").then().statusCode(200).body("pages[0].elements[0].text", equalTo("How big?"));
        call().get(path + "/versions/2").then().body("pages[0].elements[0].text", equalTo("How small?"));
        call().get(path + "/versions").then().body("items.version", contains(1, 2));
        call().get(path).then().body("latestVersion", equalTo(2));
        call().get(path + "/versions/3").then().statusCode(404);
    }

    @Test
    void versionsAreComparedWithEachOtherAndWithTheDraft() {
        String path = create(CONTENT).header("Location");
        call().get(path + "/difference").then().statusCode(404);
        call().post(path + "/publish");
        put(
                        path,
                        "*",
                        CONTENT.replace("1e2", "200")
                                .replace(
                                        "]}]}",
                                        "]},{\"name\":\"p2\",\"elements\":["
                                                + "{\"type\":\"nps\",\"name\":\"more\",\"text\":\"?\"}]}]}"))
                .then()
                .statusCode(200);

        call().get(path + "/difference")
                .then()
                .statusCode(200)
                .body("from", equalTo("1"))
                .body("to", equalTo("draft"))
                .body("variables.name", contains("size", "more"))
                .body("variables.state", contains("changed", "added"))
                .body("variables[0].changes.what", contains("limits"))
                .body("variables.poolable", contains(true, false))
                .body("flow.what", contains("page-added"));
        call().post(path + "/publish");
        call().get(path + "/difference?from=1&to=2").then().statusCode(200).body("to", equalTo("2"));
        call().get(path + "/difference?from=1&to=3").then().statusCode(404);
        call().get(path + "/difference?from=x").then().statusCode(400).body("errors.pointer", contains("/from"));
        put(path, "*", "{}");
        call().get(path + "/difference").then().statusCode(422);
        call().get(path + "/versions/1").then().header("Estimated-Seconds", equalTo("6"));
    }

    @Test
    void aNameIsNotReusedThoughAVersionWithoutItCameBetween() {
        String path = create(CONTENT).header("Location");
        call().post(path + "/publish");
        put(path, "*", CONTENT.replace("\"size\"", "\"width\""));
        call().post(path + "/publish").then().statusCode(201);

        put(path, "*", CONTENT.replace("\"number\"", "\"text\"").replace(",\"min\":1.0,\"max\":1e2", ""));

        call().post(path + "/publish")
                .then()
                .statusCode(422)
                .body("findings.find { it.severity == 'error' }.code", equalTo("name-reused"))
                .body("findings.find { it.severity == 'error' }.message", containsString("in version 1"));
    }

    @Test
    void whatSomebodyElseChangedMeanwhileIsNotOverwritten() {
        String path = create(CONTENT).header("Location");

        put(path, "\"1\"", CONTENT).then().statusCode(200).header("ETag", equalTo("\"2\""));

        put(path, "\"1\"", CONTENT).then().statusCode(412).body("detail", containsString("\"2\""));
        put(path, null, CONTENT).then().statusCode(428).body("detail", containsString("If-Match"));
    }

    @Test
    void anAppReadsPublishedContentThatMayBeKeptForEver() {
        String id = create(CONTENT).path("id");
        String version = "/v1/client/questionnaires/" + id + "/versions/1";

        given().get(version + "?key=" + tenant.publishable()).then().statusCode(404);
        call().post("/v1/questionnaires/" + id + "/publish");

        given().get(version + "?key=" + tenant.publishable())
                .then()
                .statusCode(200)
                .contentType("application/json")
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .body("name", equalTo("tiny"))
                .body("size()", equalTo(4));
        given().get(version).then().statusCode(401);
        call().get(version).then().statusCode(403);
        given().get(version + "?key=" + workspaces.create().publishable())
                .then()
                .statusCode(404);
    }

    @Test
    void theCodebookListsTheVariables() {
        String path = create(template("checkout-feedback")).header("Location");
        call().get(path + "/codebook").then().statusCode(404);
        call().post(path + "/publish").then().statusCode(201);

        call().get(path + "/codebook")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("variables.name", hasItems("nps", "reasons", "reasons_other", "clear", "order_value"))
                .body("variables.find { it.name == 'satisfaction' }.measure", equalTo("ordinal"))
                .body("variables.find { it.name == 'reasons' }.shape", equalTo("set"))
                .body("variables.find { it.name == 'reasons' }.keySet()", not(hasItem("codedSet")))
                .body("variables.find { it.name == 'satisfaction' }.values[0].label.en", startsWith("1 – "));
        call().get(path + "/codebook?version=1").then().statusCode(200);
        call().get(path + "/versions/1/codebook").then().statusCode(200);
    }

    @Test
    void aListPagesFromTheNewestToTheOldest() {
        String first = create(CONTENT).path("id");
        String second = create(CONTENT).path("id");
        String third = create(CONTENT).path("id");

        Response page = call().get("/v1/questionnaires?limit=2");

        page.then().body("items.id", contains(third, second)).body("next", notNullValue());
        call().get("/v1/questionnaires?limit=2&cursor=" + page.path("next"))
                .then()
                .body("items.id", contains(first))
                .body("next", nullValue());
        call().get("/v1/questionnaires?limit=0").then().statusCode(400);
        call().get("/v1/questionnaires?cursor=nonsense").then().statusCode(400);
    }

    @Test
    void aDraftCanBeRenamedAndDeletedButNotWhatWasPublished() {
        String draft = create(CONTENT).header("Location");
        String published = create(CONTENT).header("Location");
        call().post(published + "/publish");

        call().body("{\"name\":\"Other\"}").patch(draft).then().statusCode(200).body("name", equalTo("Other"));
        call().body("{\"name\":\" \"}").patch(draft).then().statusCode(400).body("errors.pointer", contains("/name"));
        call().delete(draft).then().statusCode(204);
        call().get(draft).then().statusCode(404);
        call().delete(published).then().statusCode(409).body("type", equalTo("/problems/published"));
    }

    @Test
    void anotherWorkspaceSeesAndChangesNothing() {
        String path = create(CONTENT).header("Location");
        call().post(path + "/publish");
        tenant = workspaces.create();

        call().get("/v1/questionnaires").then().body("items", hasSize(0));
        for (String part : new String[] {"", "/draft", "/versions", "/versions/1", "/codebook", "/difference"}) {
            call().get(path + part).then().statusCode(404);
        }
        call().post(path + "/check").then().statusCode(404);
        call().post(path + "/publish").then().statusCode(404);
        put(path, "*", CONTENT).then().statusCode(404);
        call().body("{\"name\":\"Mine\"}").patch(path).then().statusCode(404);
        call().delete(path).then().statusCode(404);
    }

    @Test
    void aCallThatIsWrongInTheLargeIsToldWhere() {
        call().body("{\"nam\":\"x\"}")
                .post("/v1/questionnaires")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/nam", "/name", "/content"));
        call().body("[]").post("/v1/questionnaires").then().statusCode(400);
        call().body("{\"name\":").post("/v1/questionnaires").then().statusCode(400);
        call().body("{\"name\":\"a\",\"name\":\"b\"}")
                .post("/v1/questionnaires")
                .then()
                .statusCode(400);
        call().get("/v1/questionnaires/" + UUID.randomUUID()).then().statusCode(404);
        call().get("/v1/questionnaires/nonsense").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void hostileContentIsRefusedWithItsPlace() {
        create(CONTENT.replace("How big?", "a\\u0000b"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("illegal-character"))
                .body("errors.pointer", contains("/content/pages/0/elements/0/text"));
        create(CONTENT.replace("How big?", "a\\ud800")).then().statusCode(400);
        create(CONTENT.replace("1e2", "1e999999999"))
                .then()
                .statusCode(400)
                .body("errors.code", contains("out-of-range"));
        create("[".repeat(5000) + "]".repeat(5000))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/too-complex"));
        create("{\"name\":\"" + "a".repeat(9_000_000) + "\"}").then().statusCode(413);
        create("{\"pages\":[" + "1,".repeat(900_000) + "1]}").then().statusCode(413);
        call().body(new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'})
                .post("/v1/questionnaires")
                .then()
                .statusCode(400);
    }

    @Test
    void templatesAreThereToStartFrom() {
        call().get("/v1/templates")
                .then()
                .statusCode(200)
                .body("items.name", hasItems("nps", "big-five-25"))
                .body("items.find { it.name == 'sus' }.kind", equalTo("instrument"))
                .body("items.find { it.name == 'sus' }.purpose.fr", startsWith("Mesurer l’utilisabilité"))
                .body("items.find { it.name == 'sus' }.languages", contains("en", "fr"))
                .body("items.find { it.name == 'nps' }.questions", equalTo(2))
                .body("items.find { it.name == 'nps' }.estimatedSeconds", greaterThan(10))
                .body("items.find { it.name == 'maintenance-notice' }.questions", equalTo(0));

        String path = create(template("big-five-25")).header("Location");

        call().post(path + "/check").then().body("findings", hasSize(0));
        call().post(path + "/publish").then().statusCode(201);
        call().get(path + "/codebook").then().body("variables", hasSize(28)).body("variables.name", not(hasItem("x")));
        call().get("/v1/templates/nothing").then().statusCode(404);
    }

    private String template(String name) {
        return call().get("/v1/templates/" + name).asString();
    }

    private Response create(String content) {
        return call().body("{\"name\":\"Tiny one\",\"content\":" + content + "}")
                .post("/v1/questionnaires");
    }

    private Response put(String path, @org.jspecify.annotations.Nullable String ifMatch, String content) {
        RequestSpecification call = call().body(content);
        return (ifMatch == null ? call : call.header("If-Match", ifMatch)).put(path + "/draft");
    }

    private RequestSpecification call() {
        return given().auth().oauth2(tenant.secret()).contentType("application/json");
    }
}
