package io.earshot.questionnaire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Documents that were made to hurt get a clear refusal. They are sent by the JDK's client, because REST Assured keeps a pretty
 * copy of each body in case a test fails.
 */
@QuarkusTest
class HostileContentTest {
    @Inject
    Workspaces workspaces;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";

    @BeforeEach
    void aWorkspace() {
        token = workspaces.create().secret();
    }

    @Test
    void tooMuchIsNotEvenRead() throws Exception {
        isRefused(413, "too-large", "{\"x\":\"" + "a".repeat(9 << 20) + "\"}");
        isRefused(413, "too-large", page(number("\"visibleIf\":{\"and\":[" + "1,".repeat(999_999) + "1]}")));
        isRefused(413, "too-large", "{\"x\":[" + "{\"code\":1},".repeat(600_000) + "{}]}");
        isRefused(413, "too-large", page("{\"type\":\"text\",\"name\":\"a\",\"text\":{" + members(400_000) + "}}"));
        assertThat(create("{\"x\":[" + "{\"code\":1,\"text\":\"x\"},".repeat(1_000_000) + "{}]}")
                        .statusCode())
                .isEqualTo(413);
        assertThat(create(page("{\"type\":\"text\",\"name\":\"a\",\"text\":{" + members(1_000_000) + "}}"))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void whatCanNotBeReadIsToldWhere() throws Exception {
        isRefused(400, "too-complex", "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        isRefused(400, "malformed-request", "{\"a\":1,\"a\":2}");
        isRefused(400, "too-complex", page(number("\"min\":" + "9".repeat(100_000))));
        isRefused(400, "invalid-request", page(number("\"min\":" + "9".repeat(900))));
        isRefused(400, "invalid-request", page(number("\"min\":1e400000000")));
        isRefused(400, "malformed-request", page(number("\"\\ud800\":1")));
        isRefused(400, "invalid-request", page(number("\"unit\":\"\\u0007\"")));
        isRefused(400, "too-complex", "{\"" + "n".repeat(60_000) + "\":1}");
    }

    @Test
    void aHundredThousandFindingsAreCountedAndNotListed() throws Exception {
        String path = path(create("{\"name\":\"q\",\"title\":\"Q\",\"defaultLanguage\":\"en\",\"pages\":["
                + "1,".repeat(100_000) + "1]}"));

        HttpResponse<String> checked = send("POST", path + "/check", "");
        assertThat(checked.statusCode()).isEqualTo(200);
        assertThat(JsonPath.from(checked.body()).getList("findings")).hasSize(1001);
        assertThat(JsonPath.from(checked.body()).getString("findings[1000].code"))
                .isEqualTo("more-findings");
        assertThat(JsonPath.from(checked.body()).getInt("estimatedSeconds")).isZero();
        assertThat(send("POST", path + "/publish", "").statusCode()).isEqualTo(422);
    }

    @Test
    void aHundredThousandLanguagesAreTooMany() throws Exception {
        isRefused(413, "too-large", page("{\"type\":\"text\",\"name\":\"a\",\"text\":{" + members(100_000) + "}}"));
        refused(page("{\"type\":\"text\",\"name\":\"a\",\"text\":{" + members(900) + "}}"), "too-many");
    }

    @Test
    void aPatternThatExplodesIsNotPublished() throws Exception {
        refused(page("{\"type\":\"text\",\"name\":\"a\",\"text\":\"x?\",\"pattern\":\"(a+)+$\"}"), "invalid-pattern");
        refused(
                page(
                        "{\"type\":\"text\",\"name\":\"a\",\"text\":\"x?\",\"pattern\":\"((((a{1000}){1000}){1000}){1000})\"}"),
                "invalid-pattern");
    }

    @Test
    void aConditionOfManyOperatorsIsTooLong() throws Exception {
        refused(page(number("\"visibleIf\":{\"and\":[" + "{\"!\":1},".repeat(20_000) + "1]}")), "condition-too-long");
    }

    @Test
    void aNameOfTenThousandLettersIsNone() throws Exception {
        refused(page("{\"type\":\"number\",\"name\":\"" + "n".repeat(10_000) + "\",\"text\":\"x?\"}"), "not-allowed");
    }

    @Test
    void whatWasPutIsWhatIsGiven() throws Exception {
        String content =
                """
                {"zeta":1.0,"alpha":[1e2,0.10,12345678901234567890,true,null],"text":"é😀 \\"\\\\ \\t\\n / \u2028 <b>",\
                "é":{"b":1,"a":2,"":3},"empty":{},"none":[]}""";

        String path = path(create("{}"));
        assertThat(send("PUT", path + "/draft", content).statusCode()).isEqualTo(200);

        // A number keeps its digits, not its way of writing: 1e2 is 1E+2, and -0 would be 0. All else is the same text.
        assertThat(send("GET", path + "/draft", "").body()).isEqualTo(content.replace("1e2", "1E+2"));
    }

    private void refused(String content, String code) throws Exception {
        HttpResponse<String> refused = send("POST", path(create(content)) + "/publish", "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JsonPath.from(refused.body()).getList("findings.code", String.class))
                .contains(code);
    }

    private void isRefused(int status, String problem, String content) throws Exception {
        HttpResponse<String> answer = create(content);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(JsonPath.from(answer.body()).getString("type")).isEqualTo("/problems/" + problem);
    }

    private static String path(HttpResponse<String> created) {
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return URI.create(created.headers().firstValue("Location").orElseThrow())
                .getPath();
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

    private HttpResponse<String> create(String content) throws Exception {
        return send("POST", "/v1/questionnaires", "{\"name\":\"Hostile\",\"content\":" + content + "}");
    }

    /** In chunks, so that a body over the limit is refused while it is sent. */
    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        byte[] bytes = body.getBytes(UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(
                        method,
                        bytes.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
