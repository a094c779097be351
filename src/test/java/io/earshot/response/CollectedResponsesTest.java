package io.earshot.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.earshot.workspace.Role;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CollectedResponsesTest {
    @Inject
    Surveys surveys;

    @Test
    void pagesOneAfterTheOtherHoldEveryResponseOnce() {
        var survey = surveys.checkout();
        survey.importCsv(people(25)).statusCode(200);

        List<String> seen = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String cursor = "";
        do {
            JsonPath page = survey.program()
                    .get("/v1/responses?limit=10&questionnaire=" + survey.questionnaire() + cursor)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items.respondent", String.class));
            sizes.add(page.getList("items").size());
            @Nullable String next = page.getString("next");
            cursor = next == null ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(sizes).containsExactly(10, 10, 5);
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
    }

    @Test
    void aListHoldsWhatItWasAskedFor() {
        var survey = surveys.checkout();
        survey.put(Surveys.newId(), survey.body("r-1", 1, "partial", "{'nps':1}", "{}"))
                .statusCode(201);
        survey.put(Surveys.newId(), survey.body("r-2", 1, "complete", "{'nps':2}", "{}"))
                .statusCode(201);
        var next = surveys.again(survey);
        next.put(Surveys.newId(), next.body("r-3", 1, "complete", "{'nps':3}", "{}"))
                .statusCode(201);
        String received = survey.stored().get(1).receivedAt();

        assertThat(respondents(survey, "")).containsExactly("r-1", "r-2", "r-3");
        assertThat(respondents(survey, "&status=partial")).containsExactly("r-1");
        assertThat(respondents(survey, "&version=1&status=complete")).containsExactly("r-2");
        assertThat(respondents(survey, "&from=" + received)).containsExactly("r-2", "r-3");
        assertThat(respondents(survey, "&to=" + received)).containsExactly("r-1");
    }

    @Test
    void aParameterThatCantBeReadIsNamed() {
        var survey = surveys.checkout();
        String list = "/v1/responses?questionnaire=" + survey.questionnaire();

        for (String bad :
                List.of("&limit=0", "&limit=1001", "&status=done", "&from=yesterday", "&cursor=x", "&version=0")) {
            String name = bad.substring(1, bad.indexOf('='));
            survey.program().get(list + bad).then().statusCode(400).body("detail", containsString(name));
        }
        survey.program().get("/v1/responses").then().statusCode(400).body("detail", containsString("questionnaire"));
    }

    @Test
    void everythingIsStreamedOneResponseToALine() throws JsonProcessingException {
        var survey = surveys.checkout();
        survey.importCsv(people(1500)).statusCode(200);

        String body = survey.program()
                .get("/v1/questionnaires/" + survey.questionnaire() + "/responses.ndjson")
                .then()
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();

        List<String> lines = body.lines().toList();
        assertThat(lines).hasSize(1500);
        Map<?, ?> first = new ObjectMapper().readValue(lines.get(0), Map.class);
        assertThat(first.get("respondent")).isEqualTo("p0");
        assertThat(first.get("answers")).isEqualTo(Map.of("nps", 0));
        assertThat(first.keySet().stream().map(String::valueOf))
                .contains(
                        "id",
                        "respondent",
                        "questionnaire",
                        "version",
                        "status",
                        "language",
                        "answers",
                        "presented",
                        "timings",
                        "context",
                        "consent",
                        "quality",
                        "startedAt",
                        "submittedAt",
                        "receivedAt");
    }

    @Test
    void anotherWorkspaceSeesNothing() {
        var mine = surveys.checkout();
        var theirs = surveys.checkout();
        theirs.put(Surveys.newId(), theirs.body(1, "complete", "{'nps':9}")).statusCode(201);

        mine.program()
                .get("/v1/responses?questionnaire=" + theirs.questionnaire())
                .then()
                .body("items", hasSize(0));
        mine.program()
                .get("/v1/questionnaires/" + theirs.questionnaire() + "/responses.ndjson")
                .then()
                .statusCode(404);
    }

    @Test
    void whoSeesNoPersonalAnswersSeesNoResponses() {
        var survey = surveys.checkout();
        String list = "/v1/responses?questionnaire=" + survey.questionnaire();

        survey.app().get(list).then().statusCode(403);
        survey.program()
                .auth()
                .oauth2(surveys.token(survey, Role.VIEWER))
                .get(list)
                .then()
                .statusCode(403);
        survey.program()
                .auth()
                .oauth2(surveys.token(survey, Role.ANALYST))
                .get(list)
                .then()
                .statusCode(200);
    }

    private static List<String> respondents(Surveys.Survey survey, String filter) {
        return survey.program()
                .urlEncodingEnabled(true)
                .get("/v1/responses?questionnaire=" + survey.questionnaire() + filter)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.respondent", String.class);
    }

    private static String people(int count) {
        return IntStream.range(0, count)
                .mapToObj(person -> "p" + person + "," + person % 11)
                .collect(Collectors.joining("\n", "respondent,nps\n", "\n"));
    }
}
