package io.earshot.questionnaire;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Documents that were made to hurt get a clear refusal; how quickly is measured in docs/performance.md. */
@QuarkusTest
class HostileContentTest {
    @Inject
    Workspaces workspaces;

    private Workspaces.Tenant tenant;

    @BeforeEach
    void aWorkspace() {
        tenant = workspaces.create();
    }

    @Test
    void tooMuchIsNotEvenRead() {
        create("{\"x\":\"" + "a".repeat(11 << 20) + "\"}").then().statusCode(413);
        create("{\"x\":[" + "{\"code\":1,\"text\":\"x\"},".repeat(999_999) + "{}]}")
                .then()
                .statusCode(413);
        create(page("{\"type\":\"text\",\"name\":\"a\",\"text\":{" + members(1_000_000) + "}}"))
                .then()
                .statusCode(413);
        create(page(number("\"visibleIf\":{\"and\":[" + "{\"!\":1},".repeat(999_999) + "1]}")))
                .then()
                .statusCode(413);
    }

    @Test
    void whatCanNotBeReadIsToldWhere() {
        create("{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/too-complex"));
        create("{\"a\":1,\"a\":2}").then().statusCode(400);
        create(page(number("\"min\":" + "9".repeat(900)))).then().statusCode(400);
        create(page(number("\"min\":1e400000000")))
                .then()
                .statusCode(400)
                .body("errors.code", contains("out-of-range"));
        create(page(number("\"min\":" + "9".repeat(100_000)))).then().statusCode(400);
        create(page(number("\"\\ud800\":1"))).then().statusCode(400).body("errors.code", contains("illegal-character"));
        create(page(number("\"unit\":\"\\u0007\"")))
                .then()
                .statusCode(400)
                .body("errors.code", contains("illegal-character"));
        create("{\"" + "n".repeat(60_000) + "\":1}").then().statusCode(400);
    }

    @Test
    void aHundredThousandFindingsAreCountedAndNotListed() {
        Response created = create("{\"name\":\"q\",\"title\":\"Q\",\"defaultLanguage\":\"en\",\"pages\":["
                + "1,".repeat(100_000) + "1]}");

        call().post(created.header("Location") + "/check")
                .then()
                .statusCode(200)
                .body("findings", hasSize(1001))
                .body("findings[1000].code", equalTo("more-findings"))
                .body("estimatedSeconds", equalTo(0));
        call().post(created.header("Location") + "/publish").then().statusCode(422);
    }

    @Test
    void aHundredThousandLanguagesAreTooMany() {
        refused(page("{\"type\":\"text\",\"name\":\"a\",\"text\":{" + members(100_000) + "}}"), "too-many");
    }

    @Test
    void aPatternThatExplodesIsNotPublished() {
        refused(page("{\"type\":\"text\",\"name\":\"a\",\"text\":\"x?\",\"pattern\":\"(a+)+$\"}"), "invalid-pattern");
        refused(
                page(
                        "{\"type\":\"text\",\"name\":\"a\",\"text\":\"x?\",\"pattern\":\"((((a{1000}){1000}){1000}){1000})\"}"),
                "invalid-pattern");
    }

    @Test
    void aConditionOfManyOperatorsIsTooLong() {
        refused(page(number("\"visibleIf\":{\"and\":[" + "{\"!\":1},".repeat(20_000) + "1]}")), "condition-too-long");
    }

    @Test
    void aNameOfTenThousandLettersIsNone() {
        refused(page("{\"type\":\"number\",\"name\":\"" + "n".repeat(10_000) + "\",\"text\":\"x?\"}"), "not-allowed");
    }

    @Test
    void whatWasPutIsWhatIsGiven() {
        String content =
                """
                {"zeta":1.0,"alpha":[1e2,0.10,-0,12345678901234567890,true,null],"text":"é😀 \\"\\\\ \\t\\n / \u2028 <b>",\
                "é":{"b":1,"a":2,"":3},"empty":{},"none":[]}""";

        String path = create("{}").header("Location");
        call().header("If-Match", "*").body(content).put(path + "/draft").then().statusCode(200);

        // 1e2 is the same number written otherwise; all else is the same text.
        assertThat(call().get(path + "/draft").asString()).isEqualTo(content.replace("1e2", "1E+2"));
    }

    private void refused(String content, String code) {
        Response created = create(content);
        created.then().statusCode(201);
        call().post(created.header("Location") + "/publish")
                .then()
                .statusCode(422)
                .body("findings.code", hasItem(code));
    }

    private static String page(String element) {
        return "{\"name\":\"q\",\"title\":\"Q\",\"defaultLanguage\":\"en\",\"pages\":[{\"name\":\"p\",\"elements\":["
                + element + "]}]}";
    }

    private static String number(String more) {
        return "{\"type\":\"number\",\"name\":\"a\",\"text\":\"x?\"," + more + "}";
    }

    private static String members(int count) {
        StringBuilder members = new StringBuilder("\"en\":\"x\"");
        for (int i = 0; i < count; i++) {
            members.append(",\"l").append(i).append("\":\"\"");
        }
        return members.toString();
    }

    private Response create(String content) {
        return call().body("{\"name\":\"Hostile\",\"content\":" + content + "}").post("/v1/questionnaires");
    }

    private RequestSpecification call() {
        return given().auth().oauth2(tenant.secret()).contentType("application/json");
    }
}
