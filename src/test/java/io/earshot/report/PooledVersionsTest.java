package io.earshot.report;

import static io.earshot.report.ReportCalls.answered;
import static io.earshot.report.ReportCalls.as;
import static io.earshot.report.ReportCalls.published;
import static io.earshot.report.ReportCalls.request;
import static io.earshot.report.ReportCalls.whenOver;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.earshot.testing.Workspaces;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions read together: what changed its meaning between them is not counted as if it had not. */
@QuarkusTest
class PooledVersionsTest {
    private static final String FIRST =
            """
            {"name":"asked","title":"Asked","defaultLanguage":"en","pages":[{"name":"p1","elements":[
              {"type":"rating","name":"stars","text":"How many?","points":5},
              {"type":"yes_no","name":"again","text":"Again?"}]}]}""";

    @Inject
    Workspaces workspaces;

    private Workspaces.Tenant tenant;
    private String questionnaire;

    @BeforeEach
    void twoVersionsOfWhichTheSecondHasMorePoints() {
        tenant = workspaces.create();
        questionnaire = published(tenant, FIRST);
        answered(tenant, questionnaire, "stars,again\n5,yes\n4,no\n");
        String draft = "/v1/questionnaires/" + questionnaire;
        as(tenant)
                .header("If-Match", "*")
                .body(FIRST.replace("\"points\":5", "\"points\":10"))
                .put(draft + "/draft")
                .then()
                .statusCode(200);
        as(tenant).post(draft + "/publish").then().statusCode(201);
        answered(tenant, questionnaire, "stars,again\n9,yes\n");
    }

    @Test
    void anAnswerOnAnotherScaleIsLeftOutAndTold() {
        String report = made(Map.of(
                "name", "both", "title", "Both", "versions", "all", "sections", List.of(section("topline", "all"))));

        as(tenant)
                .get(report + "/results")
                .then()
                .statusCode(200)
                .body("findings.find { it.kind == 'not-pooled' }.variables.variable", contains("stars"))
                .body("findings.find { it.kind == 'not-pooled' }.variables.version", contains(1))
                .body("findings.find { it.kind == 'not-pooled' }.variables[0].changes", contains("scale"))
                .body("findings.find { it.subject?.variable == 'stars' }.n", equalTo(1))
                .body("findings.find { it.subject?.variable == 'again' }.n", equalTo(3));
    }

    @Test
    void aVariableThatIsNamedAndMeansSomethingElseIsAFault() {
        as(tenant)
                .body(Map.of(
                        "questionnaire",
                        questionnaire,
                        "report",
                        Map.of(
                                "name",
                                "both",
                                "title",
                                "Both",
                                "versions",
                                List.of(1, 2),
                                "sections",
                                List.of(section("topline", List.of("stars"))))))
                .post("/v1/reports")
                .then()
                .statusCode(422)
                .body("errors.code", contains("not-poolable"))
                .body("errors[0].detail", containsString("stars means something else in version 1"));
    }

    @Test
    void whoKnowsBetterPoolsAnyway() {
        String report = made(Map.of(
                "name",
                "both",
                "title",
                "Both",
                "versions",
                "all",
                "poolAnyway",
                List.of("stars"),
                "sections",
                List.of(section("topline", List.of("stars")))));

        as(tenant)
                .get(report + "/results")
                .then()
                .body("findings.find { it.subject?.variable == 'stars' }.n", equalTo(3));
    }

    private String made(Map<String, ?> definition) {
        String report = request(tenant, questionnaire, definition);
        assertThat(whenOver(tenant, report)).isEqualTo("done");
        return report;
    }

    private static Map<String, Object> section(String kind, Object variables) {
        return Map.of("kind", kind, "variables", variables);
    }
}
