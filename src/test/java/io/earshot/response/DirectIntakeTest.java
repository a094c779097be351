package io.earshot.response;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the short way answers is what the framework answers. A key in the address always goes through the framework; one in
 * the header takes the short way as soon as it has been looked up.
 */
@QuarkusTest
class DirectIntakeTest {
    @Inject
    Surveys surveys;

    private Surveys.Survey survey;

    @BeforeEach
    void theKeyIsLookedUp() {
        survey = surveys.checkout();
        survey.put(Surveys.newId(), survey.body(1, "partial", "{'nps':9}")).statusCode(201);
    }

    @Test
    void aNewResponseAndItsRepetitionAreAnsweredAlike() {
        assertAlike(id -> survey.body(1, "partial", "{'nps':9}"));
        assertAlike(id -> survey.body(2, "complete", "{'nps':10,'reasons':['price']}"));
    }

    @Test
    void everyStepOfOneResponseIsAnsweredAlike() {
        UUID direct = Surveys.newId();
        UUID framed = Surveys.newId();
        for (String body : List.of(
                survey.body("r-2", 2, "partial", "{'nps':9}", "{}"),
                survey.body("r-2", 2, "partial", "{'nps':1}", "{}"),
                survey.body("r-2", 3, "complete", "{'nps':8}", "{}"),
                survey.body("r-2", 4, "complete", "{'nps':1}", "{}"))) {
            assertThat(told(direct(direct, body))).isEqualTo(told(framed(framed, body)));
        }
    }

    @Test
    void whatIsRefusedIsRefusedAlikeAndKept() {
        assertAlike(id -> survey.body(1, "complete", "{'nps':11}"));
        assertAlike(id -> survey.body(1, "complete", "{}"));
        assertAlike(id -> survey.body(-1, "complete", "{'nps':1}"));
        assertAlike(id -> survey.body(1, "over", "{'nps':1}"));
        assertAlike(id -> survey.body(1, "partial", "{'nps':1}")
                .replace(survey.questionnaire().toString(), id.toString()));
        assertAlike(id -> "{\"respondent\":\"r-1\"}");
        assertAlike(id -> "[]");
        assertAlike(id -> "{\"respondent\":");

        assertThat(direct(Surveys.newId(), survey.body(1, "complete", "{'nps':11}"))
                        .jsonPath()
                        .getString("quarantined"))
                .isNotNull();
    }

    @Test
    void aResponseToAnotherQuestionnaireUnderTheSameIdIsRefusedAlike() {
        UUID direct = Surveys.newId();
        UUID framed = Surveys.newId();
        String first = survey.body(1, "partial", "{'nps':9}");
        direct(direct, first);
        framed(framed, first);
        String other = first.replace(
                survey.questionnaire().toString(),
                surveys.besides(survey).questionnaire().toString());

        assertThat(told(direct(direct, other)))
                .isEqualTo(told(framed(framed, other)))
                .containsEntry("status", 409);
    }

    @Test
    void aBodyThatIsLargeOrOfAnotherTypeGoesToTheFrameworkAndIsTakenThere() {
        String large = survey.body(1, "partial", "{'nps':9}") + " ".repeat(100_000);

        assertThat(direct(Surveys.newId(), large).statusCode()).isEqualTo(201);
        assertThat(given().auth()
                        .oauth2(survey.tenant().publishable())
                        .contentType("text/plain")
                        .body("nps: 9")
                        .put("/v1/client/responses/" + Surveys.newId())
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void bytesThatAreNotUtf8AreRefusedAndNothingBreaks() {
        byte[] latin = survey.body(1, "partial", "{'nps':9,'why':'caf\u00e9'}").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(given().auth()
                        .oauth2(survey.tenant().publishable())
                        .header("Content-Type", "application/json")
                        .body(latin)
                        .put("/v1/client/responses/" + Surveys.newId())
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aPageOfAnotherOriginMayReadTheAnswer() {
        Response answer = given().auth()
                .oauth2(survey.tenant().publishable())
                .header("Origin", "https://shop.example")
                .contentType("application/json")
                .body(survey.body(1, "partial", "{'nps':9}"))
                .put("/v1/client/responses/" + Surveys.newId());

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.header("Access-Control-Allow-Origin")).isNotNull();
    }

    private void assertAlike(Function<UUID, String> body) {
        UUID direct = Surveys.newId();
        UUID framed = Surveys.newId();
        assertThat(told(direct(direct, body.apply(direct)))).isEqualTo(told(framed(framed, body.apply(framed))));
    }

    private Response direct(UUID id, String body) {
        return given().auth()
                .oauth2(survey.tenant().publishable())
                .contentType("application/json")
                .body(body)
                .put("/v1/client/responses/" + id);
    }

    private Response framed(UUID id, String body) {
        return given().contentType("application/json")
                .queryParam("key", survey.tenant().publishable())
                .body(body)
                .put("/v1/client/responses/" + id);
    }

    /** All that is told but what must differ: the ids and the time of day. */
    private static Map<String, Object> told(Response answer) {
        Map<String, Object> told = new LinkedHashMap<>(answer.jsonPath().getMap(""));
        Stream.of("id", "quarantined", "receivedAt", "submittedAt")
                .forEach(name -> told.computeIfPresent(name, (key, value) -> "?"));
        told.computeIfPresent("detail", (key, value) -> withoutIds(value));
        told.computeIfPresent("errors", (key, value) -> withoutIds(value));
        told.put("status of HTTP", answer.statusCode());
        told.put("content type", answer.contentType());
        return told;
    }

    private static String withoutIds(Object text) {
        return text.toString().replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "?");
    }
}
