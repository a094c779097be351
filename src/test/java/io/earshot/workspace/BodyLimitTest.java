package io.earshot.workspace;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.questionnaire.Questionnaires;
import io.earshot.testing.Workspaces;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
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

    @TestHTTPResource("/v1/apps")
    URI apps;

    @Test
    void aBodyOverTheLimitIsRefusedWithItsSize() {
        byte[] body = new byte[(int) BodyLimit.BYTES + 1];

        given().auth()
                .oauth2(workspaces.create().secret())
                .contentType("application/json")
                .body(body)
                .post("/v1/apps")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/body-too-large"));
    }

    @Test
    void aBodyInChunksEndsAtTheLimitToo() throws Exception {
        byte[] half = ("{\"name\":\"" + "x".repeat((int) BodyLimit.BYTES)).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(apps)
                .header("Authorization", "Bearer " + workspaces.create().secret())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new SequenceInputStream(new ByteArrayInputStream(half), new ByteArrayInputStream(half))))
                .version(HttpClient.Version.HTTP_1_1)
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
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
