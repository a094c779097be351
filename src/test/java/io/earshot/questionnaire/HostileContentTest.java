package io.earshot.questionnaire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
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

    /** Lacks its last brace. Has members out of order, numbers in every writing, escapes that need not be, and white space. */
    private static final String WRITTEN_ODDLY =
            """
            {"zeta":1.0,"alpha":[1e2,0.10,-0,1E+2,0e0,12345678901234567890,true,null ],\r
            "text":"é😀 \\"\\\\ \\t\\n \\/ \\u0041\\ud83d\\ude00 / \u2028 <b>",\t"é" : {"b":1,"a":2,"":3},"empty":{},"none":[]""";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private String token = "";
    private String key = "";

    @BeforeEach
    void aWorkspace() {
        Workspaces.Tenant tenant = workspaces.create();
        token = tenant.secret();
        key = tenant.publishable();
    }

    @Test
    void tooMuchIsNotEvenRead() throws Exception {
        isRefused(413, "too-large", "{\"x\":\"" + "a".repeat(9 << 20) + "\"}");
        isRefused(413, "too-large", page(number("\"visibleIf\":{\"and\":[" + "1,".repeat(999_999) + "1]}")));
        isRefused(413, "too-large", "{\"x\":[" + "{\"code\":1},".repeat(600_000) + "{}]}");
        isRefused(413, "too-large", page("{\"type\":\"text\",\"name\":\"a\",\"text\":{" + members(400_000) + "}}"));
        isCutOff("{\"x\":[" + "{\"code\":1,\"text\":\"x\"},".repeat(1_000_000) + "{}]}");
        isCutOff(page("{\"type\":\"text\",\"name\":\"a\",\"text\":{" + members(1_000_000) + "}}"));
    }

    @Test
    void whatCanNotBeReadIsToldWhere() throws Exception {
        isRefused(400, "too-complex", "{\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}");
        isRefused(400, "malformed-request", "{\"a\":1,\"a\":2}");
        isRefused(400, "too-complex", page(number("\"min\":" + "9".repeat(100_000))));
        isRefused(400, "invalid-request", page(number("\"min\":" + "9".repeat(900))));
        isRefused(400, "invalid-request", page(number("\"min\":1e400000000")));
        isRefused(400, "invalid-request", page(number("\"\\ud800\":1")));
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
    void whatWasSentIsWhatIsGiven() throws Exception {
        String content = WRITTEN_ODDLY + " ".repeat(10_000) + "}";

        String path = path(create("  " + content + " "));
        assertThat(send("GET", path + "/draft", "").body()).isEqualTo(content);
        assertThat(send("GET", path, "").body()).contains(content);

        String changed = content.replace("zeta", "eta");
        assertThat(send("PUT", path + "/draft", "\uFEFF\n" + changed + "\n").statusCode())
                .isEqualTo(200);
        assertThat(send("GET", path + "/draft", "").body()).isEqualTo(changed);
    }

    @Test
    void whatWasPublishedIsWhatAppsAreGiven() throws Exception {
        String content = page(number("\"min\": 1e2,\n\t\"max\":1.50E+2, \"unit\":\"\\u20ac\\/€\""));

        String path = path(create(content));
        assertThat(send("POST", path + "/publish", "").statusCode()).isEqualTo(201);

        assertThat(send("GET", path + "/versions/1", "").body()).isEqualTo(content);
        assertThat(send("GET", "/v1/client" + path.substring(3) + "/versions/1", "", key)
                        .body())
                .isEqualTo(content);
    }

    @Test
    void whatIsNotOneObjectInUtf8IsNotRead() throws Exception {
        String path = path(create("{}"));

        for (byte[] body : List.of(
                "[1]".getBytes(UTF_8),
                "{} {}".getBytes(UTF_8),
                "{\"a\":".getBytes(UTF_8),
                "{\"a\":\"é\"}".getBytes(ISO_8859_1),
                "{\"a\":1}".getBytes(UTF_16))) {
            HttpResponse<String> answer = send("PUT", path + "/draft", body, token);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(JsonPath.from(answer.body()).getString("type")).isEqualTo("/problems/malformed-request");
        }
    }

    @Test
    void aFaultIsPointedAtInTheBodyThatWasSent() throws Exception {
        HttpResponse<String> refused = create("{\"a/b\":[0,{\"c\":[\"\\u0000\"],\"d\\u0001\":1}]}");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.from(refused.body()).getList("errors.pointer", String.class))
                .containsExactly("/content/a~1b/1/c/0", "/content/a~1b/1");
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

    /** A body over 10 MiB is refused while it is sent; who goes on sending reads 413, or finds that nobody listens any more. */
    private void isCutOff(String content) throws Exception {
        try {
            assertThat(create(content).statusCode()).isEqualTo(413);
        } catch (IOException closed) {
            assertThat(closed).hasMessageMatching("(?s).*(received no bytes|[Rr]eset|[Bb]roken pipe|closed).*");
        }
        assertThat(create("{}").statusCode()).isEqualTo(201);
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
        return send(method, path, body, token);
    }

    private HttpResponse<String> send(String method, String path, String body, String bearer) throws Exception {
        return send(method, path, body.getBytes(UTF_8), bearer);
    }

    private HttpResponse<String> send(String method, String path, byte[] bytes, String bearer) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + bearer)
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
