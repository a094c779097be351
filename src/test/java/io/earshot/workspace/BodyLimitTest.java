package io.earshot.workspace;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BodyLimitTest {
    @Inject
    Workspaces workspaces;

    @Inject
    Questionnaires questionnaires;

    @Inject
    ObjectMapper json;

    @Test
    void aBodyOverTheLimitIsRefusedWithItsSize() throws Exception {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(
                            ("POST /v1/apps HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                            + (BodyLimit.BYTES + 1) + "\r\n\r\n")
                                    .getBytes(US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json")
                    .contains("/problems/too-large")
                    .contains("The body has " + (BodyLimit.BYTES + 1) + " bytes");
        }
    }

    @Test
    void aBodyInChunksEndsAtTheLimitToo() throws Exception {
        byte[] body = ("{\"name\":\"" + "x".repeat((int) BodyLimit.BYTES + (2 << 20)) + "\"}").getBytes(UTF_8);
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/apps"))
                .header("Authorization", "Bearer " + workspaces.create().secret())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .version(HttpClient.Version.HTTP_1_1)
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(413);
    }

    @Test
    void anImportMayBeLarger() throws Exception {
        var tenant = workspaces.create();
        UUID questionnaire = questionnaires.create(
                tenant.workspace(),
                "Why",
                json.readTree(
                        """
                        {"name":"why","title":"Why","defaultLanguage":"en","pages":[{"name":"p1","elements":[
                          {"type":"text","name":"why","text":"Why?","long":true,"maxLength":5000}]}]}"""));
        questionnaires.publish(tenant.workspace(), questionnaire);
        String row = "x".repeat(4_999) + "\n";
        String csv = "why\n" + row.repeat((int) (BodyLimit.BYTES / row.length()) + 10);
        assertThat(csv.length()).isGreaterThan((int) BodyLimit.BYTES);

        given().auth()
                .oauth2(tenant.secret())
                .contentType("text/csv")
                .body(csv)
                .post("/v1/questionnaires/" + questionnaire + "/responses/import")
                .then()
                .statusCode(200)
                .body("rejected", equalTo(0));
    }
}
